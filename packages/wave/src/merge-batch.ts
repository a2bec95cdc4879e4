import type { Progress } from './events.ts'
import type { CommitSha } from './names.ts'
import type { Merger, Resolution, TaskResult } from './ports/index.ts'

/** Some tasks' commits merged onto a tip, one after another, and those that could not be. */
export interface MergedBatch {
  readonly to: CommitSha
  /** The tree of `to`; none when nothing was merged. */
  readonly tree?: string
  readonly merged: readonly MergedTask[]
  readonly requeued: readonly RequeuedTask[]
}

export interface RequeuedTask {
  readonly result: TaskResult
  readonly why: string
  /** The files that stood in the way. */
  readonly paths?: readonly string[]
  /** Nobody else is to try again. */
  readonly isForPerson?: true
}

export interface MergedTask {
  readonly result: TaskResult
  readonly commit: CommitSha
  readonly resolutions: readonly Resolution[]
  /** The files that others have changed, too. */
  readonly shared: readonly string[]
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
  const requeued: RequeuedTask[] = []
  for (const result of results) {
    const { id, wave, attempt, commit } = result
    if (commit === undefined) continue
    const outcome = await merger.merge({
      tip: to,
      commit,
      of: { is: 'task', id, wave, attempt },
    })
    if (outcome.is === 'requeued') {
      const { why, paths, isForPerson } = outcome
      requeued.push({ result, why, paths, ...(isForPerson && { isForPerson }) })
      // Whose lines they are follows in the reason; they are not for a line of a log.
      progress({ is: 'task-requeued', id, why: why.split('\n')[0] ?? why, paths })
      continue
    }
    to = outcome.commit
    tree = outcome.tree
    const { commit: made, resolutions, shared } = outcome
    merged.push({ result, commit: made, resolutions, shared })
    progress({ is: 'task-merged', id, resolutions })
  }
  return { to, merged, requeued, ...(tree === undefined ? {} : { tree }) }
}
