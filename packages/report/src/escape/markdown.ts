import { clean, cleanLine } from './clean.ts'

/** A space of no width: what stands on both sides of it is no longer one mention or reference. */
const gap = '&#8203;'

/** Where a mention, a reference or an address is taken apart. */
const seams = /@(?=\w)|#(?=\d)|\bgh-(?=\d)|:(?=\/\/)|\bwww\./gi

/**
 * Somebody's text as plain words on one line, in a paragraph, a list or a table. GitHub looks for
 * mentions, references and closing keywords after Markdown has been rendered, so these cannot be
 * escaped and are taken apart instead.
 */
export function words(text: string): string {
  return cleanLine(text)
    .replace(/[&<>]/g, (sign) => entities[sign] ?? sign)
    .replace(/[\\`*_[\]|~$#!]/g, '\\$&')
    .replace(/^([-+=:]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
    .replace(seams, `$&${gap}`)
}

/** An id, a path or the like. Backticks where that is safe, and where it is not, the same look. */
export function code(text: string): string {
  const line = cleanLine(text)
  const isTame = /^[A-Za-z0-9./][\w./ -]*(?::\d+)?$/.test(line) && !/\bgh-\d|www\./i.test(line)
  return isTame ? `\`${line}\`` : `<code>${words(line)}</code>`
}

/** Lines as they are, in a fence that they cannot close. */
export function fence(text: string, language = ''): string {
  const body = clean(text)
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(([run]) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${body}\n${ticks}`
}

/** Markdown that is shown on demand. */
export function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

/** A table of cells that are already Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
