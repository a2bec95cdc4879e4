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
  readonly of: TaskCommit | BranchCommit | { readonly is: 'base' }
}

export interface TaskCommit {
  readonly is: 'task'
  readonly id: TaskId
  readonly wave: number
  readonly attempt: number
}

/** A branch that is no task's. Its name may be anybody's text. */
export interface BranchCommit {
  readonly is: 'branch'
  readonly name: string
}

export type Merged =
  | {
      readonly is: 'merged'
      readonly commit: CommitSha
      readonly tree: string
      readonly resolutions: readonly Resolution[]
      /** The files that both sides have changed since they parted. */
      readonly shared: readonly string[]
    }
  /** It must be done again on the new base, or be merged by a person: no resolution would be right. */
  | {
      readonly is: 'requeued'
      readonly why: string
      readonly paths: readonly string[]
      readonly isForPerson?: true
    }

/** The steps of the ladder, in the words of the report. */
export type MergeStep =
  | 'both-inserted'
  | 'same-but-white-space'
  | 'side-by-side'
  | 'token-by-token'
  | 'task-lines'
  | 'task-file'
  | 'modified-file'
  /** By key, in the way in which the file was written. */
  | 'json-by-key'
  /** The lines of both sides, as a set. */
  | 'lock-set'
  /** Taken whole from the task, or made anew. */
  | 'lock-file'
  /** All lines of both sides, because the repository's attributes say so. */
  | 'union'
  /** The attributes name a merge driver, which is not run; what was done instead is told besides. */
  | 'driver-ignored'
  | 'resolver'

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
  /** A file that cannot be shown, so nobody knows how many lines it had. */
  readonly isUnseen?: true
}
