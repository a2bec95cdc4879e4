import type { Hunk } from '../align.ts'
import { type Pair, pairUp } from '../pair-up.ts'
import { isSpace, tokenise } from '../tokens.ts'

/** The task's lines with those of the tip's among them that replace nothing. */
export interface KeptInserts {
  readonly lines: readonly string[]
  /** The tip's lines without those that were kept. */
  readonly others: readonly string[]
  /** How many of the kept lines stand before each of the task's. */
  keptBefore(line: number): number
}

/** Finds the lines that the tip only inserted beside an edit that overlaps with the task's. */
export function keepInserts({ base, ours, theirs }: Hunk): KeptInserts {
  const inserted = findInserted(base, ours)
  const places = pairLines(base, theirs)
  const known = new Set(theirs)
  const kept = inserted
    .filter(({ line }) => line.trim() === '' || !known.has(line))
    .map((insert) => ({ ...insert, before: placeOf(insert.after, places) }))
  const lines = [...theirs, undefined].flatMap((line, at) => [
    ...kept.filter(({ before }) => before === at).map((insert) => insert.line),
    ...(line === undefined ? [] : [line]),
  ])
  const taken = new Set(inserted.map(({ at }) => at))
  return {
    lines,
    others: ours.filter((_, at) => !taken.has(at)),
    keptBefore: (line) => kept.filter(({ before }) => before <= line).length,
  }
}

interface Insert {
  readonly at: number
  readonly line: string
  /** The line of the base behind which it stands; -1 at the start. */
  readonly after: number
}

/** What stands where the base has nothing between two lines that are still there, be it edited. */
function findInserted(base: readonly string[], ours: readonly string[]): readonly Insert[] {
  const pairs = [[-1, -1], ...pairLines(base, ours), [base.length, ours.length]] as const
  return pairs.slice(1).flatMap(([before, end], index) => {
    const [after = -1, start = -1] = pairs[index] ?? []
    if (before !== after + 1) return []
    return ours.slice(start + 1, end).map((line, at) => ({ at: start + 1 + at, line, after }))
  })
}

function placeOf(after: number, pairs: readonly Pair[]): number {
  const last = pairs.findLast(([before]) => before <= after)
  return last ? last[1] + 1 : 0
}

/** Each line of the base with the line that it is or has become. Long hunks are not worth the time that it takes. */
function pairLines(base: readonly string[], side: readonly string[]): readonly Pair[] {
  if (base.length * side.length > 40_000) return []
  const [words, others] = [base.map(wordsOf), side.map(wordsOf)]
  const likeness = (row: number, column: number) => alike(words[row] ?? [], others[column] ?? [])
  return pairUp({ rows: base.length, columns: side.length, likeness })
}

/** The first hundred, which is more than people write on a line. */
function wordsOf(line: string): readonly string[] {
  return tokenise(line.slice(0, 1000))
    .filter((token) => !isSpace(token))
    .slice(0, 100)
}

/** From nothing to one: the share of words in common, if it is at least half. */
function alike(one: readonly string[], other: readonly string[]): number {
  const left = [...other]
  const common = one.filter((word) => {
    const at = left.indexOf(word)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  const total = one.length + other.length
  const share = total === 0 ? 1 : (2 * common.length) / total
  return share >= 0.5 ? share : 0
}
