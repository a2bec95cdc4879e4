import {
  type BranchName,
  type CommitSha,
  failedBranch,
  type TaskResult,
  taskBranch,
} from '@wavefront/wave'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { readRef } from './refs.ts'
import { refuseForeign } from './refuse-foreign.ts'

/**
 * Points a task's branch at its result, in the place of an older result of the same task. What failed does
 * not stay on the task's own branch, and what changed nothing on none.
 */
export async function publish(
  repository: Repository,
  feature: BranchName,
  { id, outcome, commit }: TaskResult,
): Promise<void> {
  if (commit === undefined) return
  if (outcome !== 'done') await forget(repository, `refs/heads/${taskBranch(feature, id)}`, commit)
  if (outcome === 'no-changes') return
  const branch = outcome === 'done' ? taskBranch : failedBranch
  const name = `refs/heads/${branch(feature, id)}`
  const older = await readRef(repository, name)
  if (older) await refuseForeign(repository, [{ id, ref: { name, commit: older } }])
  await git(['update-ref', name, commit, older ?? ''], { cwd: repository.top })
}

async function forget(repository: Repository, name: string, commit: CommitSha): Promise<void> {
  if ((await readRef(repository, name)) !== commit) return
  await git(['update-ref', '-d', name, commit], { cwd: repository.top })
}
