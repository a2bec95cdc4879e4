import type { AttemptRecord, Task, TaskId } from '@wavefront/tasks'

/** Where tasks live between waves: embedded JSONL, or one of the two kinds of `bd`. */
export interface TaskStore {
  /** Everything there is, read afresh. What cannot be read is an error, never an empty store. */
  read(): Promise<StoredTasks>
  /** Closes and records as one batch, then reads back and fails unless every task is as it was asked. Idempotent. */
  apply(changes: StoreChanges): Promise<void>
  /** Adds tasks that are not there and updates those still open; what is closed stays as it is. */
  add(tasks: readonly Task[]): Promise<void>
}

export interface StoredTasks {
  readonly tasks: readonly Task[]
  /** The attempts so far, oldest first, of the tasks that have any. */
  readonly attempts: ReadonlyMap<TaskId, readonly AttemptRecord[]>
  /** What was passed over, and why, in a sentence each. */
  readonly notes: readonly string[]
}

export interface StoreChanges {
  /** In dependency order; epics after their tasks. */
  readonly close: readonly { readonly id: TaskId; readonly reason: string }[]
  readonly record: readonly { readonly id: TaskId; readonly attempt: AttemptRecord }[]
}
