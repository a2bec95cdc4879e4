import fc from 'fast-check'
import { type Arrows, successors, tidy } from '../../src/layout/graph.ts'
import { reduce } from '../../src/layout/reduce.ts'
import { acyclicGraph, anyGraph } from './arbitrary.ts'

test('an arrow that a longer way implies goes', () => {
  const arrows = [
    { from: 0, to: 1 },
    { from: 1, to: 2 },
    { from: 0, to: 2 },
  ]
  expect(reduce({ size: 3, arrows })).toEqual(arrows.slice(0, 2))
})

test('what can be reached stays the same, and no arrow can be spared', () => {
  fc.assert(
    fc.property(acyclicGraph, (graph) => {
      const { size, arrows } = tidy(graph)
      const reduced = reduce({ size, arrows })
      const all = reachable({ size, arrows })
      expect(reachable({ size, arrows: reduced })).toEqual(all)
      for (const spared of reduced) {
        const rest = reduced.filter((arrow) => arrow !== spared)
        expect(reachable({ size, arrows: rest })).not.toEqual(all)
      }
    }),
  )
})

test('circles lose nothing that can be reached', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const { size, arrows } = tidy(graph)
      expect(reachable({ size, arrows: reduce({ size, arrows }) })).toEqual(
        reachable({ size, arrows }),
      )
    }),
  )
})

function reachable(graph: Arrows): number[][] {
  const after = successors(graph)
  return after.map((targets) => {
    const seen = new Set(targets)
    for (const node of seen) for (const next of after[node] ?? []) seen.add(next)
    return [...seen].sort((a, b) => a - b)
  })
}
