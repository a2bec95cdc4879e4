import { count, formatPercent, formatSeconds, formatTimes } from '../src/amounts.ts'

describe('formatSeconds', () => {
  test.each<[string, number | undefined, string]>([
    ['nothing measured', undefined, '–'],
    ['no number', Number.NaN, '–'],
    ['zero', 0, '0 s'],
    ['tenths', 0.44, '0.4 s'],
    ['just below ten', 9.96, '10 s'],
    ['whole seconds', 12.4, '12 s'],
    ['rounded up to a minute', 59.7, '1 m'],
    ['minutes', 72, '1 m 12 s'],
    ['rounded up to an hour', 3599.6, '1 h'],
    ['hours', 7500, '2 h 5 m'],
    ['before it began', -3, '0 s'],
  ])('%s', (_, seconds, expected) => {
    expect(formatSeconds(seconds)).toBe(expected)
  })
})

test('shares and ratios of nothing are a dash', () => {
  expect([formatPercent(undefined), formatTimes(undefined)]).toEqual(['–', '–'])
  expect([formatPercent(0.625), formatTimes(1.618)]).toEqual(['63 %', '1.62 ×'])
})

test('one is singular', () => {
  expect([count(0, 'task'), count(1, 'task'), count(2, 'task')]).toEqual([
    '0 tasks',
    '1 task',
    '2 tasks',
  ])
})
