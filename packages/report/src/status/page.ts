import { table } from '../escape/markdown.ts'
import { more } from './markup.ts'

/** A piece of a page. It becomes shorter by whole rows, and goes when none of them fits. */
export interface Part {
  /** What it is called where it had to be left out. */
  readonly name: string
  /** Who chooses first when there is too little room: the lowest. */
  readonly rank: number
  /** What it may take before the others had their turn. */
  readonly share?: number
  readonly before?: string
  readonly rows: readonly string[]
  readonly between: '\n' | '\n\n'
  readonly after?: string
  /** Which rows stay when not all can, the lowest first; without it, those that come first. */
  readonly urgency?: readonly number[]
}

/** What GitHub takes as a comment or a pull request's text is 65,536 signs; an adapter adds its own marks. */
export const mostOfBody = 65_000

/** A summary may have 1 MiB, and a sign takes up to three bytes. */
export const mostOfSummary = 340_000

/**
 * A page of at most so many signs. By rank each part takes its share, and then, by rank again, what the
 * others left. Nothing is cut inside a row, so that no markup is left open.
 */
export function renderPage(parts: readonly Part[], most: number): string {
  const wanted = parts.filter(({ rows }) => rows.length > 0)
  const byRank = wanted.toSorted((a, b) => a.rank - b.rank)
  const texts = new Map<Part, string>()
  let room = most - roomForOmitted
  for (const isFirstRound of [true, false]) {
    for (const part of byRank) {
      const before = texts.get(part) ?? ''
      const mine = before === '' ? room : room + before.length + gap.length
      const text = shrink(part, isFirstRound ? Math.min(part.share ?? mine, mine) : mine)
      room = mine - (text === '' ? 0 : text.length + gap.length)
      texts.set(part, text)
    }
  }
  const shown = wanted.map((part) => texts.get(part) ?? '').filter((text) => text !== '')
  const omitted = wanted.filter((part) => texts.get(part) === '').map((part) => part.name)
  const last = omitted.length > 0 ? [`*Left out for want of room: ${omitted.join(', ')}.*`] : []
  return `${[...shown, ...last].join(gap)}\n`
}

export function paragraph(text: string, rank = 0): Part {
  return { name: 'a paragraph', rank, rows: [text], between: '\n' }
}

/** The rows of a table of cells that are already Markdown, and what stands above them. */
export function tableRows(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Pick<Part, 'before' | 'rows' | 'between'> {
  const [titles = '', rule = '', ...lines] = table(head, rows).split('\n')
  return { before: `${titles}\n${rule}\n`, rows: lines, between: '\n' }
}

/** The same part, shown on demand. */
export function foldPart(summary: string, part: Part): Part {
  return {
    ...part,
    before: `<details><summary>${summary}</summary>\n\n${part.before ?? ''}`,
    after: `${part.after ?? ''}\n\n</details>`,
  }
}

const gap = '\n\n'
const roomForOmitted = 400

function shrink(part: Part, most: number): string {
  const { before = '', rows, between, after = '' } = part
  const whole = `${before}${rows.join(between)}${after}`
  if (whole.length <= most) return whole
  const note = (left: number) => `${gap}${more(left)}`
  const kept = choose(part, most - before.length - after.length - note(rows.length).length)
  if (kept.length === 0) return ''
  return `${before}${kept.join(between)}${note(rows.length - kept.length)}${after}`
}

/** As many rows as there is room for, in their own order. */
function choose({ rows, between, urgency }: Part, most: number): string[] {
  const order = [...rows.keys()].sort((a, b) => (urgency?.[a] ?? 0) - (urgency?.[b] ?? 0) || a - b)
  const chosen = new Set<number>()
  let room = most + between.length
  for (const i of order) {
    room -= (rows[i] ?? '').length + between.length
    if (room < 0) break
    chosen.add(i)
  }
  return rows.filter((_, i) => chosen.has(i))
}
