import { revealLine } from '../escape/reveal.ts'
import type { GivenWay } from '../run-report.ts'
import { shorten } from '../shorten.ts'
import { type AlignedRow, alignLines } from './align-lines.ts'

/** Both versions of a place where lines gave way, as much of them as there is room for. */
export interface Comparison {
  /** Lines above and below that are the same in both and are not shown. */
  readonly same: { readonly above: number; readonly below: number }
  /** Every line is one line, without invisible signs. */
  readonly rows: readonly AlignedRow[]
  /** Lines of each version for which there was no room. */
  readonly left: { readonly gaveWay: number; readonly kept: number }
}

export interface Room {
  /** How many lines of each version are shown. */
  readonly lines: number
  /** How many signs of a line are shown. */
  readonly signs: number
  /** What all lines may take together, as `sizeOf` measures them. */
  readonly total: number
  readonly sizeOf?: (line: string) => number
}

export function compareVersions(
  { lines, kept }: Pick<GivenWay, 'lines' | 'kept'>,
  room: Room,
): Comparison {
  const above = Math.max(0, commonStart(lines, kept) - context)
  const below = Math.max(0, commonEnd(lines, kept, above) - context)
  const gaveWay = lines.slice(above, lines.length - below)
  const stands = kept.slice(above, kept.length - below)
  const aligned = alignLines(gaveWay.slice(0, room.lines), stands.slice(0, room.lines))
  const rows = takeWhatFits(
    aligned.map((row) => clip(row, room.signs)),
    room,
  )
  const shown = (side: 'gaveWay' | 'kept') => rows.filter((row) => lineOf(row, side) !== undefined)
  return {
    same: { above, below },
    rows,
    left: {
      gaveWay: gaveWay.length - shown('gaveWay').length,
      kept: stands.length - shown('kept').length,
    },
  }
}

/** The line of one version in a row, if that version has one there. */
export function lineOf(row: AlignedRow, side: 'gaveWay' | 'kept'): string | undefined {
  return row.is === 'same' ? row.line : row[side]
}

/** Of what is the same in both, so many lines are shown beside what is not. */
const context = 3

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length++
  return length
}

/** Not counting the lines that are left out above. */
function commonEnd(a: readonly string[], b: readonly string[], above: number): number {
  const most = Math.min(a.length, b.length) - above
  let length = 0
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  return length
}

function takeWhatFits(rows: readonly AlignedRow[], room: Room): AlignedRow[] {
  const { total, sizeOf = (line) => line.length } = room
  let left = total
  const end = rows.findIndex((row) => {
    for (const side of ['gaveWay', 'kept'] as const) left -= sizeOf(lineOf(row, side) ?? '') + 1
    return left < 0
  })
  return end < 0 ? [...rows] : rows.slice(0, end)
}

/** Of two long lines that begin alike, the part where they differ is shown. */
function clip(row: AlignedRow, most: number): AlignedRow {
  if (row.is === 'same') return { is: 'same', line: clipLine(row.line, 0, most) }
  const { gaveWay, kept } = row
  const start = startOfDifference(gaveWay ?? '', kept ?? '', most)
  return {
    is: 'changed',
    ...(gaveWay === undefined ? {} : { gaveWay: clipLine(gaveWay, start, most) }),
    ...(kept === undefined ? {} : { kept: clipLine(kept, start, most) }),
  }
}

function startOfDifference(a: string, b: string, most: number): number {
  const end = Math.min(a.length, b.length)
  let same = 0
  while (same < end && a[same] === b[same]) same++
  if (Math.max(a.length, b.length) <= most || same <= most / 2) return 0
  const start = same - Math.floor(most / 4)
  return /^[\udc00-\udfff]/.test(a.slice(start)) ? start - 1 : start
}

function clipLine(line: string, start: number, most: number): string {
  // Only so much of a huge line is looked at: each unit becomes at least one sign.
  const part = line.slice(start, start + most * 2 + 2)
  const rest = start + part.length < line.length ? '…' : ''
  return shorten(`${start > 0 ? '…' : ''}${revealLine(part)}${rest}`, most)
}
