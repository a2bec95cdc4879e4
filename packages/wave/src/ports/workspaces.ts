import type { CommitSha } from '../names.ts'

/** Directories with a checkout of a commit, for agents and checks to work in. */
export interface Workspaces {
  open(at: CommitSha): Promise<Workspace>
}

export interface Workspace {
  readonly dir: string
  /** Which of the pool's places it is, from 1: the lane in the timeline. */
  readonly lane: number
  /** All that differs from the opened commit now; our own files and the store left out. Nothing is committed. */
  snapshot(): Promise<Snapshot>
  /** A snapshot as one commit on the opened one; `unchanged` makes one that says only what came of the work. */
  commit(tree: string | 'unchanged', message: CommitMessage): Promise<CommitSha>
  /** Gives the place back; `keep` leaves the directory for a person to look at. */
  close(options: { readonly keep: boolean }): Promise<void>
}

export interface CommitMessage {
  readonly subject: string
  readonly body?: string
  readonly trailers: Readonly<Record<string, string>>
  readonly at: Date
}

export type Snapshot = {
  /** What the agent has broken around its work, and has been mended. */
  readonly broke?: string
} & (
  | { readonly is: 'unchanged' }
  /** There is no directory any more, or it is not a checkout any more. */
  | { readonly is: 'gone' }
  | {
      readonly is: 'changed'
      readonly tree: string
      readonly files: readonly string[]
      /** Changed files that hold conflict markers which were not there before. */
      readonly conflicted: readonly string[]
    }
)
