import { type JsonMember, type JsonValue, type Located, textOf } from './parse-json.ts'

/** How an object or a list is written: its members with all that stands between them. */
export interface Layout {
  readonly slots: readonly Slot[]
  /** What stands before the closing bracket. */
  readonly close: string
  readonly hasTrailingComma: boolean
}

export interface Slot {
  readonly member: JsonMember
  /** White space, and comments about what comes. */
  readonly lead: string
  /** Between the value and its comma. */
  readonly pre: string
  /** A comment behind the comma. */
  readonly post: string
}

/** A member of the merged container; one that comes from the other text has no lead of its own. */
export interface Part {
  readonly body: string
  readonly slot?: Slot
}

export function readLayout({ text, start, end, members }: JsonValue): Layout {
  const slots: Slot[] = []
  let at = start + 1
  let hasTrailingComma = false
  for (const [index, member] of members.entries()) {
    const gap = text.slice(member.end, members[index + 1]?.start ?? end - 1)
    const { whole, pre, comma, post } = readGap(gap)
    slots.push({ member, lead: text.slice(at, member.start), pre, post })
    at = member.end + whole.length
    hasTrailingComma = comma !== ''
  }
  return { slots, close: text.slice(at, end - 1), hasTrailingComma }
}

const comment = String.raw`\/\/[^\n]*|\/\*[^\n]*?\*\/(?=[ \t]*(?:\n|$))`
const withComma = new RegExp(
  String.raw`^((?:\s|\/\/[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*),([ \t]*(?:${comment}))?`,
)
const withoutComma = new RegExp(String.raw`^[ \t]*(?:${comment})`)

function readGap(gap: string) {
  const [whole, pre = '', post = ''] = withComma.exec(gap) ?? []
  if (whole !== undefined) return { whole, pre, comma: ',', post }
  const [comment = ''] = withoutComma.exec(gap) ?? []
  return { whole: comment, pre: '', comma: '', post: comment }
}

/** Writes a container as `ours` was written, with these members in it; `theirs` says how, where ours was empty. */
export function renderContainer(
  ours: JsonValue,
  theirs: JsonValue,
  parts: readonly Part[],
): string {
  const layout = readLayout(ours)
  const style = readStyle(ours, theirs)
  const [open = '', shut = ''] = ours.kind === 'array' ? '[]' : '{}'
  const written = parts.map(({ body, slot }, index) => {
    const isLast = index === parts.length - 1
    const comma = isLast && !layout.hasTrailingComma ? '' : ','
    const lead = leadOf(slot, index, { layout, style })
    return lead + body + (slot?.pre ?? '') + comma + (slot?.post ?? '')
  })
  return open + written.join('') + closeOf(layout, style, parts.length) + shut
}

export interface Style {
  /** Of each member; nothing where they stand on one line. */
  readonly indent: string | undefined
  readonly first: string
  readonly between: string
  readonly close: string
}

export function readStyle(ours: JsonValue, theirs: JsonValue): Style {
  const model = ours.members.length > 0 ? ours : theirs
  const { slots, close } = readLayout(model)
  const line = slots
    .map(({ lead }) => /\n([ \t]*)$/.exec(lead)?.[1])
    .find((indent) => indent !== undefined)
  const between = slots[1]?.lead ?? (/:\s/.test(model.text) ? ' ' : '')
  const first = slots[0]?.lead ?? ''
  if (model === ours || line === undefined) return { indent: line, first, between, close }
  const outer = indentAt(ours.text, ours.start)
  const unit = line.slice(indentAt(theirs.text, theirs.start).length)
  return { indent: outer + unit, first, between, close: `\n${outer}` }
}

/** A member that comes to stand first on a line of several, or stops to, changes its lead. */
function leadOf(
  slot: Slot | undefined,
  index: number,
  { layout, style }: { readonly layout: Layout; readonly style: Style },
): string {
  const wasFirst = slot === layout.slots[0]
  const isPlain = slot === undefined || slot.lead.trim() === ''
  if (slot && (wasFirst === (index === 0) || !isPlain || slot.lead.includes('\n'))) return slot.lead
  if (style.indent !== undefined) return `\n${style.indent}`
  return index === 0 ? style.first : style.between
}

function closeOf(layout: Layout, style: Style, count: number): string {
  if (count === 0) return layout.close.trim() === '' ? '' : layout.close
  return layout.slots.length === 0 && layout.close.trim() === '' ? style.close : layout.close
}

/** The white space at the start of the line on which something stands. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? ''
}

/** A piece of one text, as it is written where lines are indented otherwise. */
export function reindent(piece: Located, to: () => string): string {
  const [first = '', ...others] = textOf(piece).split('\n')
  // What stands on one line may stand on a very long one, of which the start is far away.
  if (others.length === 0) return first
  const from = indentAt(piece.text, piece.start)
  const start = to()
  const moved = others.map((line) =>
    line.startsWith(from) ? start + line.slice(from.length) : line,
  )
  return [first, ...moved].join('\n')
}

/** For members of the task's that come to stand in ours. */
export function indentOfMembers(ours: JsonValue, theirs: JsonValue): string {
  return readStyle(ours, theirs).indent ?? indentAt(ours.text, ours.start)
}
