import type { MergedTask } from './merge-batch.ts'
import type { Resolution, TaskResult } from './ports/index.ts'

/** In which order culprits are looked for, and how many of the first are suspects. */
export interface Lineup {
  readonly order: readonly TaskResult[]
  readonly suspects: number
}

/** The steps that decide between two sides, or put together what nobody has written so. */
const daring: ReadonlySet<string> = new Set([
  'resolver',
  'side-by-side',
  'token-by-token',
  'task-lines',
  'task-file',
  'modified-file',
  'lock-file',
])

/**
 * First the tasks whose merge took a step that may go wrong, then those that touched the same files as
 * others, then the rest; each in the order in which they were merged.
 */
export function findSuspects(merged: readonly MergedTask[]): Lineup {
  const gaveWay = new Set(
    merged.flatMap(({ resolutions }) => resolutions.map((one) => one.gaveWay?.task)),
  )
  const rankOf = ({ result: { id }, resolutions, shared }: MergedTask): number => {
    if (resolutions.some(isDaring)) return 0
    return resolutions.length > 0 || shared.length > 0 || gaveWay.has(id) ? 1 : 2
  }
  const ranked = merged.map((one) => ({ result: one.result, rank: rankOf(one) }))
  const firstRank = ranked.some(({ rank }) => rank === 0) ? 0 : 1
  return {
    order: ranked.toSorted((a, b) => a.rank - b.rank).map(({ result }) => result),
    suspects: ranked.filter(({ rank }) => rank === firstRank).length,
  }
}

function isDaring({ step, gaveWay }: Resolution): boolean {
  return daring.has(step) || gaveWay !== undefined
}
