import { retry } from '@octokit/plugin-retry'
import { type ThrottlingOptions, throttling } from '@octokit/plugin-throttling'
import { Octokit } from '@octokit/rest'
import { createPatience } from './patience.ts'
import { watching } from './watching.ts'

export interface OctokitWish {
  readonly token: string
  /** `https://api.github.com` unless it is GitHub Enterprise. */
  readonly apiUrl?: string
  readonly userAgent?: string
  /** Told about every wait. */
  readonly log?: (line: string) => void
  readonly clock?: () => Date
  /** The most that one request waits for rate limits, in seconds. */
  readonly patience?: number
  /** How long an answer may take. */
  readonly answerMs?: number
  /** How long a second of waiting takes; tests make it short. */
  readonly secondMs?: number
}

export function createOctokit(wish: OctokitWish) {
  const {
    log = () => {},
    clock = () => new Date(),
    patience = 120,
    secondMs = 1000,
    answerMs = 60_000,
  } = wish
  const watch = watching({ log, clock })
  const waitFor = createPatience(patience, log)
  const Client = Octokit.plugin(watch.plugin, throttling, retry)
  const client = new Client({
    auth: wish.token,
    baseUrl: (wish.apiUrl ?? 'https://api.github.com').replace(/\/+$/, ''),
    userAgent: wish.userAgent ?? 'wavefront',
    log: { debug: () => {}, info: () => {}, warn: log, error: () => {} },
    request: { fetch: fetchWithin(answerMs) },
    retry: {
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451],
      retryAfterBaseValue: secondMs,
    },
    throttle: {
      ...{ write: unpaced, notifications: unpaced, retryAfterBaseValue: secondMs },
      onRateLimit: waitFor('rate limit'),
      onSecondaryRateLimit: waitFor('secondary rate limit'),
    },
  })
  return { client, now: watch.now }
}

/** A wave writes about five times, one after the other: a second between them would only be lost. */
const unpaced = {
  key: () => ({ schedule: (_job: object, work: () => Promise<void>) => work() }),
} as unknown as NonNullable<ThrottlingOptions['write']>

/** A server that accepts a request and then keeps silent is like one that is not there. */
function fetchWithin(limitMs: number) {
  return (address: string, options: RequestInit) =>
    fetch(address, { ...options, signal: AbortSignal.timeout(limitMs) })
}
