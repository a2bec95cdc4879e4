import type { Hunk, Region } from '../align.ts'
import { type Pair, pairUp } from '../pair-up.ts'

/**
 * A hunk with the places that only one side changed told from those that both did. Git makes one hunk of edits
 * that touch each other. Here they are apart where they share none of the base's lines and do not both insert
 * at one place; edits that do are a smaller hunk, and it is the whole one if all of them do.
 */
export function takeApart({ base, ours, theirs }: Hunk): readonly Region[] {
  const changes = [
    ...findChanges(base, ours).map((change) => ({ ...change, of: 'ours' as const })),
    ...findChanges(base, theirs).map((change) => ({ ...change, of: 'theirs' as const })),
  ]
  const parts: Region[] = []
  let done = 0
  for (const { from, to, changes: some } of groupChanges(changes)) {
    parts.push({ is: 'agreed', items: base.slice(done, from) })
    const side = (of: Side) => {
      const own = some.filter((change) => change.of === of)
      return apply(base, { from, to }, own)
    }
    parts.push(settle({ base: base.slice(from, to), ours: side('ours'), theirs: side('theirs') }))
    done = to
  }
  return joinAgreed([...parts, { is: 'agreed', items: base.slice(done) }])
}

type Side = 'ours' | 'theirs'

/** A run of the base's lines, and what a side has in its place. Either can be empty. */
interface Change {
  readonly from: number
  readonly to: number
  readonly by: readonly string[]
}

interface SidesChange extends Change {
  readonly of: Side
}

function findChanges(base: readonly string[], side: readonly string[]): readonly Change[] {
  const changes: Change[] = []
  let [row, column] = [0, 0]
  for (const [nextRow, nextColumn] of [...pairEqual(base, side), [base.length, side.length]]) {
    if (row < nextRow || column < nextColumn)
      changes.push({ from: row, to: nextRow, by: side.slice(column, nextColumn) })
    ;[row, column] = [nextRow + 1, nextColumn + 1]
  }
  return changes
}

/** Lines with words hold the others in their places. Long hunks are not worth the time that it takes. */
function pairEqual(base: readonly string[], side: readonly string[]): readonly Pair[] {
  if (base.length * side.length > 1_000_000) return []
  const weights = base.map((line) => (/[\p{L}\p{N}]/u.test(line) ? 1 : 0.1))
  const likeness = (row: number, column: number) =>
    base[row] === side[column] ? (weights[row] ?? 0) : 0
  return pairUp({ rows: base.length, columns: side.length, likeness })
}

interface Group {
  readonly from: number
  readonly to: number
  readonly changes: readonly SidesChange[]
}

function groupChanges(changes: readonly SidesChange[]): readonly Group[] {
  const groups: Group[] = []
  const inOrder = [...changes].sort((one, other) => one.from - other.from || one.to - other.to)
  for (const change of inOrder) {
    const last = groups.at(-1)
    if (!last || !isShared(last, change)) groups.push({ ...change, changes: [change] })
    else {
      const to = Math.max(last.to, change.to)
      groups.splice(-1, 1, { from: last.from, to, changes: [...last.changes, change] })
    }
  }
  return groups
}

function isShared(group: Group, { from, to }: Change): boolean {
  const insertBoth = from === to && group.from === from && group.to === to
  return insertBoth || from < group.to
}

/** A run of the base's lines as a side has it. */
function apply(
  base: readonly string[],
  { from, to }: Omit<Change, 'by'>,
  changes: readonly Change[],
): readonly string[] {
  let lines: readonly string[] = []
  let done = from
  for (const change of changes) {
    lines = lines.concat(base.slice(done, change.from), change.by)
    done = change.to
  }
  return lines.concat(base.slice(done, to))
}

function settle(hunk: Hunk): Region {
  const { base, ours, theirs } = hunk
  if (isEqual(base, ours) || isEqual(ours, theirs)) return { is: 'agreed', items: theirs }
  return isEqual(base, theirs) ? { is: 'agreed', items: ours } : { is: 'hunk', hunk }
}

function isEqual(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

function joinAgreed(parts: readonly Region[]): readonly Region[] {
  const joined: Region[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (part.is === 'agreed' && last?.is === 'agreed')
      joined.splice(-1, 1, { is: 'agreed', items: [...last.items, ...part.items] })
    else if (part.is === 'hunk' || part.items.length > 0) joined.push(part)
  }
  return joined
}
