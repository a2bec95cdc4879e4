/** How a worker ended. Only `done` has something to merge. */
export type Outcome = 'done' | 'failed' | 'timed-out' | 'no-changes' | 'rejected'

/**
 * How an attempt at a task ended in the end: landed, not even to be merged, put back because it
 * conflicts (`requeued`), left to a person for the same reason (`set-aside`), or thrown out because the
 * merged tree is red with it (`ejected`).
 */
export type AttemptEnd = Exclude<Outcome, 'done'> | 'landed' | 'requeued' | 'set-aside' | 'ejected'

/** What the store remembers of an attempt. The wave's number and the attempts are derived from these. */
export interface AttemptRecord {
  readonly wave: number
  readonly attempt: number
  readonly end: AttemptEnd
  /** The last lines of what went wrong: the next attempt's context. */
  readonly reason?: string
  /** When it ended, ISO 8601. */
  readonly at: string
  readonly seconds: number
  readonly commit?: string
  /** Where its job can be read. */
  readonly url?: string
}
