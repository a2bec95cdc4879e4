import { type Problem, suggest } from '@wavefront/errors'
import type { z } from 'zod'
import { type SettingKey, settingsShape } from './config-schema.ts'
import { hasExpression } from './patterns.ts'
import { settingWords } from './setting-words.ts'

export interface Written {
  readonly value: unknown
  where(keys: readonly PropertyKey[]): string
}

const known = Object.keys(settingsShape)

/** What the schema has against the settings, in the order of the file. */
export function settingProblems(written: Written, issues: readonly z.core.$ZodIssue[]): Problem[] {
  const problems = issues.flatMap((issue) => {
    const [key] = issue.path
    if (issue.code === 'unrecognized_keys' && key === undefined) {
      return issue.keys.map((unknown) => unknownKey(written, unknown))
    }
    return [isSetting(key) ? wrongValue(written, key, issue) : notSettings(written)]
  })
  return withoutRepeats(problems).toSorted((a, b) => lineOf(a) - lineOf(b))
}

/** One value may break two rules that have the same remedy. */
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()]
}

function lineOf({ where = '' }: Problem): number {
  return Number(/:(\d+)$/.exec(where)?.[1] ?? 0)
}

function unknownKey(written: Written, key: string): Problem {
  return {
    what: `unknown key ${show(key)}${suggest(key, known)}`,
    where: written.where([key]),
    fix: `write one of ${known.join(', ')}, or remove it`,
  }
}

function notSettings({ value, where }: Written): Problem {
  return {
    what: `the settings are ${show(value)}`,
    where: where([]),
    fix: 'write each setting as "key: value", for example `max_parallel: 5`',
  }
}

function wrongValue(written: Written, key: SettingKey, issue: z.core.$ZodIssue): Problem {
  const where = written.where(issue.path)
  const value = valueAt(written.value, issue.path)
  const name = nameOf(issue.path)
  const { type, example } = settingWords[key]
  if (hasExpression(value)) {
    return {
      what: `"${name}" has an expression in it: ${show(value)}`,
      where,
      fix: `nothing here is evaluated: write the value itself, such as \`${example}\``,
    }
  }
  const meant =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? suggest(value, issue.values.map(String))
      : ''
  return {
    what: value === null ? `"${name}" has no value` : `"${name}" is ${show(value)}${meant}`,
    where,
    fix: `write ${type}, such as \`${example}\`${value === null ? ', or remove the key' : ''}`,
  }
}

function isSetting(key: PropertyKey | undefined): key is SettingKey {
  return typeof key === 'string' && Object.hasOwn(settingsShape, key)
}

/** `["agent_env", 0]` is `agent_env[0]`. */
function nameOf([first, ...rest]: readonly PropertyKey[]): string {
  const steps = rest.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  return `${String(first)}${steps.join('')}`
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (Object.hasOwn(Object(value), key) ? Reflect.get(Object(value), key) : value),
    root,
  )
}

const maxShown = 80

function show(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`
  }
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text
}
