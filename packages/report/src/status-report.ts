import type { AttemptEnd } from '@wavefront/tasks'
import type { ReportedConflict, ReportedFlake } from './run-report.ts'

/**
 * Where the work on an issue stands, as data. The issue's one comment, the pull request's text and the
 * job summaries are rendered from it; it is made anew from git and the store each time.
 */
export interface StatusReport {
  readonly issue?: { readonly number: number; readonly title: string }
  readonly branch: string
  readonly base: string
  readonly wave: number
  readonly phase: StatusPhase
  /** What stopped it, or why nothing could land. */
  readonly why?: string
  readonly runUrl?: string
  readonly pullRequest?: { readonly number: number; readonly url: string }
  /** In the order of the graph. */
  readonly tasks: readonly StatusTask[]
  /** Of everything that has landed on the branch. */
  readonly conflicts: readonly StatusConflict[]
  /** Of the tree that landed last. */
  readonly checks: 'passed' | 'failed' | 'none'
  readonly flaky?: readonly Pick<ReportedFlake, 'tree' | 'reason'>[]
  readonly review: ReviewPoints
  readonly notes: readonly string[]
}

/** `working`: agents are at it. `landed`: a wave has landed and the next one is on its way. `failed`: nothing could land. */
export type StatusPhase =
  | 'working'
  | 'landed'
  | 'complete'
  | 'stuck'
  | 'waiting'
  | 'stopped'
  | 'failed'

export interface StatusTask {
  readonly id: string
  readonly title: string
  readonly state: StatusTaskState
  /** The tasks that it waits for. */
  readonly dependsOn: readonly string[]
  readonly attempts: number
  /** Of the last attempt. */
  readonly wave?: number
  readonly seconds?: number
  /** The merge that landed it; of a failed one, its work. */
  readonly commit?: string
  readonly last?: { readonly end: AttemptEnd; readonly reason?: string }
  /** Why it is ready and yet not run now, in a few words. */
  readonly held?: string
  /** Why it does not go on by itself, and what a person can do about it. */
  readonly stuck?: { readonly why: string; readonly remedy: string }
  /** Where its job can be read. */
  readonly url?: string
}

/** `closed`: done before this branch, or by hand. `failed`: out of attempts. */
export type StatusTaskState =
  | 'landed'
  | 'closed'
  | 'working'
  | 'ready'
  | 'held'
  | 'waiting'
  | 'paused'
  | 'failed'

export interface StatusConflict extends ReportedConflict {
  readonly wave: number
}

/** What a reviewer should read first, apart from conflicts. */
export interface ReviewPoints {
  /** Changed files that no landed task had declared; empty when no task declares files. */
  readonly undeclared: readonly string[]
  readonly deletedTests: readonly string[]
  readonly newDependencies: readonly { readonly file: string; readonly name: string }[]
}
