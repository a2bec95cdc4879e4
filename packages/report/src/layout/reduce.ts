import { type Arrow, type Arrows, successors } from './graph.ts'
import { rank } from './rank.ts'

/**
 * The arrows that the others do not imply: what follows from a longer way is left out. Looks from
 * each node no further than its own last successor. Arrows of a circle all stay.
 */
export function reduce(graph: Arrows): Arrow[] {
  const ranks = rank(graph)
  const rankOf = (node: number) => ranks[node] as number
  const isForward = ({ from, to }: Arrow) => rankOf(from) < rankOf(to)
  const after = successors({ ...graph, arrows: graph.arrows.filter(isForward) })
  const implied = after.map((targets) => findImplied(targets, after, rankOf))
  return graph.arrows.filter((arrow) => !isForward(arrow) || !implied[arrow.from]?.has(arrow.to))
}

function findImplied(
  targets: readonly number[],
  after: readonly (readonly number[])[],
  rankOf: (node: number) => number,
): Set<number> {
  const last = Math.max(...targets.map(rankOf))
  const seen = new Set<number>()
  const queue = targets.flatMap((target) => after[target] ?? [])
  for (const node of queue) {
    if (seen.has(node) || rankOf(node) > last) continue
    seen.add(node)
    queue.push(...(after[node] ?? []))
  }
  return seen
}
