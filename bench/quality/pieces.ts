import { alignItems, type Change, changesBetween } from './align.ts'

/** A place where base and truth differ, by the numbers of their lines. */
export interface Hunk {
  readonly at: number
  readonly old: readonly string[]
  readonly new: readonly string[]
}

/** Above this, pairing the lines of a hunk takes too long, and it stays in one piece. */
const pairsAtMost = 250_000

/**
 * Cuts a hunk where two people could have written its parts: a line that has become another one, a group of
 * lines that are gone, and of lines that are new each statement or block. The pieces touch each other.
 */
export function cutHunk(hunk: Hunk): readonly Hunk[] {
  const { old, new: fresh } = hunk
  if (old.length === 0) return cutBlocks(fresh).map((lines) => ({ ...hunk, new: lines }))
  if (fresh.length === 0 || old.length * fresh.length > pairsAtMost) return [hunk]
  const [words, freshWords] = [old.map(wordsOf), fresh.map(wordsOf)]
  const size = { rows: old.length, columns: fresh.length }
  const pairs = alignItems({
    ...size,
    of: (row, column) => likenessOf(words[row] ?? [], freshWords[column] ?? []),
  })
  const changes = changesBetween(size, pairs, (row, column) => old[row] === fresh[column])
  return joinUnbalanced(
    hunk,
    changes.flatMap((change) => piecesOf(hunk, change)),
  )
}

/** A bracket that is opened in one piece and closed in the next is the work of one person. */
function joinUnbalanced(hunk: Hunk, pieces: readonly Hunk[]): readonly Hunk[] {
  const joined: Hunk[] = []
  let open: readonly Hunk[] = []
  let brackets = 0
  for (const piece of pieces) {
    open = [...open, piece]
    brackets += opened(piece.new) - opened(piece.old)
    if (brackets !== 0) continue
    joined.push(joinPieces(hunk, open))
    open = []
  }
  if (open.length === 0) return joined
  return [...joined.slice(0, -1), joinPieces(hunk, [...joined.slice(-1), ...open])]
}

/** With the lines between them, which stay as they are. */
function joinPieces(hunk: Hunk, pieces: readonly Hunk[]): Hunk {
  const at = pieces[0]?.at ?? hunk.at
  const [old, fresh]: [string[], string[]] = [[], []]
  for (const piece of pieces) {
    const between = hunk.old.slice(at + old.length - hunk.at, piece.at - hunk.at)
    old.push(...between, ...piece.old)
    fresh.push(...between, ...piece.new)
  }
  return { at, old, new: fresh }
}

function piecesOf({ at, old, new: fresh }: Hunk, change: Change): readonly Hunk[] {
  const lines = fresh.slice(change.fromOther, change.toOther)
  const piece = { at: at + change.from, old: old.slice(change.from, change.to), new: lines }
  return piece.old.length > 0
    ? [piece]
    : cutBlocks(lines).map((block) => ({ ...piece, new: block }))
}

function wordsOf(line: string): readonly string[] {
  return line.match(/[\p{L}\p{N}_]+/gu) ?? []
}

/** From 0 to 1; nothing is alike that shares less than half. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  const known = new Set(one)
  const shared = other.filter((word) => known.has(word)).length
  const likeness = (2 * shared) / (one.length + other.length || 1)
  return likeness > 0.5 ? likeness : 0
}

/** Cut before a line that is as far in as the block's first one, when no bracket is open and nothing leads up to it. */
function cutBlocks(lines: readonly string[]): readonly (readonly string[])[] {
  const blocks: string[][] = []
  let open = 0
  let depth: number | undefined
  let last = ''
  for (const line of lines) {
    const isWritten = line.trim() !== ''
    const canStart = isWritten && !goesOn.test(line) && !leadsUp.test(last)
    const block = blocks.at(-1)
    if (block === undefined || (canStart && open === 0 && depth === indentation(line))) {
      blocks.push([line])
      depth = undefined
    } else block.push(line)
    if (isWritten) {
      depth ??= indentation(line)
      last = line
    }
    open = Math.max(0, open + opened([line]))
  }
  return blocks
}

const goesOn = /^\s*[)\]}*,|&?:+]/

/** Comments, headings and decorators belong to what comes after them. */
const leadsUp = /^\s*(?:\/[/*]|\*|#(?!include|import)|@|<!--|--)/

function indentation(line: string): number {
  return /^\s*/.exec(line)?.[0].length ?? 0
}

/** How many brackets and comments are left open; below zero, how many are closed that were opened before. */
function opened(lines: readonly string[]): number {
  const count = (characters: RegExp) => lines.join('\n').match(characters)?.length ?? 0
  return count(/[([{]|\/\*/g) - count(/[)\]}]|\*\//g)
}
