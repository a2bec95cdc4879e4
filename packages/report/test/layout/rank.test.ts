import fc from 'fast-check'
import type { Arrow } from '../../src/layout/graph.ts'
import { rank } from '../../src/layout/rank.ts'
import { acyclicGraph, anyGraph } from './arbitrary.ts'

test.each<[string, number, Arrow[], number[]]>([
  ['nothing', 0, [], []],
  ['loose nodes', 3, [], [0, 0, 0]],
  ['a diamond with a long side', 5, arrows('0>1 1>2 0>3 2>4 3>4'), [0, 1, 2, 1, 3]],
  ['a circle begins with its smallest number', 3, arrows('1>2 2>0 0>1'), [0, 1, 2]],
])('%s', (_, size, given, expected) => {
  expect(rank({ size, arrows: given })).toEqual(expected)
})

test('every arrow leads to a higher rank, and the rank is no higher than needed', () => {
  fc.assert(
    fc.property(acyclicGraph, (graph) => {
      const ranks = rank(graph)
      for (const [node, at] of ranks.entries()) {
        const before = graph.arrows.filter(({ to }) => to === node).map(({ from }) => ranks[from])
        expect(at).toBe(Math.max(-1, ...before.map(Number)) + 1)
      }
    }),
  )
})

test('circles end too', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      expect(rank(graph).every((at) => at >= 0 && at < graph.size)).toBe(true)
    }),
  )
})

function arrows(text: string): Arrow[] {
  return text.split(' ').map((pair) => {
    const [from, to] = pair.split('>')
    return { from: Number(from), to: Number(to) }
  })
}
