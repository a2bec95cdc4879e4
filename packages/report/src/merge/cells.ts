import { isWide } from '../html/fit-text.ts'

/** How many columns of a terminal a text takes, near enough: what joins or combines takes none. */
export function countCells(text: string): number {
  let cells = 0
  for (const sign of text) cells += cellsOf(sign)
  return cells
}

/** A text that takes exactly so many columns: cut with an ellipsis, or filled up. */
export function fillCells(text: string, width: number): string {
  const cut = cutCells(text, width)
  return cut + ' '.repeat(Math.max(0, width - countCells(cut)))
}

/** A text that takes at most so many columns. Tabs become spaces, for nobody knows where they end. */
export function cutCells(text: string, width: number): string {
  const plain = text.replaceAll('\t', '    ')
  if (countCells(plain) <= width) return plain
  let cut = ''
  let room = width - 1
  for (const sign of plain) {
    room -= cellsOf(sign)
    if (room < 0) break
    cut += sign
  }
  return `${cut}…`
}

function cellsOf(sign: string): number {
  if (/[\p{M}\u200c\u200d]/u.test(sign)) return 0
  return isWide(sign) ? 2 : 1
}
