import type { AttemptEnd } from '@wavefront/tasks'
import { ratio, secondsBetween } from './amounts.ts'
import type { ReportedAttempt, ReportedConflict, RunReport } from './run-report.ts'

/** A run in numbers. A share or a ratio of nothing is undefined. */
export interface Figures {
  readonly tasks: TaskCount
  readonly waves: number
  readonly attempts: number
  readonly attemptsFailed: number
  /** What all attempts took in sum: the run's time with one worker and merges for free. */
  readonly workSeconds: number
  readonly wallSeconds: number
  readonly speedUp: number | undefined
  /** The speed-up as a share of the workers. */
  readonly efficiency: number | undefined
  readonly conflicts: number
  readonly conflictsResolved: number
  /** Of the tasks that came to be merged, the share that met a conflict. */
  readonly conflictRate: number | undefined
  readonly shareResolved: number | undefined
  readonly linesGaveWay: number
  /** Wall clock over the bound: 1 is a schedule that nothing could have made shorter. */
  readonly distance: number | undefined
}

export interface TaskCount {
  readonly landed: number
  readonly doneBefore: number
  readonly open: number
  readonly failed: number
  readonly total: number
}

export function figures(report: RunReport): Figures {
  const attempts = report.tasks.flatMap((task) => task.attempts)
  const conflicts = report.landings.flatMap((landing) => landing.conflicts)
  const workSeconds = attempts.reduce((sum, attempt) => sum + attemptSeconds(attempt), 0)
  const wallSeconds = secondsBetween(report.startedAt, report.finishedAt)
  const speedUp = ratio(workSeconds, wallSeconds)
  const resolved = conflicts.filter((conflict) => conflict.step !== 'requeued').length
  return {
    tasks: countTasks(report),
    waves: countWaves(report),
    attempts: attempts.length,
    attemptsFailed: attempts.filter((attempt) => isFailure[attempt.end]).length,
    workSeconds,
    wallSeconds,
    speedUp,
    efficiency: speedUp === undefined ? undefined : ratio(speedUp, report.jobs),
    conflicts: conflicts.length,
    conflictsResolved: resolved,
    conflictRate: conflictRate(report, conflicts),
    shareResolved: ratio(resolved, conflicts.length),
    linesGaveWay: conflicts.reduce((sum, { gaveWay }) => sum + (gaveWay?.lines.length ?? 0), 0),
    distance: ratio(wallSeconds, report.bound),
  }
}

export function attemptSeconds(attempt: ReportedAttempt): number {
  return secondsBetween(attempt.startedAt, attempt.finishedAt)
}

/** A conflict puts a task back and Ctrl-C stops it, but neither says that its work was bad. */
const isFailure: Record<AttemptEnd | 'interrupted', boolean> = {
  landed: false,
  failed: true,
  'timed-out': true,
  'no-changes': true,
  rejected: true,
  ejected: true,
  requeued: false,
  'set-aside': false,
  interrupted: false,
}

function countTasks({ tasks }: RunReport): TaskCount {
  const inState = (state: string) => tasks.filter((task) => task.state === state).length
  return {
    landed: inState('landed'),
    doneBefore: inState('done-before'),
    open: inState('open'),
    failed: inState('failed'),
    total: tasks.length,
  }
}

function countWaves({ tasks, landings }: RunReport): number {
  const attempts = tasks.flatMap((task) => task.attempts)
  return new Set([...attempts, ...landings].map(({ wave }) => wave)).size
}

/** A task that was put back met a conflict too, whether or not it landed later. */
function conflictRate(
  { tasks, landings }: RunReport,
  conflicts: readonly ReportedConflict[],
): number | undefined {
  const putBack = tasks.filter(({ attempts }) => attempts.some(({ end }) => end === 'requeued'))
  const met = new Set([...putBack.map(({ id }) => id), ...conflicts.map(({ task }) => task)])
  const merged = new Set([...met, ...landings.flatMap(({ landed }) => landed)])
  return ratio(met.size, merged.size)
}
