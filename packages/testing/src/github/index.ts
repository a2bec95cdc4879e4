export type { Violation } from './answer-request.ts'
export type {
  CommentChoice,
  FakeGitHub,
  FakeGitHubOptions,
  GitHubRequest,
  IssueChoice,
  RepositoryChoice,
  RequestFilter,
  RunChoice,
} from './fake-github.ts'
export type { GitHubFault } from './faults.ts'
export {
  createRunQueue,
  type QueuedRun,
  type RunGroup,
  type RunQueue,
} from './runs/run-queue.ts'
export type { Conclusion, JobReport, JobState, RunState, WorkflowState } from './runs/run-state.ts'
export type { Runs } from './runs/runs.ts'
export { startFakeGitHub } from './start-fake-github.ts'
export type {
  CommentState,
  GitHubState,
  IssueState,
  Protection,
  PullState,
  RepositoryState,
  Role,
  Rule,
  StatusState,
  UserState,
} from './state.ts'
export type { Level, Permissions, TokenWish } from './tokens.ts'
