import type { GitAccess } from '../git-server/access.ts'
import type { Violation } from './answer-request.ts'
import type { GitHubFault } from './faults.ts'
import type { RunGroup } from './runs/run-queue.ts'
import type { Conclusion, JobReport, RunState } from './runs/run-state.ts'
import type { Runs } from './runs/runs.ts'
import type {
  CommentState,
  GitHubState,
  IssueState,
  RepositorySettings,
  RepositoryState,
} from './state.ts'
import type { TokenWish } from './tokens.ts'

export interface FakeGitHubOptions {
  /** How long each request takes before anything is done. */
  readonly delayMs?: number
  /** For measurements: makes the start slower, so that no request pays for being the first of its kind. */
  readonly warm?: boolean
  /** GitHub Enterprise Server 3.19: under `/api/v3`, and without `return_run_details`. */
  readonly ghes?: boolean
  readonly now?: () => Date
  /**
   * The group of a run whose workflow has none at its top: that of the workflow which it calls, which may
   * be in another repository.
   */
  readonly groupOf?: (run: Omit<RunState, 'group'>) => RunGroup | undefined
  /** After a dispatch over the API was accepted. */
  readonly onDispatch?: (run: RunState) => void
  /** After a run that was going has been cancelled. */
  readonly onCancel?: (run: RunState) => void
}

export interface GitHubRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly login: string | undefined
  /** 0 when the connection was cut or never answered. */
  readonly status: number
}

export interface RequestFilter {
  readonly method?: string
  readonly path?: RegExp
  readonly login?: string
}

export interface RepositoryChoice
  extends Partial<
    Pick<RepositoryState, 'defaultBranch' | 'isPrivate' | 'collaborators' | 'protections' | 'rules'>
  > {
  /** The bare repository with its branches and commits. */
  readonly git: string
  readonly settings?: Partial<RepositorySettings>
  readonly secrets?: readonly string[]
  readonly organizationSecrets?: readonly string[]
}

export interface IssueChoice {
  readonly number?: number
  readonly title?: string
  readonly body?: string
  readonly labels?: readonly string[]
  readonly login?: string
}

export interface CommentChoice {
  readonly issue: number
  readonly body: string
  /** A login that ends with `[bot]` is a bot's. */
  readonly login: string
}

export interface RunChoice {
  /** Not needed where there is one repository. */
  readonly repo?: string
  /** A file's name or an id. */
  readonly workflow: string
  /** The default branch unless given. */
  readonly ref?: string
  readonly inputs?: Readonly<Record<string, string>>
  /** A login that ends with `[bot]` is a bot's. */
  readonly actor: string
  readonly event?: string
  /** Instead of what the workflow itself says at its top. */
  readonly group?: RunGroup
}

export interface FakeGitHub {
  /** What GITHUB_API_URL is. */
  readonly url: string
  readonly state: GitHubState
  readonly violations: readonly Violation[]
  readonly requests: readonly GitHubRequest[]
  readonly runs: Runs
  /** For `startGitServer`: the same tokens there. */
  readonly gitAccess: GitAccess
  addRepository(name: string, choice: RepositoryChoice): RepositoryState
  repository(name: string): RepositoryState
  addIssue(repo: string, choice?: IssueChoice): IssueState
  addComment(repo: string, choice: CommentChoice): CommentState
  token(wish: TokenWish): string
  revoke(token: string): void
  fault(fault: GitHubFault): void
  clearFaults(): void
  /** How many requests there have been. */
  count(filter?: RequestFilter): number
  forgetRequests(): void
  forgetViolations(): void
  /** Starts a run as a person does with "Run workflow". Throws GitHub's words where it refuses. */
  startRun(choice: RunChoice): Promise<RunState>
  finishRun(id: number, conclusion: Conclusion, jobs?: readonly JobReport[]): void
  close(): Promise<void>
}
