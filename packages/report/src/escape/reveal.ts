/**
 * A line of somebody's file as it is, for people who compare: what would command a terminal, reorder
 * or hide is not dropped but shown as a sign of its own (`␛`, `⟨U+202E⟩`).
 */
export function revealLine(text: string): string {
  return text.replace(unseen, (sign) => {
    const code = sign.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCharCode(0x2400 + code)
    if (code === 0x7f) return '\u2421'
    return `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`
  })
}

/** Tabs are seen, and emoji and several scripts need the two joiners. */
const unseen = /(?!\t)\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/gu
