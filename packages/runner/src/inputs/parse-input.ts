import { type Parsed, type Problem, parsed, refused, suggest } from '@wavefront/errors'
import type { InputField } from './input-spec.ts'
import { quote, tellPart } from './tell-part.ts'

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
    case 'choice':
      if (field.choices.includes(text)) return parsed(text)
      return wrong(name, text, field.choices.join(' or '), suggest(text, field.choices))
    case 'json':
      return parseJson(name, field, text)
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

function parseJson(
  name: string,
  { schema, write }: Extract<InputField, { kind: 'json' }>,
  text: string,
): Parsed<unknown> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return wrong(
      name,
      text,
      write ?? 'JSON: names and texts in double quotes, no comma after the last',
    )
  }
  const result = schema?.safeParse(value)
  if (result === undefined) return parsed(value)
  if (result.success) return parsed(result.data)
  const fix = `write ${write}`
  const told = new Set(result.error.issues.map(({ path }) => tellPart(name, value, path)))
  return refused([...told].map((what): Problem => ({ what, where: placeOf(name), fix })))
}

function wrong(name: string, text: string, write: string, meant = ''): Parsed<never> {
  return refused([
    { what: `"${name}" is ${quote(text)}${meant}`, where: placeOf(name), fix: `write ${write}` },
  ])
}

export function placeOf(name: string): string {
  return `input ${name}`
}
