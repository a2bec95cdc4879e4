import type { Outcome, TaskId } from '@wavefront/tasks'
import type { CommitSha } from '../names.ts'

/** The feature branch and the branches of its tasks. */
export interface Branches {
  readTip(): Promise<CommitSha>
  /** Everything there is to know, read at one moment. */
  read(): Promise<BranchState>
  /** Makes a result findable: `done` on its task branch, anything else that has a commit on its failed branch. */
  publish(result: TaskResult): Promise<void>
  /** The same for many, all or nothing. */
  publishAll(results: readonly TaskResult[]): Promise<void>
  /**
   * Moves the feature branch, deletes the landed tasks' branches and renames those set aside to
   * failed branches: all or nothing; fails if the tip has moved.
   */
  land(landing: Landing): Promise<void>
}

export interface BranchState {
  /** The feature branch's tip; the base's, as long as the feature branch does not exist. */
  readonly tip: CommitSha
  /** The base's commit, where the feature branch does not contain it yet. */
  readonly update?: CommitSha
  /** The first-parent merges of the feature branch that carry our trailers, oldest first. */
  readonly landed: readonly LandedTask[]
  /** Results on task branches that have not landed. */
  readonly results: readonly TaskResult[]
}

export interface LandedTask {
  readonly id: TaskId
  readonly wave: number
  readonly attempt: number
  readonly commit: CommitSha
}

/** What a worker gives back. Its commit has exactly one parent: `base`. */
export interface TaskResult {
  readonly id: TaskId
  readonly wave: number
  readonly attempt: number
  readonly base: CommitSha
  readonly outcome: Outcome
  readonly reason?: string
  readonly commit?: CommitSha
  /** The commit's tree, where the checks passed on it. */
  readonly greenTree?: string
  readonly startedAt: Date
  readonly finishedAt: Date
  /** The log of the agent and of the checks. */
  readonly log?: string
  /** Where its job can be read. */
  readonly url?: string
}

export interface Landing {
  readonly from: CommitSha
  readonly to: CommitSha
  readonly landed: readonly TaskId[]
  /** Work that could not land and is kept on failed branches. */
  readonly setAside: readonly TaskId[]
}
