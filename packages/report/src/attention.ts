import type {
  ReportedAttempt,
  ReportedConflict,
  ReportedFlake,
  ReportedLanding,
  ReportedTask,
  RunReport,
} from './run-report.ts'

/** What a person should read before anything else. */
export interface Attention {
  readonly stuck: readonly ReportedTask[]
  readonly gaveWay: readonly SettledConflict[]
  readonly requeued: readonly PlacedConflict[]
  readonly flaky: readonly ReportedFlake[]
}

export interface PlacedConflict extends ReportedConflict {
  readonly wave: ReportedLanding['wave']
}

export interface SettledConflict extends PlacedConflict {
  readonly gaveWay: NonNullable<ReportedConflict['gaveWay']>
}

export function attention(report: RunReport): Attention {
  const conflicts = listConflicts(report)
  return {
    stuck: report.tasks.filter((task) => task.stuck !== undefined || task.state === 'failed'),
    gaveWay: conflicts.filter(hasLostLines),
    requeued: conflicts.filter(({ step }) => step === 'requeued'),
    flaky: report.landings.flatMap(({ flaky = [] }) => flaky),
  }
}

export function listConflicts({ landings }: RunReport): PlacedConflict[] {
  return landings.flatMap(({ wave, conflicts }) =>
    conflicts.map((conflict) => ({ ...conflict, wave })),
  )
}

export function hasLostLines(conflict: PlacedConflict): conflict is SettledConflict {
  return conflict.gaveWay !== undefined
}

/** `src/a.ts:12` */
export function placeOf({ path, line }: Pick<ReportedConflict, 'path' | 'line'>): string {
  return line === undefined ? path : `${path}:${line}`
}

/** Why the last attempt of a task did not do it, in the words of its log. */
export function lastReason({ attempts }: ReportedTask): string | undefined {
  return attempts.findLast(({ reason }) => reason !== undefined)?.reason
}

/** Attempts that did not land, with what their logs say. */
export function failures({ attempts }: ReportedTask): ReportedAttempt[] {
  return attempts.filter(({ end }) => end !== 'landed')
}
