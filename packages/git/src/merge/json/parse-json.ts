import { type Node, type ParseError, parseTree } from 'jsonc-parser'

/** A value, and where it stands in the text that it comes from. */
export interface JsonValue extends Located {
  readonly kind: 'object' | 'array' | 'scalar'
  /** An object's properties, or an array's items. */
  readonly members: readonly JsonMember[]
}

export interface Located {
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface JsonMember {
  /** Empty for an item. */
  readonly key: string
  readonly start: number
  readonly end: number
  readonly value: JsonValue
}

/**
 * Comments and trailing commas are allowed, as the tools that have JSON for their settings allow them. A key
 * that stands twice is an error: nobody could say which of the two is meant.
 */
export function parseJson(text: string): JsonValue | undefined {
  const errors: ParseError[] = []
  try {
    const root = parseTree(text, errors, { allowTrailingComma: true })
    if (root === undefined || errors.length > 0) return undefined
    return toValue(text, root)
  } catch (error) {
    // Nested too deep for anybody's stack, or a key that stands twice.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

export function isStrictJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The same value, however it is written and in whatever order its keys stand. */
export function isSame(one: JsonValue, other: JsonValue): boolean {
  if (one.kind !== other.kind || one.members.length !== other.members.length) return false
  if (one.kind === 'scalar') return textOf(one) === textOf(other)
  if (one.kind === 'array') {
    return one.members.every(({ value }, index) => {
      const match = other.members[index]
      return match !== undefined && isSame(value, match.value)
    })
  }
  const others = byKey(other.members)
  return one.members.every(({ key, value }) => {
    const match = others.get(key)
    return match !== undefined && isSame(value, match.value)
  })
}

/** One text for all ways to write a value. */
export function canonical(value: JsonValue): string {
  if (value.kind === 'scalar') return textOf(value)
  const members = value.members.map(
    ({ key, value }) => `${JSON.stringify(key)}:${canonical(value)}`,
  )
  return value.kind === 'array' ? `[${members.join()}]` : `{${members.sort().join()}}`
}

export function textOf({ text, start, end }: Located): string {
  return text.slice(start, end)
}

export function byKey(members: readonly JsonMember[]): ReadonlyMap<string, JsonMember> {
  const known = maps.get(members)
  if (known) return known
  const map = new Map(members.map((member) => [member.key, member]))
  maps.set(members, map)
  return map
}

/** Objects are looked into again and again. */
const maps = new WeakMap<readonly JsonMember[], ReadonlyMap<string, JsonMember>>()

function toValue(text: string, node: Node): JsonValue {
  const place = { text, start: node.offset, end: node.offset + node.length }
  const children = node.children ?? []
  if (node.type === 'array') return { kind: 'array', ...place, members: toItems(text, children) }
  if (node.type !== 'object') return { kind: 'scalar', ...place, members: [] }
  const members = children.flatMap((property) => toProperty(text, property))
  if (byKey(members).size < members.length) throw new RangeError('a key stands twice')
  return { kind: 'object', ...place, members }
}

function toItems(text: string, items: readonly Node[]): readonly JsonMember[] {
  return items.map((item) => {
    const value = toValue(text, item)
    return { key: '', start: value.start, end: value.end, value }
  })
}

function toProperty(text: string, { offset, length, children }: Node): readonly JsonMember[] {
  const [key, node] = children ?? []
  if (!key || !node) return []
  const value = toValue(text, node)
  return [{ key: String(key.value), start: offset, end: offset + length, value }]
}
