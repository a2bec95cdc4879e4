import type { MergeStep } from '@wavefront/wave'
import type { Align } from '../align.ts'
import type { GivenWay, Sides } from '../settle-text.ts'
import { tokenByToken } from '../steps/token-by-token.ts'
import { indentAt, reindent } from './layout.ts'
import { mergeArrays } from './merge-arrays.ts'
import { mergeObjects } from './merge-objects.ts'
import { isSame, isStrictJson, type JsonValue, type Located, textOf } from './parse-json.ts'

/** What came of a key that both sides changed. */
export interface Settled {
  readonly path: readonly string[]
  readonly step: MergeStep
  readonly gaveWay?: GivenWay
}

/** Where in the file we are, and where it is written down what became of it. */
export interface Place {
  readonly path: readonly string[]
  readonly align: Align
  note(settled: Settled): void
}

export interface ValueSides {
  /** None where both sides added the key. */
  readonly base?: JsonValue | undefined
  readonly ours: JsonValue
  readonly theirs: JsonValue
  /** The values with their keys, for the record. */
  readonly shown?: { readonly ours: Located; readonly theirs: Located }
}

/** The text of the merged value, as it stands in ours. */
export async function mergeValues(sides: ValueSides, place: Place): Promise<string> {
  const { base, ours, theirs } = sides
  if (isSame(ours, theirs) || (base && isSame(base, theirs))) return textOf(ours)
  if (ours.kind === 'object' && theirs.kind === 'object') return mergeObjects(sides, place)
  if (ours.kind === 'array' && theirs.kind === 'array') return mergeArrays(sides, place)
  const kept = reindent(theirs, () => indentAt(ours.text, ours.start))
  if (base && isSame(base, ours)) return kept
  const words = base && (await mergeWords({ base, ours, theirs }, place.align))
  if (words) {
    place.note({ path: place.path, step: 'token-by-token' })
    return words
  }
  const { shown = sides } = sides
  const gaveWay = { lines: linesOf(shown.ours), kept: linesOf(shown.theirs), of: 'tip' } as const
  place.note({ path: place.path, step: 'json-by-key', gaveWay })
  return kept
}

/**
 * The whole lines on which something stands, so that they can be found in the file they come from; only what
 * is meant where everything is on one line.
 */
export function linesOf({ text, start, end }: Located): readonly string[] {
  const before = text.slice(Math.max(0, start - farAway), start)
  const after = text.slice(end, end + farAway)
  const from = before.length < farAway ? 0 : undefined
  const to = after.length < farAway ? after.length : undefined
  const head = before.includes('\n') ? before.lastIndexOf('\n') + 1 : from
  const tail = after.includes('\n') ? after.indexOf('\n') : to
  const own = text.slice(start, end)
  const isNear = head !== undefined && tail !== undefined
  return (isNear ? before.slice(head) + own + after.slice(0, tail) : own).split('\n')
}

const farAway = 200

/** Sentences and commands. A version or a name that is a bit of each side's would be nobody's. */
async function mergeWords(
  { base, ours, theirs }: Sides<JsonValue>,
  align: Align,
): Promise<string | undefined> {
  const texts = [base, ours, theirs].map(textOf)
  if (!texts.every((text) => text.startsWith('"') && /\s/.test(text))) return undefined
  const [first = '', second = '', third = ''] = texts
  const merged = await tokenByToken({ base: [first], ours: [second], theirs: [third] }, align)
  const text = merged?.join('\n')
  return text !== undefined && isStrictJson(text) ? text : undefined
}
