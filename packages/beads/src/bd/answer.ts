import { UserError } from '@wavefront/errors'
import { notJson } from './failures.ts'

/** The value in what bd printed as JSON: out of its envelope, and never an error taken for an answer. */
export function readAnswer(command: string, output: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(output)
  } catch {
    throw notJson(command, output)
  }
  if (!isObject(value)) return value
  if ('error' in value && value.error) {
    const fix = 'run the command by hand in the repository; `bd doctor` checks the store'
    throw new UserError({ what: `"${command}" said: ${String(value.error)}`, fix })
  }
  return 'data' in value && 'schema_version' in value ? value.data : value
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The ids of the issues in an answer that is an array of them, or a single one. */
export function idsIn(answer: unknown): string[] {
  const list = Array.isArray(answer) ? answer : [answer]
  return list.flatMap((one) => (isObject(one) && typeof one.id === 'string' ? [one.id] : []))
}
