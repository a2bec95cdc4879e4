import type { Problem } from '@wavefront/errors'
import { maxText } from '../limits.ts'
import { type Block, withoutComments } from './comments.ts'
import { nearlyABox, neverClosed, readNearBox, tooLong } from './line-problems.ts'

/** A line of Markdown, as far as a list of tasks is concerned. */
export type Line = Heading | Box | Other

interface Place {
  /** The number of the line, from 1. */
  readonly at: number
  /** In columns; a tab reaches to the next multiple of four. */
  readonly indent: number
  readonly raw: string
}

export interface Heading extends Place {
  readonly is: 'heading'
  readonly level: number
  readonly text: string
}

export interface Box extends Place {
  readonly is: 'box'
  readonly ticked: boolean
  /** `-`, `*`, `+`, `1.` or `1)`. */
  readonly marker: string
  readonly text: string
}

/** `fence` opens a block of code, `code` is inside it or closes it. */
export interface Other extends Place {
  readonly is: 'blank' | 'text' | 'bullet' | 'quote' | 'fence' | 'code'
}

/** The lines as far as they can be read, and what is wrong with them. */
export interface ReadLines {
  readonly lines: readonly Line[]
  readonly problems: readonly Problem[]
  /** What never ends hides all that is below it. */
  readonly hasGap: boolean
}

export function readLines(path: string, text: string): ReadLines {
  const lines: Line[] = []
  const problems: Problem[] = []
  let open: Block | undefined
  for (const [i, whole] of text.split(/\r\n|\n|\r/).entries()) {
    const at = i + 1
    if (whole.length > maxText) problems.push(tooLong(`${path}:${at}`, whole.length))
    const raw = whole.slice(0, maxText)
    if (open?.is === 'fence') {
      lines.push({ is: 'code', at, indent: indentOf(raw), raw })
      if (closesFence(raw, open.mark)) open = undefined
    } else {
      const { shown, block } = withoutComments(raw, at, open)
      const line = classify(shown, at)
      const meant = readNearBox(line)
      lines.push(meant ?? line)
      if (meant) problems.push(nearlyABox(`${path}:${at}`, line.raw))
      open = block ?? (line.is === 'fence' ? { is: 'fence', at, mark: fenceMark(raw) } : undefined)
    }
  }
  if (open) problems.push(neverClosed(path, open))
  return { lines, problems, hasGap: open !== undefined }
}

/** The width of the white space in front. */
export function indentOf(raw: string): number {
  let columns = 0
  for (const letter of raw) {
    if (letter === ' ') columns++
    else if (letter === '\t') columns += 4 - (columns % 4)
    else break
  }
  return columns
}

function classify(raw: string, at: number): Line {
  const place = { at, indent: indentOf(raw), raw }
  const text = raw.trim()
  if (text === '') return { ...place, is: 'blank' }
  const [, hashes, title] = /^(#{1,6})(?:[ \t]+(.*))?$/.exec(text) ?? []
  if (hashes !== undefined && place.indent < 4) {
    const plain = (title ?? '').replace(/(?:^|[ \t])#+$/, '').trim()
    return { ...place, is: 'heading', level: hashes.length, text: plain }
  }
  const [, marker, tick, label] =
    /^([-*+]|\d{1,9}[.)])[ \t]+\[([ xX])\](?:[ \t]+(.*))?$/.exec(text) ?? []
  if (marker !== undefined) {
    return { ...place, is: 'box', marker, ticked: tick !== ' ', text: label ?? '' }
  }
  if (fenceMark(raw) !== '') return { ...place, is: 'fence' }
  if (text.startsWith('>')) return { ...place, is: 'quote' }
  return { ...place, is: /^([-*+]|\d{1,9}[.)])([ \t]|$)/.test(text) ? 'bullet' : 'text' }
}

function fenceMark(raw: string): string {
  return /^(`{3,}(?=[^`]*$)|~{3,})/.exec(raw.trim())?.[1] ?? ''
}

function closesFence(raw: string, mark: string): boolean {
  const text = raw.trim()
  return text.length >= mark.length && text === mark.charAt(0).repeat(text.length)
}
