import type { BranchName, CommitSha } from '../names.ts'

/** The issues of a repository, and our one comment on each. */
export interface Issues {
  /** Nothing when there is no such issue. */
  read(issue: number): Promise<Issue | undefined>
  /** The one comment that is ours, by its marker and its author: made when there is none, edited in place when there is. */
  writeComment(comment: { readonly issue: number; readonly body: string }): Promise<{ url: string }>
}

export interface Issue {
  readonly number: number
  readonly title: string
  readonly url: string
  readonly isOpen: boolean
  readonly isPullRequest: boolean
}

export interface PullRequests {
  /** The open one from a branch. */
  find(head: BranchName): Promise<PullRequest | undefined>
  /**
   * One open pull request per branch: made when there is none, never a draft. In one that is there only the
   * part of the text that is ours changes; its title, and what people wrote around our part, stay.
   */
  write(wanted: WantedPullRequest): Promise<PullRequest>
  writeStatus(status: CommitStatus): Promise<void>
}

export interface PullRequest {
  readonly number: number
  readonly url: string
}

export interface WantedPullRequest {
  readonly head: BranchName
  readonly base: BranchName
  readonly title: string
  readonly body: string
}

/** What GitHub shows beside a commit. The context is always `wavefront`. */
export interface CommitStatus {
  readonly commit: CommitSha
  readonly state: 'pending' | 'success' | 'failure'
  readonly description: string
  readonly url?: string
}

/** The workflow runs of a repository. */
export interface Runs {
  /** The workflow that a run is of, and the branch that it was started on. */
  readWorkflow(run: number): Promise<RunWorkflow>
  /** The jobs of a run's latest attempt so far. */
  readJobs(run: number): Promise<readonly Job[]>
  dispatch(wanted: WantedRun): Promise<Dispatched>
}

export interface RunWorkflow {
  /** Its file: `.github/workflows/wavefront.yml`. */
  readonly path: string
  readonly branch: string
}

export interface Job {
  readonly name: string
  readonly conclusion?: string
  readonly url: string
}

export interface WantedRun {
  /** The workflow's file. */
  readonly workflow: string
  /** The branches to start it on: the first that has the file. */
  readonly on: readonly string[]
  readonly inputs: Readonly<Record<string, string>>
  /** A run that is run again, and may have started it before it was cut off. */
  readonly again?: number
}

export type Dispatched =
  | {
      readonly is: 'dispatched'
      readonly url?: string
      /** Why there is no link, in words that follow "it was started, but". */
      readonly doubt?: string
    }
  /** GitHub said no, and asking again will not help. */
  | { readonly is: 'refused'; readonly why: string; readonly fix: string }
