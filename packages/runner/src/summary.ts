import { appendFileSync, statSync } from 'node:fs'

/** Of one step; past it GitHub uploads nothing of it, and says so nowhere. */
export const maxSummaryBytes = 1024 * 1024

const note = '\n*The rest did not fit: a summary has at most 1 MiB.*\n'

export interface Summary {
  append(markdown: string): void
}

/** A file that the runner takes up when the step ends. Without one (some self-made runners) it is left out. */
export function createSummary(path: string | undefined, maxBytes = maxSummaryBytes): Summary {
  let isFull = false
  return {
    append(markdown) {
      if (path === undefined || path === '' || isFull) return
      const text = markdown.endsWith('\n') ? markdown : `${markdown}\n`
      const left = maxBytes - sizeOf(path)
      const fitting = fitSummary(text, left)
      isFull = fitting !== text
      appendFileSync(path, fitting)
    },
  }
}

/**
 * Everything, or as many whole lines as fit and a note; a code block that is cut is closed. Room for
 * the note is kept in any case, for what may come after.
 */
export function fitSummary(markdown: string, maxBytes: number): string {
  let room = maxBytes - Buffer.byteLength(note)
  if (Buffer.byteLength(markdown) <= room) return markdown
  if (room < 0) return ''
  let kept = ''
  let fence = ''
  for (const line of markdown.split(/(?<=\n)/)) {
    const next = fenceAfter(fence, line)
    const size = Buffer.byteLength(line)
    if (size + closing(next).length > room) break
    kept += line
    room -= size
    fence = next
  }
  return `${kept}${closing(fence)}${note}`
}

/** The fence that is open after this line, if any: only one as long and of the same sign closes it. */
function fenceAfter(open: string, line: string): string {
  const found = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line)
  const [, fence = '', info = ''] = found ?? []
  if (found === null) return open
  if (open === '') return fence
  return fence[0] === open[0] && fence.length >= open.length && info.trim() === '' ? '' : open
}

function closing(fence: string): string {
  return fence === '' ? '' : `${fence}\n`
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
