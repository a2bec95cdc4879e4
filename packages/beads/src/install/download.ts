import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { setTimeout as pause } from 'node:timers/promises'
import { noSuchRelease, unreachable } from './install-failures.ts'

export interface Web {
  readonly fetch: typeof globalThis.fetch
  /** Before each further try: as many tries as there are pauses, and one. */
  readonly pausesMs: readonly number[]
  readonly timeoutMs: number
  readonly version: string
  readonly log: (line: string) => void
}

export async function downloadText(url: string, web: Web): Promise<string> {
  return download(url, web, (response) => response.text())
}

/** The file's SHA-256. */
export async function downloadFile(url: string, path: string, web: Web): Promise<string> {
  return download(url, web, async (response) => {
    const hash = createHash('sha256')
    if (response.body === null) throw new Error('the answer is empty')
    const body = Readable.fromWeb(response.body as ReadableStream)
    await pipeline(
      body,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          hash.update(chunk)
          yield chunk
        }
      },
      createWriteStream(path),
    )
    return hash.digest('hex')
  })
}

/** The time limit is for the whole answer: a server may stop in the middle of it. */
async function download<T>(
  url: string,
  web: Web,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  for (let turn = 0; ; turn++) {
    const outcome = await attempt(url, web, read)
    if (outcome.is === 'done') return outcome.value
    if (outcome.is === 'missing') throw noSuchRelease(url, web.version)
    const wait = outcome.again ? web.pausesMs[turn] : undefined
    if (wait === undefined)
      throw unreachable({ url, ...web, why: outcome.why, cause: outcome.cause })
    web.log(`${url}: ${outcome.why}; trying again in ${wait / 1000} s`)
    await pause(wait)
  }
}

type Outcome<T> =
  | { readonly is: 'done'; readonly value: T }
  | { readonly is: 'missing' }
  | {
      readonly is: 'failed'
      readonly again: boolean
      readonly why: string
      readonly cause?: unknown
    }

async function attempt<T>(
  url: string,
  { fetch, timeoutMs }: Web,
  read: (response: Response) => Promise<T>,
): Promise<Outcome<T>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })
    if (response.ok) return { is: 'done', value: await read(response) }
    await response.body?.cancel()
    if (response.status === 404) return { is: 'missing' }
    const again = response.status >= 500 || response.status === 429 || response.status === 408
    return { is: 'failed', again, why: `HTTP ${response.status}` }
  } catch (cause) {
    return { is: 'failed', again: true, why: whyOf(cause, timeoutMs), cause }
  }
}

/** Node's fetch says only "fetch failed"; its cause says why. */
function whyOf(error: unknown, timeoutMs: number): string {
  const { name, message, cause } = error as { name?: string; message?: string; cause?: unknown }
  if (name === 'TimeoutError') return `no whole answer within ${timeoutMs / 1000} s`
  if (typeof cause === 'object' && cause !== null && 'message' in cause) return `${cause.message}`
  return message ?? String(error)
}
