import { cleanLine } from '../escape/clean.ts'

const wide =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff00-\uff60]/u

/** As much of a line as fits into so many pixels, and nothing where not even three signs would. */
export function fitText(text: string, pixels: number, pixelsPerSign: number): string {
  const signs = [...cleanLine(text)]
  const width = (sign: string) => (isWide(sign) ? 2 : 1) * pixelsPerSign
  if (signs.reduce((sum, sign) => sum + width(sign), 0) <= pixels) return signs.join('')
  let fitting = 0
  let used = pixelsPerSign
  for (const sign of signs) {
    used += width(sign)
    if (used > pixels) break
    fitting++
  }
  return fitting < 3 ? '' : `${signs.slice(0, fitting).join('').trimEnd()}…`
}

/** Signs that take the room of two. */
export function isWide(sign: string): boolean {
  return wide.test(sign)
}
