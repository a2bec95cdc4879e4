import { tidy } from '../layout/graph.ts'
import { reduce } from '../layout/reduce.ts'
import type { GraphEdge, GraphView } from './graph-view.ts'

export interface FittedEdges {
  readonly edges: readonly GraphEdge[]
  /** What was left out, a sentence each. */
  readonly notes: readonly string[]
}

/**
 * At most so many edges. First go those that follow from others, then those that reach over the
 * most levels: what is left still shows how each wave leads to the next.
 */
export function fitEdges(view: Pick<GraphView, 'nodes' | 'edges'>, most: number): FittedEdges {
  if (view.edges.length <= most) return { edges: view.edges, notes: [] }
  const needed = reduceEdges(view)
  const implied = view.edges.length - needed.length
  const notes = implied > 0 ? [`${implied} edges that follow from others are not drawn.`] : []
  if (needed.length <= most) return { edges: needed, notes }
  const level = new Map(view.nodes.map((node) => [node.id, node.level ?? -1]))
  const reach = ({ from, to }: GraphEdge) => (level.get(to) ?? 0) - (level.get(from) ?? 0)
  const shortest = new Set(needed.toSorted((a, b) => reach(a) - reach(b)).slice(0, most))
  return {
    edges: needed.filter((edge) => shortest.has(edge)),
    notes: [...notes, `${needed.length - most} more edges are too many to draw.`],
  }
}

export function reduceEdges({ nodes, edges }: Pick<GraphView, 'nodes' | 'edges'>): GraphEdge[] {
  const index = new Map(nodes.map(({ id }, i) => [id, i]))
  const arrows = edges.map(({ from, to }) => ({
    from: index.get(from) ?? -1,
    to: index.get(to) ?? -1,
  }))
  return reduce(tidy({ size: nodes.length, arrows })).map(({ from, to }) => ({
    from: nodes[from]?.id ?? '',
    to: nodes[to]?.id ?? '',
  }))
}
