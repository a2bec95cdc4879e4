import { type Arrows, successors } from './graph.ts'

/**
 * The column of each node: one more than the last of those it comes after. In a circle some node
 * has to be first; it is the one with the smallest number.
 */
export function rank(graph: Arrows): number[] {
  const after = successors(graph)
  const waitsFor = new Array<number>(graph.size).fill(0)
  for (const { to } of graph.arrows) waitsFor[to] = (waitsFor[to] ?? 0) + 1
  const ranks = new Array<number>(graph.size).fill(0)
  const isPlaced = new Array<boolean>(graph.size).fill(false)
  const queue = [...ranks.keys()].filter((node) => waitsFor[node] === 0)
  let next = 0
  for (let first = 0; first <= graph.size; first++) {
    for (; next < queue.length; next++) {
      const node = queue[next] as number
      if (isPlaced[node]) continue
      isPlaced[node] = true
      for (const to of after[node] ?? []) {
        if (isPlaced[to]) continue
        ranks[to] = Math.max(ranks[to] as number, (ranks[node] as number) + 1)
        waitsFor[to] = (waitsFor[to] as number) - 1
        if (waitsFor[to] === 0) queue.push(to)
      }
    }
    if (first < graph.size && !isPlaced[first]) queue.push(first)
  }
  return ranks
}
