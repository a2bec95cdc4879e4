import type { Connection } from './connect.ts'
import { GitHubError } from './github-error.ts'

interface Delivery<T> {
  send(): Promise<T>
  /** What was sent, if it is there. */
  find(): Promise<T | undefined>
}

/** For what must not be done twice: when an answer gets lost, the thing itself is looked for before another try. */
export async function sendOnce<T>(
  { wait }: Pick<Connection, 'wait'>,
  { send, find }: Delivery<T>,
): Promise<T> {
  for (let sent = 1; ; sent += 1) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof GitHubError && error.isAmbiguous)) throw error
      await wait(2 ** sent)
      const found = await find()
      if (found !== undefined) return found
      if (sent === mostTries) throw error
    }
  }
}

const mostTries = 3
