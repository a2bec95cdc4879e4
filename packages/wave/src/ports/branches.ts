import type { Outcome, TaskId } from '@wavefront/tasks'
import type { CommitSha } from '../names.ts'

/** The feature branch and the branches of its tasks. */
export interface Branches {
  /** The feature branch's tip; the base's, as long as the feature branch does not exist. */
  readTip(): Promise<CommitSha>
  /** The first-parent merges of the feature branch that carry our trailers, oldest first. */
  readLanded(): Promise<readonly LandedTask[]>
  /** Results on task branches that have not landed. */
  readResults(): Promise<readonly TaskResult[]>
  /** Makes a result findable: `done` on its task branch, anything else that has a commit on its failed branch. */
  publish(result: TaskResult): Promise<void>
  /** Moves the feature branch and deletes the landed tasks' branches, all or nothing; fails if the tip has moved. */
  land(landing: Landing): Promise<void>
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
  readonly startedAt: Date
  readonly finishedAt: Date
  /** The log of the agent and of the checks. */
  readonly log?: string
}

export interface Landing {
  readonly from: CommitSha
  readonly to: CommitSha
  readonly landed: readonly TaskId[]
}
