/** A text file as the merge sees it. How lines end is a property of the file, so that it can be merged like one. */
export interface Text {
  readonly lines: readonly string[]
  /** `\r\n` only where every line ends so; stray ones are part of their lines. */
  readonly eol: '\n' | '\r\n'
  readonly endsWithEol: boolean
  /** Whether the mark of the byte order stands in front. It is no part of the first line. */
  readonly hasBom: boolean
}

export function parseText(content: string): Text {
  const hasBom = content.startsWith(bom)
  const text = hasBom ? content.slice(bom.length) : content
  const lineFeeds = text.match(/\n/g)?.length ?? 0
  const pairs = text.match(/\r\n/g)?.length ?? 0
  const eol = pairs > 0 && pairs === lineFeeds ? '\r\n' : '\n'
  const lines = text.split(eol)
  const endsWithEol = lines.at(-1) === ''
  if (endsWithEol) lines.pop()
  return { lines, eol, endsWithEol, hasBom }
}

const bom = '\uFEFF'

export function renderText({ lines, eol, endsWithEol, hasBom }: Text): string {
  const start = hasBom ? bom : ''
  if (lines.length === 0) return start
  return start + lines.join(eol) + (endsWithEol ? eol : '')
}

/** The lines of one text with the properties that three have between them. */
export function renderMerged(
  lines: readonly string[],
  { base, ours, theirs }: Readonly<Record<'base' | 'ours' | 'theirs', Text>>,
): string {
  const change = <K extends keyof Text>(key: K): Text[K] =>
    changedValue(base[key], ours[key], theirs[key])
  const [eol, endsWithEol, hasBom] = [change('eol'), change('endsWithEol'), change('hasBom')]
  return renderText({ lines, eol, endsWithEol, hasBom })
}

/** Of three values the one that was changed; the task's if both changed it. */
export function changedValue<T>(base: T, ours: T, theirs: T): T {
  return theirs === base ? ours : theirs
}
