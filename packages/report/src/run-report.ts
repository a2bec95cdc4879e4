import type { AttemptEnd } from '@wavefront/tasks'

/** What a run did, as data. Everything that people read about a run is rendered from this. */
export interface RunReport {
  readonly title: string
  readonly branch: string
  readonly base: string
  readonly schedule: 'waves' | 'rolling'
  readonly jobs: number
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly end: RunEnd
  /** What stopped it, where the tasks do not say so themselves. */
  readonly why?: string
  /** In the order of the graph. */
  readonly tasks: readonly ReportedTask[]
  readonly landings: readonly ReportedLanding[]
  /** The time of this run that no schedule could have saved, in seconds, by the durations seen. */
  readonly bound: number
}

/** `complete`: all done. `stuck`: nothing can go on by itself. `waiting`: for somebody. `stopped`: by a cap, `--max-waves` or a person. */
export type RunEnd = 'complete' | 'stuck' | 'waiting' | 'stopped'

export interface ReportedTask {
  readonly id: string
  readonly title: string
  readonly state: 'landed' | 'done-before' | 'open' | 'failed'
  /** The unfinished tasks that it had to wait for when the run began. */
  readonly dependsOn: readonly string[]
  readonly attempts: readonly ReportedAttempt[]
  /** For a task that is not done: why it does not go on, and what to do about it. */
  readonly stuck?: { readonly why: string; readonly remedy: string }
}

export interface ReportedAttempt {
  readonly wave: number
  readonly attempt: number
  /** The worker's place in the pool, from 1. */
  readonly lane: number
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly end: AttemptEnd | 'interrupted'
  readonly reason?: string
  readonly commit?: string
  readonly log?: string
  /** The directory that was left for a person. */
  readonly kept?: string
}

/** One batch that was merged, verified and landed (or of which nothing could land). */
export interface ReportedLanding {
  readonly wave: number
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly landed: readonly string[]
  readonly commit?: string
  readonly checks: 'passed' | 'failed' | 'none'
  readonly conflicts: readonly ReportedConflict[]
}

/** One place in one file where a task's change met a sibling's. */
export interface ReportedConflict {
  readonly task: string
  readonly path: string
  readonly line?: number
  /** How it was settled, or `requeued` when it was not. */
  readonly step:
    | 'both-inserted'
    | 'same-but-white-space'
    | 'token-by-token'
    | 'task-lines'
    | 'task-file'
    | 'modified-file'
    | 'requeued'
  readonly gaveWay?: {
    readonly lines: readonly string[]
    readonly kept: readonly string[]
    readonly commit: string
    readonly task?: string
  }
}
