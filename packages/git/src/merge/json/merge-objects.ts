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
import { byKey, isSame, type JsonMember, type JsonValue } from './parse-json.ts'

interface Entry extends Part {
  readonly key: string
}

/** Key by key: what one side alone added, changed or deleted is so; what both did, the task did. */
export async function mergeObjects(sides: ValueSides, place: Place): Promise<string> {
  const { ours, theirs } = sides
  const entries: Entry[] = []
  for (const slot of readLayout(ours).slots) {
    const entry = await settleKey(slot, sides, within(place, slot.member.key))
    if (entry) entries.push(entry)
  }
  const findPlace = placesFor(sides)
  const indent = () => indentOfMembers(ours, theirs)
  for (const member of theirs.members) {
    if (!isComing(member, sides, within(place, member.key))) continue
    const { key, start, end } = member
    const body = reindent({ text: theirs.text, start, end }, indent)
    entries.splice(findPlace(key, entries), 0, { key, body })
  }
  return renderContainer(ours, theirs, entries)
}

function within(place: Place, key: string): Place {
  return { ...place, path: [...place.path, key] }
}

function membersOf(value: JsonValue | undefined): ReadonlyMap<string, JsonMember> {
  return byKey(value?.kind === 'object' ? value.members : [])
}

/** A key of ours; nothing if the task deleted it. */
async function settleKey(
  slot: Slot,
  { base, ours, theirs }: ValueSides,
  place: Place,
): Promise<Entry | undefined> {
  const { key, start, end, value } = slot.member
  const before = membersOf(base).get(key)
  const incoming = membersOf(theirs).get(key)
  if (incoming) {
    const shown = {
      ours: { text: ours.text, start, end },
      theirs: { text: theirs.text, start: incoming.start, end: incoming.end },
    }
    const both = { base: before?.value, ours: value, theirs: incoming.value, shown }
    const merged = await mergeValues(both, place)
    return { key, slot, body: ours.text.slice(start, value.start) + merged }
  }
  if (!before) return { key, slot, body: ours.text.slice(start, end) }
  if (!isSame(before.value, value)) {
    const lines = linesOf({ text: ours.text, start, end })
    const kept = [deletedLines(lines, [])]
    place.note({ path: place.path, step: 'json-by-key', gaveWay: { lines, kept, of: 'tip' } })
  }
  return undefined
}

/** Whether a key of the task's that ours lacks comes in: it is new, or changed after all. */
function isComing(member: JsonMember, { base, ours, theirs }: ValueSides, place: Place): boolean {
  const { key, value, start, end } = member
  if (membersOf(ours).has(key)) return false
  const before = membersOf(base).get(key)
  if (!base || !before) return true
  if (isSame(before.value, value)) return false
  const gone = linesOf({ text: base.text, start: before.start, end: before.end })
  const kept = linesOf({ text: theirs.text, start, end })
  const gaveWay = { lines: [deletedLines(gone, [])], kept, of: 'tip' } as const
  place.note({ path: place.path, step: 'json-by-key', gaveWay })
  return true
}

/**
 * Where a key of the task's comes to stand: in its alphabetical place, if both sides keep one; otherwise behind
 * the key that it stands behind, and behind what the tip added there.
 */
function placesFor({
  base,
  ours,
  theirs,
}: ValueSides): (key: string, entries: readonly Entry[]) => number {
  const isSorted = [ours, theirs].every(({ members }) => isAlphabetical(members))
  const order = new Map(theirs.members.map(({ key }, index) => [key, index]))
  const known = membersOf(base)
  const indexOf = (key: string) => order.get(key) ?? Number.POSITIVE_INFINITY
  const isOurs = (key = '') => !order.has(key) && !known.has(key)
  return (key, entries) => {
    if (isSorted) {
      const next = entries.findIndex((entry) => compare(entry.key, key) > 0)
      return next < 0 ? entries.length : next
    }
    let at = entries.findLastIndex((entry) => indexOf(entry.key) < indexOf(key)) + 1
    while (at < entries.length && isOurs(entries[at]?.key)) at += 1
    return at
  }
}

function isAlphabetical(members: readonly JsonMember[]): boolean {
  if (members.length < 2) return false
  return members.every(
    ({ key }, index) => index === 0 || compare(members[index - 1]?.key ?? '', key) < 0,
  )
}

/** As npm sorts dependencies; the same on every machine. */
function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en')
}
