import type { StatusConflict, StatusReport, StatusTask } from '../../src/index.ts'

export function buildStatus(parts: Partial<StatusReport> = {}): StatusReport {
  const { phase = 'working', pullRequest } = parts
  if (phase === 'landed' && pullRequest === undefined) {
    throw new RangeError('what has landed has a pull request')
  }
  return {
    issue: { number: 7, title: 'Rate limits' },
    branch: 'opencode/issue-7',
    base: 'main',
    wave: 1,
    phase,
    runUrl: 'https://github.com/octo/shop/actions/runs/42',
    tasks: [],
    conflicts: [],
    checks: 'none',
    review: { undeclared: [], deletedTests: [], newDependencies: [] },
    notes: [],
    ...parts,
  }
}

export function buildStatusTask(id: string, parts: Partial<StatusTask> = {}): StatusTask {
  const attempts = parts.last || parts.state === 'landed' ? 1 : 0
  return { id, title: `Task ${id}`, state: 'waiting', dependsOn: [], attempts, ...parts }
}

export function buildLanded(id: string, parts: Partial<StatusTask> = {}): StatusTask {
  return buildStatusTask(id, {
    state: 'landed',
    wave: 1,
    seconds: 80,
    commit: 'a1b2c3d4e5'.repeat(4),
    last: { end: 'landed' },
    ...parts,
  })
}

export function buildStatusConflict(
  task: string,
  step: StatusConflict['step'],
  parts: Partial<StatusConflict> = {},
): StatusConflict {
  return { task, path: 'src/limits.ts', line: 12, step, wave: 1, ...parts }
}

const pullRequest = { number: 12, url: 'https://github.com/octo/shop/pull/12' }
const job = (number: number) => `https://github.com/octo/shop/actions/runs/42/job/${number}`

const first = [
  buildStatusTask('setup', { title: 'Set up the project', state: 'closed' }),
  buildLanded('limits', { title: 'Count requests per client', dependsOn: ['setup'] }),
  buildLanded('config', {
    title: 'Read limits from the configuration',
    dependsOn: ['setup'],
    attempts: 2,
    wave: 2,
    seconds: 205,
    commit: 'b2c3d4e5f6'.repeat(4),
  }),
]

/** The third wave: two tasks run, one of them again, one is held and one waits. */
export function workingStatus(): StatusReport {
  return buildStatus({
    wave: 3,
    pullRequest,
    checks: 'passed',
    tasks: [
      ...first,
      buildStatusTask('header', {
        title: 'Send a Retry-After header',
        state: 'working',
        dependsOn: ['limits'],
        attempts: 1,
        wave: 2,
        seconds: 61,
        last: { end: 'failed', reason: 'Expected: "30"\nReceived: undefined' },
        url: job(1),
      }),
      buildStatusTask('admin', {
        title: 'Exempt administrators',
        state: 'working',
        dependsOn: ['limits', 'config'],
        url: job(2),
      }),
      buildStatusTask('cli', {
        title: 'Show limits on the command line',
        state: 'held',
        dependsOn: ['config'],
        held: 'declares the same files as admin: src/limits.ts',
      }),
      buildStatusTask('docs', {
        title: 'Document it',
        dependsOn: ['header', 'admin', 'cli', 'limits', 'guide'],
      }),
    ],
    notes: ['The task guide was deleted from the store.'],
  })
}

/** Nothing goes on: one task is out of attempts, one is paused, one waits for the first. */
export function stuckStatus(): StatusReport {
  return buildStatus({
    wave: 4,
    phase: 'stuck',
    pullRequest,
    checks: 'passed',
    tasks: [
      ...first,
      buildStatusTask('header', {
        title: 'Send a Retry-After header',
        state: 'failed',
        dependsOn: ['limits'],
        attempts: 2,
        wave: 4,
        seconds: 340,
        commit: 'c3d4e5f6a7'.repeat(4),
        last: { end: 'timed-out', reason: 'npm test\n\nno output for 300 s' },
        stuck: {
          why: 'failed 2 times; the last attempt took too long',
          remedy:
            'see its work on the branch opencode/issue-7-failed-header, make the task clearer or split it, and set it to open in the store',
        },
        url: job(3),
      }),
      buildStatusTask('admin', {
        title: 'Exempt administrators',
        state: 'paused',
        stuck: { why: 'paused by hand', remedy: 'set it to open again in the store, or close it' },
      }),
      buildStatusTask('docs', { title: 'Document it', dependsOn: ['header'] }),
    ],
  })
}

/** All has landed, with conflicts of three kinds and something of each to be read. */
export function completeStatus(): StatusReport {
  return buildStatus({
    wave: 4,
    phase: 'complete',
    pullRequest,
    checks: 'passed',
    tasks: [
      ...first,
      buildLanded('header', {
        title: 'Send a Retry-After header',
        dependsOn: ['limits'],
        wave: 3,
        commit: 'c3d4e5f6a7'.repeat(4),
      }),
    ],
    conflicts: [
      buildStatusConflict('config', 'both-inserted', { line: 3, wave: 2 }),
      buildStatusConflict('config', 'task-lines', {
        wave: 2,
        gaveWay: {
          lines: ['const limit = 20', 'const window = 60'],
          kept: ['const limit = readLimit()'],
          commit: 'a1b2c3d4e5'.repeat(4),
          task: 'limits',
        },
      }),
      buildStatusConflict('base', 'token-by-token', { path: 'src/server.ts', line: 40, wave: 3 }),
    ],
    review: {
      undeclared: ['scripts/seed.ts'],
      deletedTests: ['test/old-limits.test.ts'],
      newDependencies: [{ file: 'package.json', name: '@octo/limiter' }],
    },
  })
}

/** A wave that landed one of its two tasks. */
export function failedLanding(): StatusReport {
  return buildStatus({
    wave: 2,
    phase: 'landed',
    pullRequest,
    checks: 'passed',
    tasks: [
      ...first,
      buildStatusTask('header', {
        title: 'Send a Retry-After header',
        state: 'ready',
        wave: 2,
        seconds: 61,
        last: { end: 'ejected', reason: 'Expected: "30"\nReceived: undefined' },
        url: job(1),
      }),
    ],
    conflicts: [
      buildStatusConflict('limits', 'both-inserted', { line: 3 }),
      buildStatusConflict('config', 'task-lines', {
        wave: 2,
        gaveWay: { lines: ['const limit = 20'], kept: [], commit: 'a1b2c3d4e5'.repeat(4) },
      }),
    ],
  })
}
