/** A block that goes on over lines, until it is closed. */
export interface Block {
  readonly is: 'fence' | 'comment'
  readonly at: number
  readonly mark: string
}

/** What of a line is not inside `<!-- … -->`; a comment that code quotes is none. */
export function withoutComments(raw: string, at: number, open: Block | undefined) {
  let shown = ''
  let rest = raw
  let block = open
  for (;;) {
    const mark = block ? '-->' : '<!--'
    const found = rest.indexOf(mark)
    if (!block) shown += found < 0 ? rest : rest.slice(0, found)
    if (found < 0) return { shown, block }
    if (block) block = undefined
    else if (isInCode(shown)) shown += mark
    else block = { is: 'comment' as const, at, mark }
    rest = rest.slice(found + mark.length)
  }
}

function isInCode(before: string): boolean {
  return before.split('`').length % 2 === 0
}
