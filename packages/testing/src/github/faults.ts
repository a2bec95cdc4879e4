import type { Budget } from './http/budget.ts'

/** What is to go wrong with the requests that match. */
export interface GitHubFault extends Budget {
  readonly method?: string
  readonly path: RegExp
  /**
   * `status` answers without doing anything, `cut-before` breaks the connection without doing anything,
   * `cut-after` does the work and then breaks it, `hang` never answers.
   */
  readonly mode: 'status' | 'cut-before' | 'cut-after' | 'hang'
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string
}

export function hitsRequest(fault: GitHubFault, method: string, path: string): boolean {
  return (fault.method ?? method) === method && fault.path.test(path)
}
