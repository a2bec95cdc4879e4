import { type Arrow, type Arrows, tidy } from './graph.ts'
import { rank } from './rank.ts'
import { reduce } from './reduce.ts'

/**
 * The nodes that have arrows, cut into columns in which every arrow leads to the very next one. An arrow that passes
 * columns gets a joint in each, shared by all arrows from the same node, so that it is led between
 * the boxes and not behind them.
 */
export interface Columns {
  /** Slots from top to bottom; a slot below `size` is the node of that number, any other a joint. */
  readonly columns: readonly (readonly number[])[]
  /** Between neighbouring columns only. */
  readonly steps: readonly Arrow[]
  /** For each drawn arrow the slots that it passes, both ends included. */
  readonly ways: readonly (readonly number[])[]
}

export function cutIntoColumns(graph: Arrows, tallest: number): Columns {
  const tidied = tidy(graph)
  const column = splitTall(linkedRanks(tidied), tallest)
  const at = (node: number) => column.get(node) ?? 0
  const columns: number[][] = []
  const put = (slot: number, place: number) => {
    while (columns.length <= place) columns.push([])
    columns[place]?.push(slot)
  }
  for (const [node, place] of column) put(node, place)
  const joints = new Map<string, number>()
  const joint = (from: number, place: number) => {
    const key = `${from} ${place}`
    const slot = joints.get(key) ?? graph.size + joints.size
    if (!joints.has(key)) put(slot, place)
    joints.set(key, slot)
    return slot
  }
  const ways = reduce(tidied)
    .filter(({ from, to }) => at(from) < at(to))
    .map(({ from, to }) => {
      const passed = Array.from({ length: at(to) - at(from) - 1 }, (_, i) => at(from) + 1 + i)
      return [from, ...passed.map((place) => joint(from, place)), to]
    })
  return { columns, steps: stepsOf(ways), ways }
}

function linkedRanks(graph: Arrows): Map<number, number> {
  const linked = new Set(graph.arrows.flatMap(({ from, to }) => [from, to]))
  return new Map([...rank(graph).entries()].filter(([node]) => linked.has(node)))
}

/** A rank with too many nodes becomes several columns; nodes of one rank never depend on each other. */
function splitTall(ranks: ReadonlyMap<number, number>, tallest: number): Map<number, number> {
  const members: number[][] = []
  for (const [node, at] of ranks) {
    while (members.length <= at) members.push([])
    members[at]?.push(node)
  }
  const column = new Map<number, number>()
  let first = 0
  for (const nodes of members) {
    const parts = Math.ceil(nodes.length / tallest)
    const perPart = Math.ceil(nodes.length / parts)
    for (const [i, node] of nodes.entries()) column.set(node, first + Math.floor(i / perPart))
    first += parts
  }
  return column
}

function stepsOf(ways: readonly (readonly number[])[]): Arrow[] {
  const steps = new Map<string, Arrow>()
  for (const way of ways) {
    for (const [i, to] of way.entries()) {
      const from = way[i - 1]
      if (from !== undefined) steps.set(`${from} ${to}`, { from, to })
    }
  }
  return [...steps.values()]
}
