import { Ajv, type ValidateFunction } from 'ajv'
import { complete } from './complete.ts'
import { readSlice } from './read-slice.ts'
import type { Operation, QueryParameter, Schema, Slice } from './schema.ts'

export interface AskedOf {
  readonly operation: string
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
}

/** GitHub's description, to hold requests and answers against. Each check says what is wrong, or nothing. */
export interface Contract {
  checkRequest(asked: AskedOf): string | undefined
  /** The answer with all that the description requires. */
  fillAnswer(operation: string, status: number, body: unknown): unknown
  checkAnswer(operation: string, status: number, body: unknown): string | undefined
  /** Compiles now what is compiled otherwise when an operation is first used: some 100 ms each. */
  warm(): void
}

const made = new Map<string, Contract>()

/** Compiling schemas takes longer than using them, so a process does it once. */
export function contractOf(operations: readonly string[]): Contract {
  const key = operations.join('\n')
  const known = made.get(key) ?? makeContract(readSlice(operations))
  made.set(key, known)
  return known
}

function makeContract(slice: Slice): Contract {
  const validate = validator(slice)
  const operationOf = (name: string): Operation => {
    const found = slice.operations[name]
    if (found === undefined) throw new Error(`the slice has no ${name}`)
    return found
  }
  return {
    checkRequest: ({ operation, path, query, body }) => {
      const described = operationOf(operation)
      return (
        checkParameters(validate, described.path, Object.entries(path)) ??
        checkParameters(validate, described.query, [...query]) ??
        checkBody(validate, described, body)
      )
    },
    fillAnswer: (operation, status, body) => {
      const schema = operationOf(operation).answers[status]
      return schema ? complete(slice, schema, body) : body
    },
    checkAnswer: (operation, status, body) => {
      const schema = operationOf(operation).answers[status]
      if (schema) return validate(schema, body)
      if (schema === null) return body === undefined ? undefined : `a ${status} has no body`
      return status < 400 ? `${status} is not among the answers` : checkError(body)
    },
    warm: () => {
      for (const { answers, body } of Object.values(slice.operations))
        for (const schema of [...Object.values(answers), body?.schema])
          if (schema) validate(schema, {})
    },
  }
}

type Validate = (schema: Schema, value: unknown) => string | undefined

function validator(slice: Slice): Validate {
  const ajv = new Ajv({ strict: false, logger: false, allErrors: false })
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/)
  ajv.addFormat('uri', /^[a-z][a-z+.-]*:\/\/\S+$/i)
  ajv.addSchema({ $id: 'github', schemas: slice.schemas })
  const compiled = new Map<Schema, ValidateFunction>()
  return (schema, value) => {
    const check = compiled.get(schema) ?? ajv.compile(schema)
    compiled.set(schema, check)
    if (check(value)) return undefined
    const error = check.errors?.at(-1)
    return `${error?.instancePath || 'it'} ${error?.message} ${JSON.stringify(error?.params)}`
  }
}

function checkParameters(
  validate: Validate,
  described: readonly QueryParameter[],
  given: readonly (readonly [string, string])[],
): string | undefined {
  const names = new Map(described.map((parameter) => [parameter.name, parameter]))
  for (const [name, text] of given) {
    const parameter = names.get(name)
    if (parameter === undefined) return `there is no parameter "${name}"`
    const readings = readingsOf(text).map((value) => validate(parameter.schema, value))
    if (!readings.includes(undefined)) return `parameter "${name}": ${readings[0]}`
  }
  const missing = described.find(
    ({ name, required }) => required && !given.some(([known]) => known === name),
  )
  return missing && `the parameter "${missing.name}" is missing`
}

/** In an address all is text; what it may be meant as. */
function readingsOf(text: string): readonly unknown[] {
  if (/^-?\d+$/.test(text)) return [Number(text), text]
  return text === 'true' || text === 'false' ? [text === 'true', text] : [text]
}

function checkBody(validate: Validate, { body }: Operation, value: unknown): string | undefined {
  if (body === undefined) return value === undefined ? undefined : 'it takes no body'
  if (value === undefined) return body.required ? 'the body is missing' : undefined
  const problem = validate(body.schema, value)
  if (problem !== undefined) return `body: ${problem}`
  const { properties, additionalProperties } = body.schema
  if (properties === undefined || additionalProperties || typeof value !== 'object')
    return undefined
  const unknown = Object.keys(value ?? {}).find((key) => properties[key] === undefined)
  return unknown && `body: "${unknown}" is not a permitted key`
}

/** Not every refusal is described for every operation; all have this shape. */
function checkError(body: unknown): string | undefined {
  const { message } = (body ?? {}) as { readonly message?: unknown }
  return typeof message === 'string' ? undefined : 'a refusal has a message'
}
