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
  readonly flaky?: readonly ReportedFlake[]
}

/** A red run of the checks that another one contradicts. */
export interface ReportedFlake {
  /** Whose work was in the tree; nobody's, where it was the base alone. */
  readonly tasks: readonly string[]
  readonly tree: string
  /** The end of the log. */
  readonly reason: string
}

/** One place in one file where a task's change met a sibling's. */
export interface ReportedConflict extends Omit<SettledPlace, 'step'> {
  readonly task: string
  /** How it was settled, or `requeued` when it was not. */
  readonly step: SettlingStep | 'requeued'
}

/** One decision of a merge: which step settled which place, and whose lines gave way. */
export interface SettledPlace {
  readonly path: string
  readonly line?: number
  readonly step: SettlingStep
  readonly gaveWay?: GivenWay
}

/** The ladder of merging, from safe to blunt. A merger may have no step that is missing here. */
export type SettlingStep =
  | 'json-by-key'
  | 'lock-set'
  /** Made anew where nothing gave way. */
  | 'lock-file'
  | 'union'
  | 'driver-ignored'
  | 'resolver'
  | 'both-inserted'
  | 'same-but-white-space'
  | 'side-by-side'
  | 'token-by-token'
  | 'task-lines'
  | 'task-file'
  | 'modified-file'

export interface GivenWay {
  readonly lines: readonly string[]
  /** What stands in their place. */
  readonly kept: readonly string[]
  /** The commit in which they can be found. */
  readonly commit: string
  readonly task?: string
}
