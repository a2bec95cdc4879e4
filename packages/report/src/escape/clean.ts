const esc = String.fromCharCode(0x1b)
const bell = String.fromCharCode(0x07)
const c1csi = String.fromCharCode(0x9b)

/** Terminal commands: titles and links up to their end (or the line's), colours and movements, the rest. */
const commands = new RegExp(
  [
    `${esc}[\\]PX^_][^${bell}${esc}\\n]*(?:${bell}|${esc}\\\\)?`,
    `(?:${esc}\\[|${c1csi})[0-?]*[ -/]*[@-~]`,
    `${esc}[ -/]*[0-~]?`,
  ].join('|'),
  'g',
)

/** Emoji and several scripts need the two joiners; nothing else that is invisible is needed. */
const invisible = /(?![\n\t])\p{Cc}|(?![\u200c\u200d])\p{Cf}/gu

/**
 * Text as it is safe to show anywhere: no terminal commands, no control characters, nothing
 * that reorders or hides what is read, no half characters.
 */
export function clean(text: string): string {
  return text
    .replace(commands, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(invisible, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}

export function cleanLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim()
}
