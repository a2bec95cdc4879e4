import { referredName } from './cut-slice.ts'
import type { Schema, Slice } from './schema.ts'

/**
 * GitHub's answers have hundreds of required fields that nobody here reads. This adds those that a schema
 * requires and the value does not have, as empty as the schema allows; what is there stays as it is.
 */
export function complete(slice: Slice, schema: Schema, value: unknown): unknown {
  const flat = choose(slice, schema, value)
  if (Array.isArray(value)) return value.map((item) => complete(slice, flat.items ?? {}, item))
  if (value === null || typeof value !== 'object') return value
  const properties = flat.properties ?? {}
  const given = Object.entries(value)
    .filter(([, child]) => child !== undefined)
    .map(([key, child]) => [key, complete(slice, properties[key] ?? {}, child)] as const)
  const present = new Set(given.map(([key]) => key))
  const missing = (flat.required ?? [])
    .filter((key) => !present.has(key))
    .map((key) => [key, sample(slice, properties[key] ?? {})] as const)
  return Object.fromEntries([...given, ...missing])
}

function sample(slice: Slice, schema: Schema): unknown {
  if (allowsNull(slice, schema)) return null
  const flat = choose(slice, schema, undefined)
  if (flat.enum !== undefined) return flat.enum[0]
  if (flat.format === 'uri') return 'https://github.example/unread'
  if (flat.format === 'date-time') return '2026-01-01T00:00:00Z'
  return samples[typesOf(flat)[0] ?? 'object']?.(slice, flat) ?? {}
}

const samples: Readonly<Record<string, (slice: Slice, schema: Schema) => unknown>> = {
  string: () => 'unread',
  integer: () => 0,
  number: () => 0,
  boolean: () => false,
  array: () => [],
  object: (slice, schema) => complete(slice, schema, {}),
}

/** The schema with its references followed, its parts put together and one of its alternatives taken. */
function choose(slice: Slice, schema: Schema, value: unknown): Schema {
  const { $ref, allOf, oneOf, anyOf, ...own } = schema
  if ($ref !== undefined) return choose(slice, slice.schemas[referredName($ref)] ?? {}, value)
  const parts = (allOf ?? []).map((part) => choose(slice, part, value))
  const whole = parts.reduce(together, own)
  const options = (oneOf ?? anyOf)?.map((option) => choose(slice, option, value))
  if (options === undefined) return whole
  return together(whole, options.find((option) => fits(option, value)) ?? options[0] ?? {})
}

function together(one: Schema, other: Schema): Schema {
  return {
    ...one,
    ...other,
    required: [...(one.required ?? []), ...(other.required ?? [])],
    properties: { ...one.properties, ...other.properties },
  }
}

/** Whether the value is of the schema's type, and has nothing that the schema's fixed words exclude. */
function fits(schema: Schema, value: unknown): boolean {
  if (value === undefined) return !typesOf(schema).includes('null')
  const types = typesOf(schema)
  if (types.length > 0 && !types.includes(typeOf(value))) return false
  if (typeOf(value) !== 'object') return true
  return Object.entries(value as object).every(
    ([key, child]) => schema.properties?.[key]?.enum?.includes(child) ?? true,
  )
}

function allowsNull(slice: Slice, schema: Schema): boolean {
  if (schema.$ref !== undefined)
    return allowsNull(slice, slice.schemas[referredName(schema.$ref)] ?? {})
  if (typesOf(schema).includes('null')) return true
  return (schema.oneOf ?? schema.anyOf ?? []).some((option) => allowsNull(slice, option))
}

function typesOf({ type, properties }: Schema): readonly string[] {
  if (type === undefined) return properties && Object.keys(properties).length > 0 ? ['object'] : []
  return typeof type === 'string' ? [type] : type
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}
