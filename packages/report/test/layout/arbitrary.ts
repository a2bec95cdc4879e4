import fc from 'fast-check'
import type { Arrows } from '../../src/layout/graph.ts'

const node = (size: number) => fc.nat({ max: size - 1 })

/** Any arrows at all: circles, doubles, loops. */
export const anyGraph: fc.Arbitrary<Arrows> = fc.integer({ min: 1, max: 24 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    arrows: fc.array(fc.record({ from: node(size), to: node(size) }), { maxLength: 60 }),
  }),
)

export const acyclicGraph: fc.Arbitrary<Arrows> = anyGraph.map(({ size, arrows }) => ({
  size,
  arrows: arrows
    .filter(({ from, to }) => from !== to)
    .map(({ from, to }) => ({ from: Math.min(from, to), to: Math.max(from, to) })),
}))
