import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '@wavefront/errors'
import { GitError } from '../exec/git-error.ts'

/** How often and how patiently a server is asked again. */
export interface Patience {
  readonly tries: number
  /** Doubled from try to try. */
  readonly firstWaitMs: number
}

export const usualPatience: Patience = { tries: 4, firstWaitMs: 1000 }

/** Does it again where the server or the network failed; never where the server said no. */
export async function again<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn++) {
    try {
      return await work()
    } catch (error) {
      if (turn >= patience.tries || !isPassing(error)) throw error
      await sleep(patience.firstWaitMs * 2 ** (turn - 1))
    }
  }
}

const passing =
  /returned error: (429|5\d\d)|HTTP (429|5\d\d)|RPC failed|early EOF|hung up|Connection (refused|reset|timed out)|Could(n't| not) (resolve|connect)|Operation (too slow|timed out)|Empty reply|transfer closed|unexpected disconnect|SSL_ERROR_SYSCALL|Failed to connect|bytes remaining to read/i

/** A refusal in the middle of the work looks like a connection that broke, but for its number. */
const lasting = /(returned error: |HTTP )4(?!08|29)\d\d/

function isPassing(error: unknown): boolean {
  const cause = error instanceof UserError ? error.cause : error
  return cause instanceof GitError && passing.test(cause.stderr) && !lasting.test(cause.stderr)
}
