import { type Problem, suggest } from '@wavefront/errors'
import type { z } from 'zod'
import { quote } from '../texts.ts'
import type { JsonDocument } from './read-json.ts'

/** The fields of an object and what belongs in each: the second half of "write …". */
export type FieldWords = Readonly<Record<string, string>>

/** The fields of the object at these keys. */
export type WordsAt = (path: readonly PropertyKey[]) => FieldWords

/** What a schema has against a document, as problems with lines. */
export function schemaProblems(
  document: JsonDocument,
  issues: readonly z.core.$ZodIssue[],
  wordsAt: WordsAt,
): Problem[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownKey(document, issue.path, key, wordsAt))
      : [wrongValue(document, issue, wordsAt)],
  )
}

function unknownKey(
  document: JsonDocument,
  path: readonly PropertyKey[],
  key: string,
  wordsAt: WordsAt,
): Problem {
  const known = Object.keys(wordsAt(path))
  return {
    what: `unknown key ${quote(key)}${suggest(key, known)}`,
    where: document.where([...path, key]),
    fix: `write one of ${known.join(', ')}, or remove it`,
  }
}

function wrongValue(document: JsonDocument, issue: z.core.$ZodIssue, wordsAt: WordsAt): Problem {
  const value = valueAt(document.value, issue.path)
  const { name, words } = fieldAt(issue.path, wordsAt)
  const meant =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? suggest(value, issue.values.map(String))
      : ''
  return {
    what: value === undefined ? `${name} is missing` : `${name} is ${show(value)}${meant}`,
    where: document.where(issue.path),
    fix: `write ${words}`,
  }
}

/** `["tasks", 3, "files", 0]` is `"files[0]"`, in the words of "files". */
function fieldAt(path: readonly PropertyKey[], wordsAt: WordsAt): { name: string; words: string } {
  const at = path.findLastIndex((key) => typeof key === 'string')
  const key = at < 0 ? undefined : String(path[at])
  if (key === undefined) {
    const keys = Object.keys(wordsAt(path)).join(', ')
    return { name: 'the file', words: `an object, in braces, with the keys ${keys}` }
  }
  const inside = path.slice(at + 1).map((index) => `[${String(index)}]`)
  const words = wordsAt(path.slice(0, at))[key]
  return { name: `"${key}${inside.join('')}"`, words: words ?? 'another value' }
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function show(value: unknown): string {
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'string' ? quote(value) : JSON.stringify(value)
}
