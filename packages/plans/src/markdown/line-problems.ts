import type { Problem } from '@wavefront/errors'
import { maxText } from '../limits.ts'
import { quote, unreadTitle } from '../texts.ts'
import type { Block } from './comments.ts'
import type { Box, Line } from './lines.ts'

/**
 * The box that `- [] x`, `-[ ] x`, `- [x]y` and `- [-] x` are meant as, though Markdown shows none.
 * A box without a text is one of them.
 */
export function readNearBox(line: Line): Box | undefined {
  const { at, indent, raw } = line
  if (line.is === 'box' ? line.text !== '' : line.is !== 'bullet' && line.is !== 'text') return
  const [, marker, tick, text] =
    /^([-*+]|\d{1,9}[.)])[ \t]*\[[ \t]*([xX~/-]?)[ \t]*\](?![([:])(.*)$/.exec(raw.trim()) ?? []
  if (marker === undefined) return
  const ticked = tick === 'x' || tick === 'X'
  return { is: 'box', at, indent, raw, marker, ticked, text: text?.trim() || unreadTitle }
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
