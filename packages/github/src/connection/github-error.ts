import { RequestError } from '@octokit/request-error'

/** A line of a workflow's `permissions`. */
export type Permission =
  | 'metadata: read'
  | 'contents: read'
  | 'issues: read'
  | 'issues: write'
  | 'pull-requests: read'
  | 'pull-requests: write'
  | 'statuses: write'
  | 'actions: read'
  | 'actions: write'
  | 'secrets: read'
  | 'administration: read'

export interface Refusal {
  readonly method: string
  readonly path: string
  /** None when no answer arrived. */
  readonly status?: number
  /** GitHub's own words. */
  readonly said: string
  readonly needs: Permission
}

/** A request that GitHub refused, or that it could not be asked. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError'
  readonly refusal: Refusal

  constructor(refusal: Refusal, options?: ErrorOptions) {
    const { method, path, status, said } = refusal
    super(`${method} ${path}: ${status === undefined ? '' : `${status} `}${said}`, options)
    this.refusal = refusal
  }

  /** It may have been done all the same. */
  get isAmbiguous(): boolean {
    return this.refusal.status === undefined || this.refusal.status >= 500
  }
}

export function isRefusal(error: unknown, status: number, said = /(?:)/): error is GitHubError {
  return (
    error instanceof GitHubError && error.refusal.status === status && said.test(error.refusal.said)
  )
}

export function githubErrorOf(error: unknown, needs: Permission): unknown {
  if (!(error instanceof RequestError)) return error
  const { method, url } = error.request
  const path = URL.canParse(url) ? new URL(url).pathname : url
  const answer = error.response
  return new GitHubError(
    {
      ...{ method, path, needs },
      said: whatItSaid(answer?.data) ?? (answer ? 'without a word' : error.message),
      ...(answer ? { status: answer.status } : {}),
    },
    { cause: error },
  )
}

const longest = 500

/** Its message, and what it says about single fields. */
function whatItSaid(data: unknown): string | undefined {
  if (typeof data === 'string') return isHtml(data) ? 'a page of HTML' : oneLine(data)
  if (typeof data !== 'object' || data === null || !('message' in data)) return undefined
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors.map(detailOf) : []
  return oneLine([data.message, ...errors].join(': '))
}

function detailOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  if ('message' in error) return String(error.message)
  return 'field' in error && 'code' in error ? `${error.field} is ${error.code}` : ''
}

function isHtml(text: string): boolean {
  return /^\s*</.test(text)
}

function oneLine(text: string): string | undefined {
  return text.replace(/\s+/g, ' ').trim().slice(0, longest) || undefined
}
