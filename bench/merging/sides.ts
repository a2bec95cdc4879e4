import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createMerger, openRepository } from '@wavefront/git'
import { taskId } from '@wavefront/tasks'
import { runGit } from '@wavefront/testing'
import { type CommitSha, commitSha } from '@wavefront/wave'
import { runProcess } from '../measure.ts'

/** Merges branches of `origin` into what is checked out, in a clone; both leave the result at `HEAD`. */
export type Side = (clone: string, branches: readonly string[]) => Promise<void>

/** One fetch, and then all merges in memory. */
export const ours: Side = async (clone, branches) => {
  const refs = branches.map((branch) => `+refs/heads/${branch}:refs/heads/${branch}`)
  await runProcess('git', ['fetch', '--quiet', '--no-tags', 'origin', ...refs], { cwd: clone })
  const tips = await readTips(clone)
  const repository = await openRepository(clone)
  const merger = createMerger(repository)
  let tip = await repository.readHead()
  for (const branch of branches) {
    const commit = tips.get(branch)
    if (commit === undefined) throw new Error(`${branch} has not been fetched`)
    const of = { is: 'task', id: taskId(branch), wave: 1, attempt: 1 } as const
    const merged = await merger.merge({ tip, commit, of })
    if (merged.is === 'requeued') throw new Error(`${branch} is not merged: ${merged.why}`)
    tip = merged.commit
  }
  await runProcess('git', ['update-ref', 'HEAD', tip], { cwd: clone })
}

async function readTips(cwd: string): Promise<ReadonlyMap<string, CommitSha>> {
  const format = '--format=%(refname:lstrip=2) %(objectname)'
  const listed = await runProcess('git', ['for-each-ref', format, 'refs/heads'], { cwd })
  const entries = listed.split('\n').map((line) => line.split(' '))
  return new Map(entries.flatMap(([name, sha]) => (name && sha ? [[name, commitSha(sha)]] : [])))
}

/** The original's loop. */
export const original: Side = async (clone, branches) => {
  const script = join(clone, '..', 'loop.sh')
  writeFileSync(script, loop)
  await runProcess('bash', ['-e', script, ...branches], { cwd: clone })
}

const loop = `for branch in "$@"; do
  git fetch -q origin "$branch"
  if ! git merge -q --no-ff -m "merge: task $branch" FETCH_HEAD > /dev/null 2>&1; then
    git diff --name-only --diff-filter=U | while read -r file; do
      git checkout -q --theirs -- "$file"
      git add -- "$file"
    done
    git commit -q -m "merge: task $branch (auto-resolved)"
  fi
done
`

/** What is faster because it does not do its work is no figure. */
export function expectMerged(clone: string, branches: readonly string[]): void {
  const refs = branches.map((branch) => `+refs/heads/${branch}:refs/check/${branch}`)
  runGit(['fetch', '--quiet', '--no-tags', 'origin', ...refs], { cwd: clone })
  const tips = branches.map((branch) => `refs/check/${branch}`)
  const missing = runGit(['rev-list', '--no-walk', ...tips, '--not', 'HEAD'], { cwd: clone })
  const merges = runGit(['rev-list', '--count', '--first-parent', '--merges', 'HEAD'], {
    cwd: clone,
  })
  if (missing !== '' || merges !== String(branches.length))
    throw new Error(`${merges} merges for ${branches.length} branches; not merged: ${missing}`)
}
