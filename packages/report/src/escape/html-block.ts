import { cleanLine } from './clean.ts'

/**
 * Text inside HTML that stands in Markdown. Nothing of it means anything to Markdown, to GitHub's
 * search for mentions and references, to a runner that reads it in a log, or to what looks for our
 * marks in a body. It must stay on its line: an empty line would end the block.
 */
export function blockText(text: string): string {
  return text.replace(telling, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** An id, a path or the like, as `code` gives it to Markdown. */
export function blockCode(text: string): string {
  return `<code>${blockText(cleanLine(text))}</code>`
}

/** The lines of a `pre`. A line of white space would end the block for Markdown, and gets a sign that is none. */
export function blockLines(lines: readonly string[]): string {
  return lines
    .map(blockText)
    .map((line) => (line.trim() === '' ? `&#32;${line.slice(1)}` : line))
    .join('\n')
}

const telling = /[&<>`$@|\\]|#(?=[\d#])|:(?=:|\/\/)|~(?=~)|(?<=\bgh)-(?=\d)|(?<=\bwww)\./gi
