import type { UserState } from '../state.ts'
import type { RunGroup } from './run-queue.ts'

export interface WorkflowState {
  readonly id: number
  readonly path: string
  state: 'active' | 'disabled_manually'
}

export type Conclusion =
  | 'success'
  | 'failure'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'startup_failure'

export interface RunState {
  readonly id: number
  readonly runNumber: number
  runAttempt: number
  /** `owner/name`. */
  readonly repository: string
  readonly workflowId: number
  /** `.github/workflows/x.yml`. */
  readonly path: string
  /** By its workflow's `run-name`, or the workflow's own. */
  readonly title: string
  readonly event: string
  /** The branch or tag, without `refs/heads/`. */
  readonly ref: string
  readonly headSha: string
  /** With the defaults of those that were not given. */
  readonly inputs: Readonly<Record<string, string>>
  readonly actor: UserState
  readonly group: RunGroup | undefined
  /** `queued` may start, `pending` waits for its concurrency group. */
  status: 'queued' | 'pending' | 'in_progress' | 'completed'
  conclusion: Conclusion | null
  readonly createdAt: Date
  startedAt: Date
  updatedAt: Date
}

export interface JobState {
  readonly id: number
  readonly runId: number
  readonly runAttempt: number
  readonly name: string
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: Conclusion | null
  readonly startedAt: Date
  readonly completedAt: Date | null
}

/** What somebody who runs workflows tells of a job. */
export interface JobReport {
  readonly name: string
  readonly status?: JobState['status']
  readonly conclusion?: Conclusion
  readonly startedAt?: Date
  readonly completedAt?: Date
}
