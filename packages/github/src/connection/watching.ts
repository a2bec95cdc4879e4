import { RequestError } from '@octokit/request-error'
import type { Octokit } from '@octokit/rest'

interface Watch {
  readonly log: (line: string) => void
  readonly clock: () => Date
}

/** Sees each answer before the plugins that wait and try again do, and tells them what they would miss. */
export function watching({ log, clock }: Watch) {
  let aheadMs = 0
  const readClock = (date: string | undefined) => {
    const theirs = Date.parse(date ?? '')
    if (!Number.isNaN(theirs)) aheadMs = theirs - clock().getTime()
  }
  return {
    now: () => new Date(clock().getTime() + aheadMs),
    plugin: ({ hook }: Pick<Octokit, 'hook'>) => {
      hook.wrap('request', async (request, options) => {
        try {
          const response = await request(options)
          readClock(response.headers.date)
          if (isBrokenOff(response)) {
            const asked = { ...options, url: response.url }
            throw new RequestError('the answer broke off', 500, { request: asked })
          }
          return response
        } catch (error) {
          if (!(error instanceof RequestError)) throw error
          readClock(error.response?.headers.date)
          if (error.status >= 500 && options.request.retries !== 0) {
            log(`${options.method} ${error.request.url}: ${error.message.split('\n')[0]}`)
          }
          throw nameTheLimit(error)
        }
      })
    },
  }
}

interface Answer {
  readonly status: number
  readonly data: unknown
  readonly headers: { readonly 'content-type'?: string }
}

/** JSON that arrives as a string could not be parsed. */
function isBrokenOff({ status, data, headers }: Answer): boolean {
  const isEmpty = status === 204 || status === 205
  return !isEmpty && typeof data === 'string' && /\bjson\b/.test(headers['content-type'] ?? '')
}

/** Some servers say in a header only that this is a limit; the throttling plugin reads the message. */
function nameTheLimit(error: RequestError): RequestError {
  const { status, response } = error
  const isLimit =
    status === 429 || (status === 403 && response?.headers['retry-after'] !== undefined)
  const isNamed = /secondary rate/i.test(error.message)
  const isPrimary = response?.headers['x-ratelimit-remaining'] === '0'
  if (isLimit && !isNamed && !isPrimary) error.message = `secondary rate limit: ${error.message}`
  return error
}
