import type { AttemptRecord, TaskId } from '@wavefront/tasks'
import type { Dialect } from '../issues/dialect.ts'

/** What the two kinds of bd do in different ways. */
export interface Flavour {
  readonly dialect: Dialect
  /** Every issue there is as JSONL, whatever its type, as of now. */
  export(): Promise<string>
  record(id: TaskId, attempts: readonly AttemptRecord[], notes: string): Promise<void>
  /** Ids with their reasons, in an order in which they can be closed. */
  close(closes: readonly Close[]): Promise<readonly string[]>
  import(jsonl: string): Promise<void>
  setFiles(id: TaskId, metadata: Readonly<Record<string, unknown>>): Promise<void>
  /** After the last write. */
  finish(): Promise<void>
}

export interface Close {
  readonly id: TaskId
  readonly reason: string
}
