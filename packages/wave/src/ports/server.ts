import type { TaskId } from '@wavefront/tasks'
import type { CommitSha } from '../names.ts'
import type { Resolution } from './merger.ts'

/**
 * The server, on which others work too. The feature branch and the store are moved here first; these
 * methods bring the server to the same state, or us back to the server's.
 */
export interface Server {
  /** Forgets what has not been pushed and takes what the server has now. */
  refresh(): Promise<void>
  /** The feature branch and the store, in the order in which a kill in between does no harm. */
  pushLanding(): Promise<LandingPush>
  /** The branches of tasks, each for itself. Gives back what the server refused, in a sentence each. */
  pushTaskBranches(): Promise<readonly string[]>
}

export type LandingPush =
  | { readonly is: 'pushed' }
  /** Somebody else moved the feature branch or the store first. */
  | { readonly is: 'lost-race' }
  /** The server said no, and pushing again will not help. */
  | { readonly is: 'refused'; readonly why: string; readonly fix: string }

/** What the feature branch has done since it left its base. */
export interface BranchHistory {
  /** The merges in which something was in conflict, oldest first. */
  readConflicts(): Promise<readonly SettledMerge[]>
  /** The files it changes, with the texts of those that are asked for. */
  readChanges(isText: (path: string) => boolean): Promise<readonly FileChange[]>
  isOnBase(commit: CommitSha): Promise<boolean>
  /** Those of these commits that are neither on the branch nor on its base. */
  findLost(commits: readonly CommitSha[]): Promise<readonly CommitSha[]>
}

export interface SettledMerge {
  readonly commit: CommitSha
  /** Nothing for a merge of the base. */
  readonly task?: TaskId
  readonly wave?: number
  readonly resolutions: readonly Resolution[]
}

export interface FileChange {
  readonly path: string
  readonly is: 'added' | 'modified' | 'deleted'
  readonly before?: string
  readonly after?: string
}
