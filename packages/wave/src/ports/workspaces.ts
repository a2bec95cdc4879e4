import type { CommitSha } from '../names.ts'

/** Directories with a checkout of a commit, for agents and checks to work in. */
export interface Workspaces {
  open(at: CommitSha): Promise<Workspace>
}

export interface Workspace {
  readonly dir: string
  /** Which of the pool's places it is, from 1: the lane in the timeline. */
  readonly lane: number
  /** All that differs from the opened commit as one commit on it; our own files and the store left out. */
  capture(message: CommitMessage): Promise<Captured>
  /** Gives the place back; `keep` leaves the directory for a person to look at. */
  close(options: { readonly keep: boolean }): Promise<void>
}

export interface CommitMessage {
  readonly subject: string
  readonly body?: string
  readonly trailers: Readonly<Record<string, string>>
  readonly at: Date
}

export type Captured =
  | { readonly is: 'nothing' }
  | { readonly is: 'commit'; readonly commit: CommitSha; readonly files: readonly string[] }
