import { ticks } from '../../src/layout/ticks.ts'

test.each<[string, number, number, number[]]>([
  ['less than a second', 0.4, 10, [0]],
  ['a few seconds', 3.5, 10, [0, 1, 2, 3]],
  ['a minute', 61, 8, [0, 10, 20, 30, 40, 50, 60]],
  ['hours', 9000, 6, [0, 1800, 3600, 5400, 7200, 9000]],
  ['many days', 10 * 86_400, 6, [0, 172_800, 345_600, 518_400, 691_200, 864_000]],
])('%s', (_, seconds, most, expected) => {
  expect(ticks(seconds, most)).toEqual(expected)
})
