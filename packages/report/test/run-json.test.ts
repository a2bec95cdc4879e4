import { renderRunJson } from '../src/index.ts'
import {
  buildAttempt,
  buildConflict,
  buildLanding,
  buildReport,
  buildTask,
} from './build-report.ts'

test('the whole report, with null for what is not there', () => {
  const report = buildReport({
    tasks: [buildTask('a', { attempts: [buildAttempt(0, 50)] })],
    landings: [
      buildLanding(50, 60, {
        landed: ['a'],
        conflicts: [
          buildConflict('a', 'task-file', {
            path: 'logo.png',
            gaveWay: { lines: ['x'], kept: [], commit: 'c0ffee' },
          }),
        ],
      }),
    ],
  })
  expect(JSON.parse(renderRunJson(report))).toEqual({
    title: 'Rate limits',
    branch: 'opencode/issue-7',
    base: 'main',
    schedule: 'waves',
    jobs: 2,
    started_at: '2026-03-01T09:30:00.000Z',
    finished_at: '2026-03-01T09:31:40.000Z',
    end: 'complete',
    figures: {
      tasks: { landed: 1, done_before: 0, open: 0, failed: 0, total: 1 },
      waves: 1,
      attempts: 1,
      attempts_failed: 0,
      work_seconds: 50,
      wall_seconds: 100,
      bound_seconds: 80,
      speed_up: 0.5,
      efficiency: 0.25,
      distance_from_bound: 1.25,
      conflicts: 1,
      conflicts_resolved: 1,
      conflict_rate: 1,
      share_resolved: 1,
      lines_gave_way: 1,
    },
    tasks: [
      {
        id: 'a',
        title: 'Task a',
        state: 'landed',
        depends_on: [],
        attempts: [
          {
            wave: 1,
            attempt: 1,
            lane: 1,
            started_at: '2026-03-01T09:30:00.000Z',
            finished_at: '2026-03-01T09:30:50.000Z',
            seconds: 50,
            end: 'landed',
            reason: null,
            commit: null,
            log: null,
            kept: null,
          },
        ],
        stuck: null,
      },
    ],
    landings: [
      {
        wave: 1,
        started_at: '2026-03-01T09:30:50.000Z',
        finished_at: '2026-03-01T09:31:00.000Z',
        landed: ['a'],
        commit: null,
        checks: 'passed',
        conflicts: [
          {
            task: 'a',
            path: 'logo.png',
            line: 12,
            step: 'task-file',
            gave_way: { lines: ['x'], kept: [], commit: 'c0ffee', task: null },
          },
        ],
        flaky: [],
      },
    ],
  })
})

test('what a terminal would obey is written by number, and reads back the same', () => {
  const title = 'a\u001b[31m\u009b\u202e\u2028\u{e0041}b'
  const text = renderRunJson(buildReport({ title }))
  expect(text).toContain('"a\\u001b[31m\\u009b\\u202e\\u2028\\udb40\\udc41b"')
  expect(JSON.parse(text).title).toBe(title)
})
