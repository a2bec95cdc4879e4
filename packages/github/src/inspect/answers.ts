import { GitHubError } from '../connection/github-error.ts'
import { asUserError, whatWasRefused } from '../connection/remedies.ts'

/** GitHub did not tell this token. */
export interface Unknown {
  readonly is: 'unknown'
  readonly why: string
}

/** What was asked for, or that GitHub would not say. A token that is wrong altogether is an error. */
export async function orUnknown<T>(work: Promise<T>): Promise<T | Unknown> {
  try {
    return await work
  } catch (error) {
    if (!isKeptSecret(error)) throw asUserError(error)
    return { is: 'unknown', why: whatWasRefused(error.refusal) }
  }
}

/** GitHub says "not found" as well where it means that somebody may not know. */
function isKeptSecret(error: unknown): error is GitHubError {
  if (!(error instanceof GitHubError)) return false
  const { status, said } = error.refusal
  return (status === 403 && !/rate limit/i.test(said)) || status === 404
}
