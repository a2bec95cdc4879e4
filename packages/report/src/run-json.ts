import { printJson } from './escape/json.ts'
import { attemptSeconds, figures } from './figures.ts'
import { placeJson } from './place-json.ts'
import type {
  ReportedAttempt,
  ReportedConflict,
  ReportedLanding,
  ReportedTask,
  RunReport,
} from './run-report.ts'

/**
 * What `wavefront run --json` prints: the whole report, in snake_case. Times are ISO 8601 in UTC,
 * durations in seconds, shares from 0 to 1; a figure that cannot be had (a share of nothing) is
 * null. Keys are added over time, never renamed.
 */
export function renderRunJson(report: RunReport): string {
  return `${printJson(runJson(report))}\n`
}

export type RunJson = ReturnType<typeof runJson>

export function runJson(report: RunReport) {
  return {
    title: report.title,
    branch: report.branch,
    base: report.base,
    schedule: report.schedule,
    jobs: report.jobs,
    started_at: iso(report.startedAt),
    finished_at: iso(report.finishedAt),
    end: report.end,
    figures: figuresJson(report),
    tasks: report.tasks.map(taskJson),
    landings: report.landings.map(landingJson),
  }
}

function figuresJson(report: RunReport) {
  const numbers = figures(report)
  const { landed, doneBefore, open, failed, total } = numbers.tasks
  return {
    tasks: { landed, done_before: doneBefore, open, failed, total },
    waves: numbers.waves,
    attempts: numbers.attempts,
    attempts_failed: numbers.attemptsFailed,
    work_seconds: numbers.workSeconds,
    wall_seconds: numbers.wallSeconds,
    bound_seconds: report.bound,
    speed_up: numbers.speedUp ?? null,
    efficiency: numbers.efficiency ?? null,
    distance_from_bound: numbers.distance ?? null,
    conflicts: numbers.conflicts,
    conflicts_resolved: numbers.conflictsResolved,
    conflict_rate: numbers.conflictRate ?? null,
    share_resolved: numbers.shareResolved ?? null,
    lines_gave_way: numbers.linesGaveWay,
  }
}

function taskJson({ id, title, state, dependsOn, attempts, stuck }: ReportedTask) {
  return {
    id,
    title,
    state,
    depends_on: dependsOn,
    attempts: attempts.map(attemptJson),
    stuck: stuck ? { why: stuck.why, remedy: stuck.remedy } : null,
  }
}

function attemptJson(attempt: ReportedAttempt) {
  return {
    wave: attempt.wave,
    attempt: attempt.attempt,
    lane: attempt.lane,
    started_at: iso(attempt.startedAt),
    finished_at: iso(attempt.finishedAt),
    seconds: attemptSeconds(attempt),
    end: attempt.end,
    reason: attempt.reason ?? null,
    commit: attempt.commit ?? null,
    log: attempt.log ?? null,
    kept: attempt.kept ?? null,
  }
}

function landingJson(landing: ReportedLanding) {
  return {
    wave: landing.wave,
    started_at: iso(landing.startedAt),
    finished_at: iso(landing.finishedAt),
    landed: landing.landed,
    commit: landing.commit ?? null,
    checks: landing.checks,
    conflicts: landing.conflicts.map(conflictJson),
    flaky: (landing.flaky ?? []).map(({ tasks, tree, reason }) => ({ tasks, tree, reason })),
  }
}

function conflictJson({ task, ...place }: ReportedConflict) {
  return { task, ...placeJson(place) }
}

function iso(date: Date): string | null {
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}
