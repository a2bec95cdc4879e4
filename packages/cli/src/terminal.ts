import { createInterface } from 'node:readline/promises'
import { UserError } from '@wavefront/errors'

/** A question to be answered by yes or no. */
export async function ask(question: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await reader.question(`${question} [y/N] `)
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    reader.close()
  }
}

/** Fails early where nobody could answer. */
export function requireTerminal(option: string): void {
  if (process.stdin.isTTY) return
  throw new UserError({
    what: `${option} asks on a terminal, and standard input is none`,
    fix: `leave ${option} out, or run it in a terminal`,
  })
}
