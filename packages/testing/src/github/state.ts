import type { JobState, RunState, WorkflowState } from './runs/run-state.ts'

/** Everything that the fake knows and git does not. Tests may read and change all of it at any time. */
export interface GitHubState {
  /** By `owner/name`. */
  readonly repositories: Map<string, RepositoryState>
}

export interface RepositoryState {
  readonly id: number
  readonly owner: string
  readonly name: string
  /** The bare repository that has the branches, the commits and the workflow files. */
  readonly git: string
  defaultBranch: string
  isPrivate: boolean
  readonly settings: RepositorySettings
  /** Roles by login: admin, maintain, write, triage, read. */
  readonly collaborators: Record<string, Role>
  readonly secrets: string[]
  /** Those of the organisation that this repository may use. */
  readonly organizationSecrets: string[]
  readonly protections: Record<string, Protection>
  /** What rulesets ask of a branch. */
  readonly rules: Record<string, Rule[]>
  readonly issues: IssueState[]
  readonly comments: CommentState[]
  readonly pulls: PullState[]
  readonly statuses: StatusState[]
  readonly workflows: WorkflowState[]
  readonly runs: RunState[]
  readonly jobs: JobState[]
}

export interface RepositorySettings {
  /** "Allow GitHub Actions to create and approve pull requests". */
  canCreatePullRequests: boolean
  defaultWorkflowPermissions: 'read' | 'write'
}

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

export interface Protection {
  readonly requiredChecks?: readonly string[]
  readonly requiresPullRequest?: boolean
  /** More of GitHub's answer, as it is spelled there: `{ lock_branch: { enabled: true } }`. */
  readonly details?: object
}

export interface Rule {
  readonly type: string
  readonly parameters?: object
}

export interface UserState {
  readonly login: string
  readonly type: 'User' | 'Bot'
}

export interface IssueState {
  readonly number: number
  title: string
  body: string | null
  state: 'open' | 'closed'
  labels: string[]
  user: UserState
  createdAt: Date
  updatedAt: Date
}

export interface CommentState {
  readonly id: number
  /** The number of the issue or pull request. */
  readonly issue: number
  body: string
  user: UserState
  readonly reactions: { readonly id: number; readonly content: string; readonly login: string }[]
  createdAt: Date
  updatedAt: Date
}

/** `headSha` is the last that was seen: a branch may be gone. */
export interface PullState extends IssueState {
  readonly head: string
  headSha: string
  base: string
  isDraft: boolean
  isMerged: boolean
}

export interface StatusState {
  readonly id: number
  readonly sha: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly context: string
  readonly description: string | null
  readonly targetUrl: string | null
  readonly creator: UserState
  readonly createdAt: Date
}
