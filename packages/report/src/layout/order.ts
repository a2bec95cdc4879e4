import type { Arrow } from './graph.ts'

type Order = readonly (readonly number[])[]

const sweeps = 12

/**
 * Puts each column in an order with few crossings: back and forth, every slot goes to the mean
 * place of its neighbours in the column before. The best order seen wins.
 */
export function untangle(columns: Order, steps: readonly Arrow[]): Order {
  const before = neighbours(steps, ({ from, to }) => [to, from])
  const after = neighbours(steps, ({ from, to }) => [from, to])
  let order = columns
  let best = columns
  let fewest = countCrossings(columns, after)
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    order =
      sweep % 2 === 0 ? sortAlong(order, before) : sortAlong(order.toReversed(), after).toReversed()
    const crossings = countCrossings(order, after)
    if (crossings < fewest) {
      best = order
      fewest = crossings
    }
  }
  return best
}

/** How often two arrows between neighbouring columns cross each other. */
export function countCrossings(
  order: Order,
  after: ReadonlyMap<number, readonly number[]>,
): number {
  const place = placesOf(order)
  return order.reduce((sum, column, i) => {
    const ends = column.map((slot) => (after.get(slot) ?? []).map((to) => place.get(to) ?? 0))
    return sum + countInversions(ends, order[i + 1]?.length ?? 0)
  }, 0)
}

/** Counts as it goes how many earlier ends are below each end, with a Fenwick tree over places. */
function countInversions(groups: readonly (readonly number[])[], size: number): number {
  const tree = new Int32Array(size + 1)
  let seen = 0
  let inversions = 0
  for (const ends of groups) {
    for (const end of ends) inversions += seen - countUpTo(tree, end)
    for (const end of ends) {
      for (let i = end + 1; i <= size; i += i & -i) tree[i] = (tree[i] ?? 0) + 1
    }
    seen += ends.length
  }
  return inversions
}

function countUpTo(tree: Int32Array, end: number): number {
  let sum = 0
  for (let i = end + 1; i > 0; i -= i & -i) sum += tree[i] ?? 0
  return sum
}

function sortAlong(order: Order, towards: ReadonlyMap<number, readonly number[]>): number[][] {
  const place = new Map<number, number>()
  return order.map((column) => {
    const weight = new Map(
      column.map((slot, i) => [slot, meanPlace(towards.get(slot), place) ?? i]),
    )
    const sorted = column.toSorted((a, b) => (weight.get(a) ?? 0) - (weight.get(b) ?? 0))
    for (const [i, slot] of sorted.entries()) place.set(slot, i)
    return sorted
  })
}

function meanPlace(
  slots: readonly number[] | undefined,
  place: ReadonlyMap<number, number>,
): number | undefined {
  if (slots === undefined) return undefined
  return slots.reduce((sum, slot) => sum + (place.get(slot) ?? 0), 0) / slots.length
}

export function neighbours(
  steps: readonly Arrow[],
  ends: (step: Arrow) => readonly [number, number],
): Map<number, number[]> {
  const found = new Map<number, number[]>()
  for (const step of steps) {
    const [slot, other] = ends(step)
    const others = found.get(slot)
    if (others) others.push(other)
    else found.set(slot, [other])
  }
  return found
}

function placesOf(order: Order): Map<number, number> {
  return new Map(order.flatMap((column) => column.map((slot, i) => [slot, i] as const)))
}
