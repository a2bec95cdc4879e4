/** A text file as the merge sees it. How lines end is a property of the file, so that it can be merged like one. */
export interface Text {
  readonly lines: readonly string[]
  /** `\r\n` only where every line ends so; stray ones are part of their lines. */
  readonly eol: '\n' | '\r\n'
  readonly endsWithEol: boolean
}

/** The text in some bytes; nothing if they are binary: a NUL, or not UTF-8. */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

export function parseText(content: string): Text {
  const lineFeeds = content.match(/\n/g)?.length ?? 0
  const pairs = content.match(/\r\n/g)?.length ?? 0
  const eol = pairs > 0 && pairs === lineFeeds ? '\r\n' : '\n'
  const lines = content.split(eol)
  const endsWithEol = lines.at(-1) === ''
  if (endsWithEol) lines.pop()
  return { lines, eol, endsWithEol }
}

export function renderText({ lines, eol, endsWithEol }: Text): string {
  if (lines.length === 0) return ''
  return lines.join(eol) + (endsWithEol ? eol : '')
}

/** Of three values the one that was changed; the task's if both changed it. */
export function changedValue<T>(base: T, ours: T, theirs: T): T {
  return theirs === base ? ours : theirs
}
