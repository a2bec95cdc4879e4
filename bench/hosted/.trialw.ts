import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { engine } from '@wavefront/testing'
import { besides } from './shop.ts'
import { wave } from './waves.ts'

const tools = mkdtempSync('/tmp/w-tools-')
symlinkSync(engine('bd-0.47.1') as string, join(tools, 'bd'))
cpSync(besides('gh'), join(tools, 'gh'))
const [side, t, f] = process.argv.slice(2)
const tasks = Number(t),
  files = Number(f)
const act = engine('act-0.2.87') as string
const ids = JSON.stringify(Array.from({ length: tasks }, (_, i) => `shop-${i}`))
const w = { act, tools, tasks, files }
const s =
  side === 'floor'
    ? await wave({ ...w, workflow: besides('skeleton.yml'), inputs: { tasks: ids }, lands: false })
    : side === 'theirs'
      ? await wave({ ...w, workflow: besides('original.yml'), lands: true })
      : await wave({
          ...w,
          workflow: side === 'three' ? 'examples/three-jobs.yml' : 'examples/wavefront.yml',
          lands: true,
        })
console.log(side, t, f, s)
