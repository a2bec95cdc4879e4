import type { Hunk, Region } from './align.ts'

/**
 * The alignment where it needs no search: one side changed nothing, both made the same of it, or all that
 * changed is one run of items of which neither side kept any. Nothing in any other case.
 */
export function alignOnePlace(sides: Hunk): readonly Region[] | undefined {
  const { base, ours, theirs } = sides
  const changed = isEqual(base, theirs) || isEqual(ours, theirs) ? ours : undefined
  const items = changed ?? (isEqual(base, ours) ? theirs : undefined)
  if (items) return agreed(items)
  const start = sharedLength(sides, (items, index) => items[index])
  const rest = cut(sides, start, 0)
  const end = sharedLength(rest, (items, index) => items.at(-1 - index))
  const hunk = cut(sides, start, end)
  if (!isReplaced(hunk)) return undefined
  const after = base.slice(base.length - end)
  return [...agreed(base.slice(0, start)), { is: 'hunk', hunk }, ...agreed(after)]
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

function agreed(items: readonly string[]): readonly Region[] {
  return items.length > 0 ? [{ is: 'agreed', items }] : []
}

/** How many items all three have in common, one after another. */
function sharedLength(
  { base, ours, theirs }: Hunk,
  itemAt: (items: readonly string[], index: number) => string | undefined,
): number {
  const differs = base.findIndex((_, index) => {
    const item = itemAt(base, index)
    return itemAt(ours, index) !== item || itemAt(theirs, index) !== item
  })
  return differs < 0 ? base.length : differs
}

function cut({ base, ours, theirs }: Hunk, start: number, end: number): Hunk {
  const inner = (items: readonly string[]) => items.slice(start, items.length - end)
  return { base: inner(base), ours: inner(ours), theirs: inner(theirs) }
}

/** An insertion or a deletion alone could be said to stand at more than one place. */
function isReplaced({ base, ours, theirs }: Hunk): boolean {
  const old = new Set(base)
  return (
    [base, ours, theirs].every(({ length }) => length > 0) &&
    ![...ours, ...theirs].some((item) => old.has(item))
  )
}
