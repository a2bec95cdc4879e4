import type { Operation, QueryParameter, Schema, Slice } from './schema.ts'

type Json = Readonly<Record<string, unknown>>

/** Takes operations out of an OpenAPI 3.0 document, as JSON Schema: `nullable` becomes a type. */
export function cutSlice(document: Json, names: readonly string[]): Slice {
  const schemas: Record<string, Schema> = {}
  const take = (schema: unknown): Schema => {
    const plain = plainSchema(schema) as Schema
    for (const name of namesIn(plain)) {
      if (schemas[name] !== undefined) continue
      schemas[name] = {}
      schemas[name] = take(at(document, ['components', 'schemas', name]))
    }
    return plain
  }
  const operations = names.map((name) => [name, cutOperation(document, name, take)] as const)
  return { operations: Object.fromEntries(operations), schemas }
}

type Take = (schema: unknown) => Schema

function cutOperation(document: Json, name: string, take: Take): Operation {
  const [method = '', path = ''] = name.split(' ')
  const found = at(document, ['paths', path, method.toLowerCase()])
  if (found === undefined) throw new Error(`GitHub's description has no ${name}`)
  const body = at(found, ['requestBody']) as Json | undefined
  const schema = body && at(body, ['content', 'application/json', 'schema'])
  const answers = Object.entries((found.responses ?? {}) as Json).map(
    ([status, answer]) => [status, answerSchema(follow(document, answer), take)] as const,
  )
  return {
    query: parameters(document, found, 'query', take),
    path: parameters(document, found, 'path', take),
    ...(schema && { body: { required: body.required === true, schema: take(schema) } }),
    answers: Object.fromEntries(answers),
  }
}

function parameters(
  document: Json,
  operation: Json,
  place: string,
  take: Take,
): readonly QueryParameter[] {
  const all = ((operation.parameters ?? []) as readonly unknown[]).map((one) =>
    follow(document, one),
  )
  return all
    .filter((one) => one.in === place)
    .map((one) => ({
      name: String(one.name),
      required: one.required === true,
      schema: take(ranges.has(String(one.name)) ? { type: 'string' } : (one.schema ?? {})),
    }))
}

/** Described as a date, and documented and used as a range of dates: `>=2026-01-01`. */
const ranges = new Set(['created'])

function answerSchema(answer: Json, take: Take): Schema | null {
  const schema = at(answer, ['content', 'application/json', 'schema'])
  return schema === undefined ? null : take(schema)
}

function follow(document: Json, node: unknown): Json {
  const { $ref } = node as { readonly $ref?: string }
  if ($ref === undefined) return node as Json
  return follow(document, at(document, $ref.slice(2).split('/')))
}

function at(node: Json, path: readonly string[]): Json | undefined {
  let here: unknown = node
  for (const key of path) here = (here as Json | undefined)?.[key]
  return here as Json | undefined
}

const decoration = new Set(['example', 'examples', 'description', 'title', 'discriminator'])

/** Without what is for readers. Of the children of `properties` every name is a property. */
function plainSchema(node: unknown, areNames = false): unknown {
  if (Array.isArray(node)) return node.map((child) => plainSchema(child))
  if (node === null || typeof node !== 'object') return node
  const kept = Object.entries(node)
    .filter(([key]) => areNames || !(decoration.has(key) || key.startsWith('x-')))
    .map(([key, child]) => {
      if (key === '$ref' && !areNames) return [key, ourReference(String(child))]
      return [key, plainSchema(child, key === 'properties' && !areNames)]
    })
  const plain = Object.fromEntries(kept) as Json
  return areNames ? plain : withNull(plain)
}

function withNull({ nullable, ...schema }: Json): Json {
  if (nullable !== true) return schema
  if (typeof schema.type !== 'string') return { anyOf: [schema, { type: 'null' }] }
  const options = schema.enum as readonly unknown[] | undefined
  return {
    ...schema,
    type: [schema.type, 'null'],
    ...(options && { enum: [...options.filter((option) => option !== null), null] }),
  }
}

const components = '#/components/schemas/'
const ours = 'github#/schemas/'

function ourReference(reference: string): string {
  if (!reference.startsWith(components)) throw new Error(`no schema: ${reference}`)
  return `${ours}${reference.slice(components.length)}`
}

export function referredName(reference: string): string {
  return reference.slice(ours.length)
}

function namesIn(node: unknown): readonly string[] {
  if (node === null || typeof node !== 'object') return []
  return Object.entries(node).flatMap(([key, child]) =>
    key === '$ref' && typeof child === 'string' ? [referredName(child)] : namesIn(child),
  )
}
