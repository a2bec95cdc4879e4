import type { Progress } from './events.ts'
import type { CommitSha } from './names.ts'
import type { Merger, Resolution, TaskResult } from './ports/index.ts'

/** Some tasks' commits merged onto a tip, one after another, and those that could not be. */
export interface MergedBatch {
  readonly to: CommitSha
  /** The tree of `to`; none when nothing was merged. */
  readonly tree?: string
  readonly merged: readonly MergedTask[]
  readonly requeued: readonly { readonly result: TaskResult; readonly why: string }[]
}

export interface MergedTask {
  readonly result: TaskResult
  readonly commit: CommitSha
  readonly resolutions: readonly Resolution[]
}

/** The same results in the same order give the same commits, however often. */
export async function mergeBatch(
  merger: Merger,
  tip: CommitSha,
  results: readonly TaskResult[],
  progress: Progress = () => {},
): Promise<MergedBatch> {
  let to = tip
  let tree: string | undefined
  const merged: MergedTask[] = []
  const requeued: { result: TaskResult; why: string }[] = []
  for (const result of results) {
    const { id, wave, attempt, commit } = result
    if (commit === undefined) continue
    const outcome = await merger.merge({
      tip: to,
      commit,
      of: { is: 'task', id, wave, attempt },
    })
    if (outcome.is === 'requeued') {
      requeued.push({ result, why: outcome.why })
      progress({ is: 'task-requeued', id, why: outcome.why, paths: outcome.paths })
      continue
    }
    to = outcome.commit
    tree = outcome.tree
    merged.push({ result, commit: outcome.commit, resolutions: outcome.resolutions })
    progress({ is: 'task-merged', id, resolutions: outcome.resolutions })
  }
  return { to, merged, requeued, ...(tree === undefined ? {} : { tree }) }
}
