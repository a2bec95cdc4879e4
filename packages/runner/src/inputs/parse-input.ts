import { type Parsed, type Problem, parsed, refused, suggest } from '@wavefront/errors'
import type { z } from 'zod'
import type { InputField } from './input-spec.ts'

/** The text of an input that was given, as its field wants it. */
export function parseInput(name: string, field: InputField, text: string): Parsed<unknown> {
  switch (field.kind) {
    case 'secret':
      return parsed(text)
    case 'text':
      if (field.is === undefined || field.is(text)) return parsed(text)
      return wrong(name, text, field.write ?? 'another value')
    case 'number':
      return parseNumber(name, field, text)
    case 'boolean':
      if (/^(true|True|TRUE)$/.test(text)) return parsed(true)
      if (/^(false|False|FALSE)$/.test(text)) return parsed(false)
      return wrong(name, text, `\`${name}: true\` or \`${name}: false\``)
    case 'choice':
      if (field.choices.includes(text)) return parsed(text)
      return wrong(name, text, field.choices.join(' or '), suggest(text, field.choices))
    case 'list':
      return parsed(text.split(/[\n,]/).flatMap((item) => item.trim() || []))
    case 'json':
      return parseJson(name, field.schema, text)
  }
}

function parseNumber(
  name: string,
  { least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number },
  text: string,
): Parsed<number> {
  const value = Number(text)
  if (/^-?\d+$/.test(text) && value >= least && value <= most) return parsed(value)
  const range =
    most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`
  return wrong(name, text, `a whole number ${range}, such as \`${name}: ${Math.max(least, 1)}\``)
}

function parseJson(name: string, schema: z.ZodType | undefined, text: string): Parsed<unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return wrong(name, text, 'JSON: names and texts in double quotes, no comma after the last')
  }
  const result = schema?.safeParse(value)
  if (result === undefined) return parsed(value)
  if (result.success) return parsed(result.data)
  return refused(result.error.issues.map((issue) => wrongPart(name, issue)))
}

function wrongPart(name: string, { path, message }: z.core.$ZodIssue): Problem {
  const place = [name, ...path.map(String)].join('.')
  return { what: `"${place}" is not as it should be`, where: placeOf(name), fix: message }
}

function wrong(name: string, text: string, write: string, meant = ''): Parsed<never> {
  return refused([
    { what: `"${name}" is ${quote(text)}${meant}`, where: placeOf(name), fix: `write ${write}` },
  ])
}

export function placeOf(name: string): string {
  return `input ${name}`
}

const maxShown = 80

export function quote(text: string): string {
  const quoted = JSON.stringify(text)
  return quoted.length > maxShown ? `${quoted.slice(0, maxShown)}…` : quoted
}
