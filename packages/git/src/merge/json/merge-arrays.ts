import type { Hunk } from '../align.ts'
import { deletedLines } from '../stand-ins.ts'
import {
  indentOfMembers,
  type Part,
  readLayout,
  reindent,
  renderContainer,
  type Slot,
} from './layout.ts'
import { linesOf, mergeValues, type Place, type ValueSides } from './merge-values.ts'
import { canonical, type JsonMember, type JsonValue } from './parse-json.ts'

interface Item extends Part {
  readonly value: string
}

/**
 * Item by item, aligned as lines are. Where each item stands but once in every version, the list is taken for
 * a set: what both sides added, wherever, stands once.
 */
export async function mergeArrays(sides: ValueSides, place: Place): Promise<string> {
  const { ours, theirs } = sides
  const base = sides.base?.kind === 'array' ? sides.base : undefined
  const values = { base: valuesOf(base), ours: valuesOf(ours), theirs: valuesOf(theirs) }
  const isSet = [values.base, values.ours, values.theirs].every(
    (items) => new Set(items).size === items.length,
  )
  const queues = { base: queueOf(base), ours: queueOf(ours), theirs: queueOf(theirs) }
  const slots = new Map(readLayout(ours).slots.map((slot) => [slot.member, slot]))
  const work: Work = { sides, place, queues, slots, indent: () => indentOfMembers(ours, theirs) }
  const items: Item[] = []
  for (const region of await place.align(values)) {
    if (region.is === 'agreed')
      items.push(...region.items.flatMap((item) => takeAgreed(item, work)))
    else items.push(...(await settleItems(region.hunk, work)))
  }
  return renderContainer(ours, theirs, isSet ? once(items) : items)
}

type Queue = Map<string, JsonMember[]>

interface Work {
  readonly sides: ValueSides
  readonly place: Place
  /** The members by their values, to find those again that a region speaks of. */
  readonly queues: Readonly<Record<'base' | 'ours' | 'theirs', Queue>>
  readonly slots: ReadonlyMap<JsonMember, Slot>
  readonly indent: () => string
}

function valuesOf(array: JsonValue | undefined): readonly string[] {
  return array?.members.map(({ value }) => canonical(value)) ?? []
}

/** Backwards, because the end is where something can be taken from quickly. */
function queueOf(array: JsonValue | undefined): Queue {
  const queue: Queue = new Map()
  for (const member of array?.members.toReversed() ?? []) {
    const value = canonical(member.value)
    const same = queue.get(value)
    if (same) same.push(member)
    else queue.set(value, [member])
  }
  return queue
}

function takeAgreed(item: string, work: Work): readonly Item[] {
  const own = work.queues.ours.get(item)?.pop()
  const incoming = work.queues.theirs.get(item)?.pop()
  if (own) return [toOwn(own, work)]
  return incoming ? [toIncoming(incoming, work)] : []
}

/** Items that both sides changed: both insertions stay, as many items as before are merged one by one. */
async function settleItems(hunk: Hunk, work: Work): Promise<readonly Item[]> {
  const { sides, place } = work
  const take = (side: keyof Hunk) =>
    hunk[side].flatMap((item) => work.queues[side].get(item)?.pop() ?? [])
  const [base, ours, theirs] = [take('base'), take('ours'), take('theirs')]
  if (base.length === 0) {
    const incoming = theirs.map((member) => toIncoming(member, work))
    return [...ours.map((member) => toOwn(member, work)), ...incoming]
  }
  if (base.length === ours.length && base.length === theirs.length)
    return mergePairs({ base, ours, theirs }, work)
  const gaveWay = {
    lines: shown(sides.ours, ours, base),
    kept: shown(sides.theirs, theirs, base),
    of: 'tip',
  } as const
  place.note({ path: place.path, step: 'json-by-key', gaveWay })
  return theirs.map((member) => toIncoming(member, work))
}

interface MemberHunk {
  readonly base: readonly JsonMember[]
  readonly ours: readonly JsonMember[]
  readonly theirs: readonly JsonMember[]
}

async function mergePairs(
  { base, ours, theirs }: MemberHunk,
  work: Work,
): Promise<readonly Item[]> {
  const items: Item[] = []
  for (const [index, own] of ours.entries()) {
    const incoming = theirs[index]
    if (!incoming) continue
    const pair = { base: base[index]?.value, ours: own.value, theirs: incoming.value }
    const body = await mergeValues(pair, work.place)
    items.push({ ...toOwn(own, work), body, value: body })
  }
  return items
}

function shown(
  array: JsonValue,
  members: readonly JsonMember[],
  base: readonly JsonMember[],
): readonly string[] {
  const [first] = members
  const last = members.at(-1)
  if (!first || !last) return [deletedLines(base.map(String), [])]
  return linesOf({ text: array.text, start: first.start, end: last.end })
}

function toOwn(member: JsonMember, { sides: { ours }, slots }: Work): Item {
  const slot = slots.get(member)
  const body = ours.text.slice(member.start, member.end)
  return { value: canonical(member.value), body, ...(slot && { slot }) }
}

function toIncoming({ value }: JsonMember, { indent }: Work): Item {
  return { value: canonical(value), body: reindent(value, indent) }
}

function once(items: readonly Item[]): readonly Item[] {
  const seen = new Set<string>()
  return items.filter(({ value }) => !seen.has(value) && seen.add(value))
}
