import { cutIntoColumns } from './columns.ts'
import type { Arrow, Arrows } from './graph.ts'
import { levelOut } from './level-out.ts'
import { neighbours, untangle } from './order.ts'

export interface Sizes {
  readonly width: number
  readonly height: number
  /** Between columns. */
  readonly gap: number
  /** Between boxes of a column. */
  readonly space: number
  /** The most boxes in a column. */
  readonly tallest: number
}

export interface Layout {
  readonly width: number
  readonly height: number
  /** The upper left corner of each node's box, by the node's number. */
  readonly boxes: readonly Point[]
  /** From the right side of one box to the left side of another, by way of points between. */
  readonly lines: readonly Line[]
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Line extends Arrow {
  readonly points: readonly Point[]
}

/** Boxes in columns from left to right, each arrow pointing to the right, few crossings. */
export function layOut(graph: Arrows, sizes: Sizes): Layout {
  const { columns, steps, ways } = cutIntoColumns(graph, sizes.tallest)
  const order = untangle(columns, steps)
  const room = (slot: number) => (slot < graph.size ? sizes.height + sizes.space : sizes.space)
  const middles = findMiddles(order, steps, room)
  const bottom = highest([...middles].map(([slot, middle]) => middle + room(slot) / 2))
  const places = new Map<number, Point>()
  const left = (column: number) => column * (sizes.width + sizes.gap)
  for (const [i, column] of order.entries()) {
    for (const slot of column) places.set(slot, { x: left(i), y: middles.get(slot) ?? 0 })
  }
  const loners = [...new Array(graph.size).keys()].filter((node) => !places.has(node))
  for (const [node, { column, row }] of stack(loners, sizes.tallest)) {
    places.set(node, { x: left(column), y: bottom + (row + 0.5) * room(node) })
  }
  return draw(graph.size, places, ways, sizes)
}

/** Nodes without any arrow have no place of their own: below the others they are in nobody's way. */
function stack(
  nodes: readonly number[],
  tallest: number,
): Map<number, { column: number; row: number }> {
  const rows = Math.ceil(nodes.length / Math.max(1, Math.ceil(nodes.length / tallest)))
  return new Map(nodes.map((node, i) => [node, { column: Math.floor(i / rows), row: i % rows }]))
}

function draw(
  size: number,
  places: ReadonlyMap<number, Point>,
  ways: readonly (readonly number[])[],
  { width, height, space }: Sizes,
): Layout {
  const at = (slot: number) => places.get(slot) ?? { x: 0, y: 0 }
  const boxes = Array.from({ length: size }, (_, i) => ({ x: at(i).x, y: at(i).y - height / 2 }))
  const all = [...places.values()]
  return {
    width: highest(all.map(({ x }) => x + width)),
    height: highest([...all.map(({ y }) => y), ...boxes.map(({ y }) => y + height)]) + space / 2,
    boxes,
    lines: ways.map((way) => ({
      from: way[0] as number,
      to: way.at(-1) as number,
      points: way.flatMap((slot, i) => [
        ...(i > 0 ? [at(slot)] : []),
        ...(i < way.length - 1 ? [{ x: at(slot).x + width, y: at(slot).y }] : []),
      ]),
    })),
  }
}

const rounds = 6

/** Back and forth, every slot moves to the mean height of its neighbours, as far as there is room. */
function findMiddles(
  order: readonly (readonly number[])[],
  steps: readonly Arrow[],
  room: (slot: number) => number,
): Map<number, number> {
  const before = neighbours(steps, ({ from, to }) => [to, from])
  const after = neighbours(steps, ({ from, to }) => [from, to])
  const middles = new Map<number, number>()
  const settle = (column: readonly number[], towards: Map<number, number[]>) => {
    const wishes = column.map((slot) => ({
      middle: wish(slot, towards, middles),
      room: room(slot),
    }))
    for (const [i, middle] of levelOut(wishes).entries()) middles.set(column[i] as number, middle)
  }
  for (const column of order) settle(column, new Map())
  for (let round = 0; round < rounds; round++) {
    for (const column of order) settle(column, before)
    for (const column of order.toReversed()) settle(column, after)
  }
  return startAtTop(order, middles, room)
}

function wish(
  slot: number,
  towards: ReadonlyMap<number, readonly number[]>,
  middles: ReadonlyMap<number, number>,
): number {
  const others = towards.get(slot)
  if (others === undefined) return middles.get(slot) ?? 0
  return others.reduce((sum, other) => sum + (middles.get(other) ?? 0), 0) / others.length
}

function startAtTop(
  order: readonly (readonly number[])[],
  middles: ReadonlyMap<number, number>,
  room: (slot: number) => number,
): Map<number, number> {
  const tops = order.flat().map((slot) => (middles.get(slot) ?? 0) - room(slot) / 2)
  const top = tops.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)
  return new Map([...middles].map(([slot, middle]) => [slot, Math.round((middle - top) * 10) / 10]))
}

/** At least 0. A loop, because a call cannot take as many arguments as a large graph has slots. */
function highest(amounts: readonly number[]): number {
  return amounts.reduce((most, each) => Math.max(most, each), 0)
}
