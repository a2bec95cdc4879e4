import type { TaskId } from '@wavefront/tasks'
import type { CommitSha } from '../names.ts'

/** Merges commits in memory, so that no line is lost without a record. */
export interface Merger {
  merge(request: MergeRequest): Promise<Merged>
}

export interface MergeRequest {
  readonly tip: CommitSha
  readonly commit: CommitSha
  /** A task's commit always becomes a merge of its own; a base that merely has grown is taken as it is. */
  readonly of: TaskCommit | { readonly is: 'base' }
}

export interface TaskCommit {
  readonly is: 'task'
  readonly id: TaskId
  readonly wave: number
  readonly attempt: number
}

export type Merged =
  | {
      readonly is: 'merged'
      readonly commit: CommitSha
      readonly tree: string
      readonly resolutions: readonly Resolution[]
    }
  /** It must be done again on the new base: no resolution would be right. */
  | { readonly is: 'requeued'; readonly why: string; readonly paths: readonly string[] }

/** The steps of the ladder, in the words of the report. */
export type MergeStep =
  | 'both-inserted'
  | 'same-but-white-space'
  | 'token-by-token'
  | 'task-lines'
  | 'task-file'
  | 'modified-file'

/** One decision: which step settled which place, and whose lines gave way. */
export interface Resolution {
  readonly path: string
  readonly step: MergeStep
  /** The first line of the place in the merged file, from 1; none where the whole file was settled. */
  readonly line?: number
  readonly gaveWay?: GaveWay
}

export interface GaveWay {
  readonly lines: readonly string[]
  /** What stands in their place. */
  readonly kept: readonly string[]
  /** The commit in which they can be found. */
  readonly commit: CommitSha
  /** The landed task that wrote them, where it is known. */
  readonly task?: TaskId
}
