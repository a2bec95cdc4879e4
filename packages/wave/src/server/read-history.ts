import { findReviewPoints, isManifest, type ReviewPoints } from '@wavefront/report'
import { isUnder, type TaskId } from '@wavefront/tasks'
import { type CommitSha, isCommitSha } from '../names.ts'
import type { BranchHistory, SettledMerge } from '../ports/index.ts'
import type { PreparedWave } from '../prepare-wave.ts'

/** What people are told of the branch's past: asked of git each time. */
export interface ToldHistory {
  readonly conflicts: readonly SettledMerge[]
  readonly review: ReviewPoints
  readonly notes: readonly string[]
}

type Past = Pick<PreparedWave, 'graph' | 'attempts' | 'landed'>

export async function readHistory(
  history: BranchHistory,
  past: Past,
  under: TaskId | undefined,
): Promise<ToldHistory> {
  const [conflicts, changes, notes] = await Promise.all([
    history.readConflicts(),
    history.readChanges(isManifest),
    noteLost(history, past, under),
  ])
  const done = new Set(past.landed.map(({ id }) => id))
  const declared = past.graph.tasks.filter(({ id }) => done.has(id)).flatMap(({ files }) => files)
  return { conflicts, review: findReviewPoints({ changes, declared }), notes }
}

/**
 * Tasks that are closed as landed, in commits that nobody has any more: the branch was deleted or set back,
 * or its pull request was squashed, which looks the same from here.
 */
async function noteLost(
  history: BranchHistory,
  { graph, attempts, landed }: Past,
  under: TaskId | undefined,
): Promise<readonly string[]> {
  const there = new Set(landed.map(({ id }) => id))
  const claims = new Map<CommitSha, TaskId>()
  for (const task of graph.tasks) {
    const { id, state } = task
    const last = attempts.get(id)?.at(-1)
    const isOurs = under === undefined || isUnder(graph, task, under)
    if (!isOurs || state !== 'closed' || there.has(id) || last?.end !== 'landed') continue
    if (last.commit !== undefined && isCommitSha(last.commit)) claims.set(last.commit, id)
  }
  if (claims.size === 0) return []
  const ids = (await history.findLost([...claims.keys()])).flatMap((one) => claims.get(one) ?? [])
  if (ids.length === 0) return []
  return [
    `${ids.join(', ')} landed in commits that are on neither the branch nor its base any more. If the pull request was squashed, all is well. If the branch was deleted or set back, open these tasks again in the store, and the next wave does them again.`,
  ]
}
