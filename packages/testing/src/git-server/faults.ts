import type { Budget } from '../github/http/budget.ts'

export type GitService = 'git-upload-pack' | 'git-receive-pack'

/** Where git's two requests of a fetch or push are: asking for the refs, and the work. */
export type GitStage = 'info/refs' | 'post'

/** What is to go wrong. The 4-byte probe before a big push never counts. */
export interface GitFault extends Budget {
  readonly service?: GitService
  readonly stage?: GitStage
  readonly repository?: string
  /** The one pusher or fetcher that it is for. */
  readonly login?: string
  /**
   * `status` answers without doing anything, `cut-request` breaks off after some bytes of the request and
   * does nothing, `cut-answer` does the work and breaks off in the answer, `hang` never answers.
   */
  readonly mode: 'status' | 'cut-request' | 'cut-answer' | 'hang'
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The bytes that come through before a cut. */
  readonly after?: number
}

export interface FaultySpot {
  readonly service: GitService
  readonly stage: GitStage
  readonly repository: string
  readonly login: string | undefined
}

export function hits(fault: GitFault, spot: FaultySpot): boolean {
  return (
    (fault.service ?? spot.service) === spot.service &&
    (fault.stage ?? spot.stage) === spot.stage &&
    (fault.repository ?? spot.repository) === spot.repository &&
    (fault.login ?? spot.login) === spot.login
  )
}
