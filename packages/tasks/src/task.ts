import type { TaskId } from './task-id.ts'

/** An epic groups tasks and is closed with the last of them; internal ones are the store's own bookkeeping. */
export type TaskKind = 'task' | 'epic' | 'internal'

/** `paused` is neither to be started nor done: claimed by somebody, deferred, blocked by hand. */
export type TaskState = 'open' | 'closed' | 'paused'

/**
 * What must have happened to the other task before this one may start.
 * The last three are Beads' `conditional-blocks` and the two gates of `waits-for`.
 */
export type Condition = 'closed' | 'failed' | 'children-closed' | 'any-child-closed'

export interface Dependency {
  readonly on: TaskId
  readonly until: Condition
}

/** What a worker reads. All of it is somebody's text: data, never instructions to a shell. */
export interface TaskBrief {
  readonly description?: string
  readonly details?: string
  readonly acceptance?: string
  readonly notes?: string
}

export interface Task {
  readonly id: TaskId
  readonly title: string
  readonly kind: TaskKind
  readonly state: TaskState
  /** Why it is paused, or how it was closed, in the store's words. */
  readonly why?: string
  /** Closed, but as a failure: only this satisfies a dependency `until: 'failed'`. */
  readonly failed?: boolean
  /** 0 is the most urgent. */
  readonly priority: number
  readonly dependencies: readonly Dependency[]
  readonly parent?: TaskId
  /** The paths and globs that the task says it will touch; none means it did not say. */
  readonly files: readonly string[]
  /** The estimate that critical paths are measured in; 1 where nobody estimated. */
  readonly minutes?: number
  readonly brief: TaskBrief
  /** What it stands for elsewhere: `gh-7` for the issue of that number. */
  readonly externalRef?: string
  /** Where it is written, for error messages: `plan.json:12`. */
  readonly source?: string
}
