import type { Problem } from '@wavefront/errors'
import { maxText } from '../limits.ts'
import { quote } from '../texts.ts'
import type { Block } from './comments.ts'
import type { Line } from './lines.ts'

/** `- [] x`, `-[ ] x`, `- [x]y`, `- [-] x`: meant as a task, but Markdown shows no box. */
export function looksLikeBox(line: Line): boolean {
  if (line.is === 'box') return line.text === ''
  if (line.is !== 'bullet' && line.is !== 'text') return false
  return /^([-*+]|\d{1,9}[.)])[ \t]*\[[ \t]*[xX~/-]?[ \t]*\](?![([:])/.test(line.raw.trim())
}

export function nearlyABox(where: string, raw: string): Problem {
  const fix = 'write "- [ ] what to do", or "- [x] what to do" when it is done'
  return { what: `${quote(raw.trim())} is nearly a task`, where, fix }
}

export function tooLong(where: string, length: number): Problem {
  const fix = `keep lines below ${maxText} characters`
  return { what: `the line has ${length} characters`, where, fix }
}

export function neverClosed(path: string, { is, at, mark }: Block): Problem {
  const end = is === 'comment' ? '-->' : mark
  const what = is === 'comment' ? 'a comment' : 'a block of code'
  return {
    what: `${what} begins here and never ends`,
    where: `${path}:${at}`,
    fix: `write ${end} below it`,
  }
}
