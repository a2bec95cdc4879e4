import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from '@wavefront/testing'
import { runOriginalJobs, runOurJobs } from './jobs.ts'
import { besides, openShop } from './shop.ts'

const tools = mkdtempSync('/tmp/w-tools-')
symlinkSync(engine('bd-0.47.1') as string, join(tools, 'bd'))
cpSync(besides('gh'), join(tools, 'gh'))
const [side, tasks, files] = process.argv.slice(2)
const shop = await openShop({
  tasks: Number(tasks),
  files: Number(files),
  workflow: side === 'ours' ? 'examples/wavefront.yml' : besides('original.yml'),
})
try {
  console.log(
    side,
    tasks,
    files,
    await (side === 'ours' ? runOurJobs(shop) : runOriginalJobs(shop, tools)),
  )
  if (process.env.SHOW) {
    console.log(
      shop.world.git.requests
        .map((r) => `${r.login} ${r.method} ${r.service} ${r.stage}`)
        .join('\n'),
    )
    console.log(
      shop.world.github.requests.map((r) => `${r.method} ${r.path} ${r.status}`).join('\n'),
    )
  }
} finally {
  await shop.world.close()
}
