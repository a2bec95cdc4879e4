import type { TaskId } from '@wavefront/tasks'
import { type BranchName, type CommitSha, type TaskResult, taskBranch } from '@wavefront/wave'
import { readCommits } from '../commits.ts'
import type { Repository } from '../repository.ts'
import { toResult } from '../results/to-result.ts'
import { readRefs } from './refs.ts'

/** The tips of task branches that are results of ours and are still to land, by the branches' names. */
export async function readResults(
  repository: Repository,
  feature: BranchName,
  landed: { readonly tip: CommitSha; readonly done: ReadonlySet<TaskId> },
): Promise<readonly TaskResult[]> {
  const pattern = `refs/heads/${taskBranch(feature, '*' as TaskId)}`
  const refs = await readRefs(repository, [pattern], [`--no-merged=${landed.tip}`])
  if (refs.length === 0) return []
  const input = refs.map((ref) => `${ref.commit}\n`).join('')
  const commits = await readCommits(repository, ['--no-walk=unsorted', '--stdin'], input)
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]))
  return refs.flatMap(({ name, commit }) => {
    const result = toResult(bySha.get(commit))
    const isOurs =
      result?.outcome === 'done' && name === `refs/heads/${taskBranch(feature, result.id)}`
    return isOurs && !landed.done.has(result.id) ? [result] : []
  })
}
