import fc from 'fast-check'
import { countCrossings, neighbours, untangle } from '../../src/layout/order.ts'

test('two crossed arrows are uncrossed', () => {
  const steps = [
    { from: 0, to: 3 },
    { from: 1, to: 2 },
  ]
  expect(
    untangle(
      [
        [0, 1],
        [2, 3],
      ],
      steps,
    ),
  ).toEqual([
    [0, 1],
    [3, 2],
  ])
})

test('what has no crossings stays as it is', () => {
  const columns = [
    [0, 1],
    [2, 3],
  ]
  expect(untangle(columns, [{ from: 0, to: 2 }])).toEqual(columns)
})

test('crossings are counted as by hand, and untangling never adds any', () => {
  const step = fc.record({ from: fc.nat({ max: 5 }), to: fc.integer({ min: 6, max: 11 }) })
  fc.assert(
    fc.property(fc.uniqueArray(step, { selector: ({ from, to }) => `${from} ${to}` }), (steps) => {
      const columns = [
        [0, 1, 2, 3, 4, 5],
        [6, 7, 8, 9, 10, 11],
      ]
      const after = neighbours(steps, ({ from, to }) => [from, to])
      const pairs = steps.flatMap((a) => steps.filter((b) => a.from < b.from && a.to > b.to))
      expect(countCrossings(columns, after)).toBe(pairs.length)
      expect(countCrossings(untangle(columns, steps), after)).toBeLessThanOrEqual(pairs.length)
    }),
  )
})
