import { setOutput } from '@actions/core'
import { UserError } from '@wavefront/errors'
import type { Masks } from './masks.ts'

export type OutputValue = string | number | boolean | object

/** A job's outputs together, as GitHub counts them: two bytes for each UTF-16 unit. */
export const maxOutputBytes = 1024 * 1024

export function createOutputs(
  masks: Masks,
  warn: (message: string) => void,
): (values: Readonly<Record<string, OutputValue>>) => void {
  let used = 0
  return (values) => {
    const texts = Object.entries(values).map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    )
    used += texts.reduce((sum, [name, text]) => sum + sizeOf(name) + sizeOf(text), 0)
    if (used > maxOutputBytes) throw tooLarge(texts, used)
    for (const [name, text] of texts) {
      if (masks.isIn(text)) warn(dropped(name))
      setOutput(name, text)
    }
  }
}

function sizeOf(text: string): number {
  return 2 * text.length
}

function tooLarge(texts: readonly (readonly [string, string])[], used: number): UserError {
  const [largest = '', text = ''] = texts.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? []
  return new UserError({
    what: `the outputs have ${used} bytes, and GitHub takes ${maxOutputBytes} from a job`,
    where: `output "${largest}" (${sizeOf(text)} bytes)`,
    fix: 'let a wave have fewer tasks: write `max_tasks: 20` in .github/wavefront.yml',
  })
}

function dropped(name: string): string {
  return `The output "${name}" has a masked value in it: GitHub will drop it, and jobs that need it see nothing. A secret that is an ordinary word or a short number should be a variable instead.`
}
