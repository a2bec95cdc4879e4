import { nearest } from '@wavefront/errors'
import { quote } from '../texts.ts'
import { type AttributeKey, type Attributes, readValue } from './attribute-value.ts'

export interface ReadAttributes {
  /** The line without them. */
  readonly text: string
  readonly attributes: Attributes
  readonly faults: readonly Fault[]
}

interface Fault {
  readonly what: string
  readonly fix: string
}

const keys: Readonly<Record<string, AttributeKey>> = {
  id: 'id',
  depends: 'depends',
  'depends on': 'depends',
  depends_on: 'depends',
  after: 'depends',
  files: 'files',
  priority: 'priority',
  minutes: 'minutes',
}

/** `Add a form (id: form) (depends: api, schema)`. Parentheses with any other word are text. */
export function readAttributes(line: string): ReadAttributes {
  let text = line.trim()
  let attributes: Attributes = { depends: [], files: [] }
  const faults: Fault[] = []
  for (let last = lastGroup(text); last; last = lastGroup(text)) {
    const read = readGroup(last)
    if (read === undefined) break
    if (read.is === 'fault') faults.push(read.fault)
    else attributes = merge(attributes, read.attributes)
    text = last.before
  }
  return { text, attributes, faults }
}

/** Those of all lines of one task: lists add up, and of two ids the first is meant. */
export function joinAttributes(all: readonly Attributes[]): Attributes {
  const joined = { depends: [], files: [] }
  for (const one of [...all].reverse()) Object.assign(joined, one)
  return {
    ...joined,
    depends: all.flatMap(({ depends }) => depends),
    files: all.flatMap(({ files }) => files),
  }
}

interface ParenGroup {
  readonly before: string
  readonly word: string
  readonly value: string
}

function lastGroup(text: string): ParenGroup | undefined {
  if (!text.endsWith(')')) return undefined
  let depth = 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++
    else if (text[at] === '(' && --depth === 0) {
      const [, word, value] = /^([A-Za-z_ ]{2,12}):(.*)$/s.exec(text.slice(at + 1, -1)) ?? []
      if (word === undefined || value === undefined) return undefined
      return {
        before: text.slice(0, at).trimEnd(),
        word: word.trim().toLowerCase(),
        value: value.trim(),
      }
    }
  }
  return undefined
}

type ReadGroup =
  | { readonly is: 'attribute'; readonly attributes: Partial<Attributes> }
  | { readonly is: 'fault'; readonly fault: Fault }

/** Nothing, when it is text. */
function readGroup({ word, value }: ParenGroup): ReadGroup | undefined {
  const key = Object.hasOwn(keys, word) ? keys[word] : undefined
  if (key === undefined) {
    const fault = misspelt(word)
    return fault && { is: 'fault', fault }
  }
  const read = readValue(key, value)
  if (!('fix' in read)) return { is: 'attribute', attributes: read }
  return { is: 'fault', fault: { what: `"${key}" is ${quote(value)}`, fix: read.fix } }
}

/** `(depend: a)` would be lost without a word; `(see: a)` is none of our business. */
function misspelt(word: string): Fault | undefined {
  const meant = word.length < 4 ? undefined : nearest(word, Object.keys(keys))
  if (meant === undefined) return undefined
  return { what: `"(${word}: …)" is no attribute`, fix: `write "(${meant}: …)", or other words` }
}

function merge(known: Attributes, more: Partial<Attributes>): Attributes {
  return {
    ...known,
    ...more,
    depends: [...(more.depends ?? []), ...known.depends],
    files: [...(more.files ?? []), ...known.files],
  }
}
