import type { Box, Heading, Line } from './lines.ts'

/** Markdown as headings with the boxes below them. */
export interface Section {
  readonly heading?: Heading
  readonly items: readonly Item[]
  /** The text that belongs to no box. */
  readonly prose: readonly string[]
}

/** A box that is in no other box, with what is written under it. */
export interface Item {
  readonly box: Box
  /** The lines that the box's own paragraph goes on with. */
  readonly wrapped: readonly string[]
  readonly below: readonly Line[]
}

export function outline(lines: readonly Line[]): Section[] {
  const sections = [new Open()]
  for (const line of lines) {
    if (line.is === 'heading') sections.push(new Open(line))
    else sections.at(-1)?.add(line)
  }
  return sections
}

/** The lines under a box as text, without the indent that all of them have. */
export function dedent(lines: readonly Line[]): string {
  const indents = lines.filter(({ is }) => is !== 'blank').map(({ indent }) => indent)
  const common = indents.reduce((least, indent) => Math.min(least, indent), Number.MAX_SAFE_INTEGER)
  return lines.map(({ raw }) => stripIndent(raw, common)).join('\n')
}

interface OpenItem {
  readonly box: Box
  readonly wrapped: string[]
  readonly below: Line[]
}

/** A section that is still being read. */
class Open implements Section {
  readonly heading?: Heading
  readonly items: OpenItem[] = []
  readonly prose: string[] = []
  #item: OpenItem | undefined
  #afterBlank = false

  constructor(heading?: Heading) {
    if (heading) this.heading = heading
  }

  add(line: Exclude<Line, Heading>): void {
    const item = this.#item && this.#belongs(line, this.#item) ? this.#item : undefined
    if (item) this.#addTo(item, line)
    else if (line.is === 'box') this.#begin(line)
    else if (line.is !== 'blank') {
      this.#item = undefined
      this.prose.push(line.raw.trim())
    }
    this.#afterBlank = line.is === 'blank'
  }

  /**
   * What is indented belongs to the box above, boxes included: those are its steps. So does a
   * paragraph that goes on, or code that follows at once, without an indent.
   */
  #belongs(line: Exclude<Line, Heading>, { box }: OpenItem): boolean {
    if (line.is === 'blank' || line.is === 'code' || line.indent >= box.indent + 2) return true
    return !this.#afterBlank && (line.is === 'text' || line.is === 'fence')
  }

  #begin(box: Box): void {
    this.#item = { box, wrapped: [], below: [] }
    this.items.push(this.#item)
  }

  #addTo(item: OpenItem, line: Exclude<Line, Heading>): void {
    const goesOn = line.is === 'text' && item.below.length === 0
    if (goesOn) item.wrapped.push(line.raw.trim())
    else item.below.push(line)
  }
}

/** Tabs that remain stay tabs: in code they may mean something. */
function stripIndent(raw: string, columns: number): string {
  let at = 0
  for (let width = 0; width < columns; at++) {
    if (raw[at] === '\t') width += 4 - (width % 4)
    else if (raw[at] === ' ') width++
    else break
  }
  return raw.slice(at).trimEnd()
}
