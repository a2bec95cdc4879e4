import { figures } from '../src/index.ts'
import { buildReport, eventfulReport } from './build-report.ts'

test('a run in numbers', () => {
  expect(figures(eventfulReport())).toEqual({
    tasks: { landed: 2, doneBefore: 1, open: 1, failed: 1, total: 5 },
    waves: 3,
    attempts: 5,
    attemptsFailed: 2,
    workSeconds: 100,
    wallSeconds: 100,
    speedUp: 1,
    efficiency: 0.5,
    conflicts: 3,
    conflictsResolved: 2,
    conflictRate: 2 / 3,
    shareResolved: 2 / 3,
    linesGaveWay: 2,
    distance: 1.25,
  })
})

test('a run of nothing divides by nothing', () => {
  const empty = buildReport({ finishedAt: buildReport().startedAt, jobs: 0, bound: 0 })
  expect(figures(empty)).toEqual({
    tasks: { landed: 0, doneBefore: 0, open: 0, failed: 0, total: 0 },
    waves: 0,
    attempts: 0,
    attemptsFailed: 0,
    workSeconds: 0,
    wallSeconds: 0,
    speedUp: undefined,
    efficiency: undefined,
    conflicts: 0,
    conflictsResolved: 0,
    conflictRate: undefined,
    shareResolved: undefined,
    linesGaveWay: 0,
    distance: undefined,
  })
})
