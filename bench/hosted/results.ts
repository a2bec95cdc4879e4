import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runGit } from '@wavefront/testing'
import { feature, type Shop, workOf } from './shop.ts'

/** The workers' branches, made without running them. */
export function pushBranches({ world, ids }: Shop): void {
  commitAll(world.served.path, ids, (id) => `refs/heads/${feature}-task-${id}`)
}

/** The workers' bundles, made without running them, in the folders that their artifacts are unpacked to. */
export function writeBundles({ world, ids }: Shop, folder: string): void {
  const cwd = world.checkout.dir
  commitAll(cwd, ids, (id) => `refs/made/${id}`)
  const ref = 'refs/wavefront/result'
  for (const id of ids) {
    const place = join(folder, `result-${id}`)
    mkdirSync(place, { recursive: true })
    runGit(['update-ref', ref, `refs/made/${id}`], { cwd })
    runGit(['bundle', 'create', '--quiet', join(place, 'result.bundle'), ref, '^main'], { cwd })
  }
}

/** A commit for each task in one call of git: a hundred checkouts of 5,000 files would take minutes. */
function commitAll(cwd: string, ids: readonly string[], refOf: (id: string) => string): void {
  const commits = ids.map((id) => commitOf(id, refOf(id)))
  const input = `feature done\n${commits.join('')}done\n`
  const { status, stderr } = spawnSync('git', ['fast-import', '--quiet'], { cwd, input })
  if (status !== 0) throw new Error(`git fast-import ended with ${status}: ${stderr}`)
}

function commitOf(id: string, ref: string): string {
  const trailers = { Task: id, Wave: 1, Attempt: 1, Outcome: 'done' }
  const lines = Object.entries(trailers).map(([name, value]) => `Wavefront-${name}: ${value}`)
  return [
    `commit ${ref}`,
    'committer Somebody <somebody@example.org> 1767225600 +0000',
    data(`feat(${id}): Task ${id}\n\n${lines.join('\n')}\n`),
    'from refs/heads/main^0',
    ...Object.entries(workOf(id)).map(([path, text]) => `M 100644 inline ${path}\n${data(text)}`),
    '',
  ].join('\n')
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
