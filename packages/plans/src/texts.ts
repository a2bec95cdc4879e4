import type { TaskBrief } from '@wavefront/tasks'

/** Stores keep 500 letters of a title, people read 80. */
export const maxTitle = 200

/**
 * Foreign text as one line: a title becomes the subject of a commit and a row on a terminal, where
 * a line break or an escape code would be more than text.
 */
export function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

/** In place of a title that could not be read, in a plan that is refused anyway. */
export const unreadTitle = '…'

/** A title and, where it had to be cut, the whole text for the description. */
export function toTitle(text: string): { readonly title: string; readonly whole?: string } {
  const whole = toOneLine(text)
  if (whole.length <= maxTitle) return { title: whole }
  const cut = whole.slice(0, maxTitle - 1)
  const end = cut.lastIndexOf(' ')
  return { title: `${cut.slice(0, end > maxTitle / 2 ? end : undefined)}…`, whole }
}

type Maybe<T> = { readonly [Key in keyof T]?: T[Key] | null | undefined }

/** A brief without its empty parts. */
export function toBrief(parts: Maybe<TaskBrief>): TaskBrief {
  const brief: { -readonly [Part in keyof TaskBrief]: TaskBrief[Part] } = {}
  for (const part of ['description', 'details', 'acceptance', 'notes'] as const) {
    const text = trimLines(parts[part] ?? '')
    if (text) brief[part] = text
  }
  return brief
}

export function joinTexts(...texts: readonly (string | null | undefined)[]): string {
  return texts
    .map((text) => trimLines(text ?? ''))
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Without blank lines around it; the first line keeps its indent. */
function trimLines(text: string): string {
  return text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd()
}

/** A text in a message: its quotes and control characters escaped, and not more of it than helps. */
export function quote(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text
  return JSON.stringify(shown)
}

/** `1, 2, 3 and 4 more`. */
export function listSome(items: readonly string[], shown = 5): string {
  const more = items.length - shown
  const first = items.slice(0, shown).map(toOneLine).join(', ')
  return more > 0 ? `${first} and ${more} more` : first
}
