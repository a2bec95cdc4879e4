import type {
  ReportedAttempt,
  ReportedConflict,
  ReportedLanding,
  ReportedTask,
  RunReport,
} from '../src/index.ts'

const start = Date.UTC(2026, 2, 1, 9, 30)

/** Seconds after the run began. */
export function at(seconds: number): Date {
  return new Date(start + seconds * 1000)
}

export function buildReport(parts: Partial<RunReport> = {}): RunReport {
  return {
    title: 'Rate limits',
    branch: 'opencode/issue-7',
    base: 'main',
    schedule: 'waves',
    jobs: 2,
    startedAt: at(0),
    finishedAt: at(100),
    end: 'complete',
    tasks: [],
    landings: [],
    bound: 80,
    ...parts,
  }
}

export function buildTask(id: string, parts: Partial<ReportedTask> = {}): ReportedTask {
  return {
    id,
    title: `Task ${id}`,
    state: 'landed',
    dependsOn: [],
    attempts: [buildAttempt(0, 10)],
    ...parts,
  }
}

export function buildAttempt(
  from: number,
  to: number,
  parts: Partial<ReportedAttempt> = {},
): ReportedAttempt {
  if (to < from) throw new RangeError(`an attempt cannot end (${to}) before it begins (${from})`)
  return {
    wave: 1,
    attempt: 1,
    lane: 1,
    startedAt: at(from),
    finishedAt: at(to),
    end: 'landed',
    ...parts,
  }
}

export function buildLanding(
  from: number,
  to: number,
  parts: Partial<ReportedLanding> = {},
): ReportedLanding {
  return {
    wave: 1,
    startedAt: at(from),
    finishedAt: at(to),
    landed: [],
    checks: 'passed',
    conflicts: [],
    ...parts,
  }
}

export function buildConflict(
  task: string,
  step: ReportedConflict['step'],
  parts: Partial<ReportedConflict> = {},
): ReportedConflict {
  return { task, path: 'src/limits.ts', line: 12, step, ...parts }
}

/** A run with one of everything: a retry, lines that gave way, a task put back, a task stuck. */
export function eventfulReport(): RunReport {
  return buildReport({
    end: 'stuck',
    tasks: [
      buildTask('setup', { title: 'Set up the project', state: 'done-before', attempts: [] }),
      buildTask('limits', {
        title: 'Count requests per client',
        attempts: [buildAttempt(1, 21, { commit: 'a'.repeat(40) })],
      }),
      buildTask('config', {
        title: 'Read limits from the configuration',
        attempts: [
          buildAttempt(1, 16, { lane: 2, end: 'failed', reason: 'expected 20\nreceived 0' }),
          buildAttempt(30, 55, { wave: 2, attempt: 2, commit: 'b'.repeat(40) }),
        ],
      }),
      buildTask('header', {
        title: 'Send a Retry-After header',
        state: 'failed',
        dependsOn: ['limits', 'setup'],
        attempts: [
          buildAttempt(30, 40, { wave: 2, lane: 2, end: 'requeued' }),
          buildAttempt(62, 92, {
            wave: 3,
            attempt: 2,
            end: 'timed-out',
            reason: 'no output for 30 s',
            log: '.wavefront/logs/header-2.log',
          }),
        ],
        stuck: { why: 'Both attempts failed.', remedy: 'Split the task, then run again.' },
      }),
      buildTask('docs', {
        title: 'Document it',
        state: 'open',
        dependsOn: ['header'],
        attempts: [],
      }),
    ],
    landings: [
      buildLanding(21, 29, { landed: ['limits'], commit: 'c'.repeat(40) }),
      buildLanding(55, 61, {
        wave: 2,
        landed: ['config'],
        commit: 'd'.repeat(40),
        conflicts: [
          buildConflict('config', 'both-inserted', { line: 3 }),
          buildConflict('config', 'task-lines', {
            gaveWay: {
              lines: ['const limit = 20', 'const window = 60'],
              kept: ['const limit = readLimit()'],
              commit: 'a'.repeat(40),
              task: 'limits',
            },
          }),
          buildConflict('header', 'requeued', { path: 'src/server.ts', line: 40 }),
        ],
      }),
    ],
  })
}
