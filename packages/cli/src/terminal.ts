import { createInterface } from 'node:readline/promises'
import { UserError } from '@wavefront/errors'

/** A question to be answered by yes or no; Ctrl-D is a no, and so is Ctrl-C, which is also told. */
export async function ask(question: string, onInterrupt: () => void): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr })
  const abort = new AbortController()
  reader.once('SIGINT', () => {
    onInterrupt()
    abort.abort()
  })
  reader.once('close', () => abort.abort())
  try {
    const answer = await reader.question(`${question} [y/N] `, { signal: abort.signal })
    return /^y(es)?$/i.test(answer.trim())
  } catch (error) {
    if (abort.signal.aborted) return false
    throw error
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
