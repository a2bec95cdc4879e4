import type { StatusReport, StatusTask, StatusTaskState } from '../status-report.ts'

/** A status in numbers. */
export interface Tally {
  readonly total: number
  /** Landed here, or closed otherwise. */
  readonly done: number
  readonly inState: ReadonlyMap<StatusTaskState, number>
  readonly attempts: number
  /** What the last finished attempts took in sum. */
  readonly seconds: number
  readonly hasEarlierAttempts: boolean
  readonly conflicts: number
  readonly requeued: number
  readonly linesGaveWay: number
}

export function tally({ tasks, conflicts }: StatusReport): Tally {
  const inState = new Map<StatusTaskState, number>()
  for (const { state } of tasks) inState.set(state, (inState.get(state) ?? 0) + 1)
  return {
    total: tasks.length,
    done: tasks.filter(isDone).length,
    inState,
    attempts: tasks.reduce((sum, task) => sum + attemptsOf(task), 0),
    seconds: tasks.reduce((sum, { seconds = 0 }) => sum + Math.max(0, seconds), 0),
    hasEarlierAttempts: tasks.some(({ attempts }) => attempts > 1),
    conflicts: conflicts.length,
    requeued: conflicts.filter(({ step }) => step === 'requeued').length,
    linesGaveWay: countLines(conflicts),
  }
}

/** With the one that runs now. */
export function attemptsOf({ attempts, state }: StatusTask): number {
  return state === 'working' ? attempts + 1 : attempts
}

export function isDone({ state }: StatusTask): boolean {
  return state === 'landed' || state === 'closed'
}

export function countLines(conflicts: StatusReport['conflicts']): number {
  return conflicts.reduce((sum, { gaveWay }) => sum + (gaveWay?.lines.length ?? 0), 0)
}
