import { alignItems, changesBetween } from './align.ts'
import { cutHunk, type Hunk } from './pieces.ts'

/** One file of each branch, and how each of the truth's new lines looks in the branches that brought it. */
export interface Dealt {
  readonly branches: readonly (readonly string[])[]
  readonly carriers: ReadonlyMap<string, ReadonlySet<string>>
}

/** Whose turn it is goes on from file to file. */
export interface Turn {
  next: number
}

/** Deals the pieces of each hunk out to the branches in turn: neighbours go to different ones, earlier ones to earlier ones. */
export function dealHunks(
  base: readonly string[],
  hunks: readonly Hunk[],
  { count, turn }: { readonly count: number; readonly turn: Turn },
): Dealt {
  const hands: Hunk[][] = Array.from({ length: count }, () => [])
  const carriers = new Map<string, Set<string>>()
  for (const hunk of hunks) {
    const parts = splitLine(hunk) ?? cutHunk(hunk).map((piece) => ({ piece }))
    const groups = groupEvenly(parts, count)
    const order = groups.map((_, at) => (turn.next + at) % count).sort((a, b) => a - b)
    turn.next += groups.length
    for (const [at, group] of groups.entries()) {
      for (const piece of joinPlaces(group)) hands[order[at] ?? 0]?.push(piece)
    }
    for (const [line, carrier] of carriersOf(parts))
      carriers.set(line, (carriers.get(line) ?? new Set()).add(carrier))
  }
  return { branches: hands.map((hand) => applyHunks(base, hand)), carriers }
}

interface Part {
  readonly piece: Hunk
  /** Where on its line the piece is, when it is less than a line. */
  readonly within?: Within
}

interface Within {
  readonly tokens: readonly string[]
  readonly from: number
  readonly to: number
  readonly by: readonly string[]
}

/**
 * One line that was changed in several places: a part for each place. There are two words at least
 * between two places, and no bracket is opened by one change and closed by another.
 */
function splitLine(hunk: Hunk): readonly Part[] | undefined {
  const [line, ...more] = hunk.old
  const [fresh, ...moreFresh] = hunk.new
  if (line === undefined || fresh === undefined || more.length + moreFresh.length > 0)
    return undefined
  const [tokens, freshTokens] = [tokensOf(line), tokensOf(fresh)]
  if (tokens.length * freshTokens.length > 100_000) return undefined
  const size = { rows: tokens.length, columns: freshTokens.length }
  const areEqual = (row: number, column: number) => tokens[row] === freshTokens[column]
  const pairs = alignItems({ ...size, of: (row, column) => (areEqual(row, column) ? 1 : 0) })
  const changes = changesBetween(size, pairs, areEqual)
  if (pairs.length * 2 < tokens.length) return undefined
  const places: Within[] = []
  for (const { from, to, fromOther, toOther } of changes) {
    const place = { tokens, from, to, by: freshTokens.slice(fromOther, toOther) }
    const last = places.at(-1)
    if (last && !(isBalanced(last) && isFarFrom(last, place)))
      places.splice(-1, 1, joinWithin(last, place))
    else places.push(place)
  }
  if (places.length < 2 || !places.every(isBalanced)) return undefined
  return places.map((within) => ({ piece: { ...hunk, new: [changed([within])] }, within }))
}

function isFarFrom({ tokens, to }: Within, { from }: Within): boolean {
  return tokens.slice(to, from).filter((token) => /\p{L}/u.test(token)).length >= 2
}

function joinWithin({ tokens, from, to, by }: Within, next: Within): Within {
  return { tokens, from, to: next.to, by: [...by, ...tokens.slice(to, next.from), ...next.by] }
}

function isBalanced({ tokens, from, to, by }: Within): boolean {
  const count = (items: readonly string[], kinds: RegExp) =>
    items.filter((item) => kinds.test(item)).length
  const open = (items: readonly string[]) => count(items, /[([{]/) - count(items, /[)\]}]/)
  return (
    open(tokens.slice(from, to)) === open(by) &&
    count(by, /["'`]/) % 2 === count(tokens.slice(from, to), /["'`]/) % 2
  )
}

function tokensOf(line: string): readonly string[] {
  return line.match(/[\p{L}\p{N}_]+|\s+|./gu) ?? []
}

function changed(places: readonly Within[]): string {
  const tokens = [...(places[0]?.tokens ?? [])]
  for (const { from, to, by } of [...places].reverse()) tokens.splice(from, to - from, ...by)
  return tokens.join('')
}

function joinPlaces(parts: readonly Part[]): readonly Hunk[] {
  const [first] = parts
  const places = parts.flatMap(({ within }) => (within ? [within] : []))
  if (first === undefined || places.length < 2) return parts.map(({ piece }) => piece)
  return [{ ...first.piece, new: [changed(places)] }]
}

/** A line that several people changed can give way with any of the changes on it. */
function carriersOf(parts: readonly Part[]): readonly (readonly [string, string])[] {
  const places = parts.flatMap(({ within }) => (within ? [within] : []))
  if (places.length < 2)
    return parts.flatMap(({ piece }) => piece.new.map((line) => [line, line] as const))
  const some = places.slice(0, 8)
  const choices = Array.from({ length: 2 ** some.length }, (_, bits) =>
    some.filter((_, at) => (bits >> at) % 2 === 1),
  )
  const whole = changed(places)
  return choices
    .filter(({ length }) => length > 0)
    .map((choice) => [whole, changed(choice)] as const)
}

function groupEvenly<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.min(most, items.length)
  return Array.from({ length: count }, (_, at) =>
    items.slice(
      Math.floor((at * items.length) / count),
      Math.floor(((at + 1) * items.length) / count),
    ),
  )
}

function applyHunks(base: readonly string[], hunks: readonly Hunk[]): readonly string[] {
  const lines: string[] = []
  let done = 0
  for (const { at, old, new: fresh } of hunks) {
    for (; done < at; done++) lines.push(base[done] ?? '')
    for (const line of fresh) lines.push(line)
    done += old.length
  }
  return lines.concat(base.slice(done))
}
