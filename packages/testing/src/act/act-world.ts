import type { FakeGitHub, RunChoice, RunState } from '../github/index.ts'
import type { JobConclusion, JobReport } from './process/run-log.ts'

export interface ActWorldOptions {
  /** The program, as `describeEngine` gives it. */
  readonly act: string
  readonly github: FakeGitHub
  /** What GITHUB_SERVER_URL is. */
  readonly git: { readonly url: string }
  /** What callers know as `repository@ref`: a checkout with `actions`, `dist` and `.github/workflows`. */
  readonly suite: { readonly path: string; readonly repository: string; readonly ref: string }
  /** The caller's secrets. */
  readonly secrets?: Readonly<Record<string, string>>
  /** What `actions/create-github-app-token` accepts and gives. */
  readonly app?: { readonly id: string; readonly key: string; readonly token: string }
  /** Labels that have a runner. */
  readonly runners?: readonly string[]
  /** Legs at a time, where the workflow computes it. */
  readonly maxParallel?: number
  /** A chain that does not stop is a failure. */
  readonly maxRuns?: number
  readonly runTimeLimitMs?: number
  /** Folders in front of PATH: another node, agents, `bd`. */
  readonly path?: readonly string[]
  /** What steps find in their environment beside what a runner gives them. */
  readonly env?: Readonly<Record<string, string>>
}

export interface RunReport {
  readonly id: number
  readonly attempt: number
  readonly run: RunState
  readonly conclusion: JobConclusion | 'startup_failure'
  /** Each leg of a matrix is one. */
  readonly jobs: readonly JobReport[]
  /** The names of jobs that an earlier attempt did, and that did not run in this one. */
  readonly kept: readonly string[]
  /** The names of what the run has uploaded so far, in this attempt and those before. */
  readonly artifacts: readonly string[]
  readonly exitCode: number
  /** What act said beside its log, or why GitHub would not have started the run. */
  readonly complaint: string
  readonly milliseconds: number
}

export interface CancelWish {
  /** A part of the job's name. */
  readonly job: string
  /** What is in a line of its log. */
  readonly line: RegExp
}

/** A GitHub whose runs really run. */
export interface ActWorld {
  /** Every attempt that has ended, in that order. */
  readonly runs: readonly RunReport[]
  /** "Run workflow" by a person; `settle` then runs it. */
  start(choice: RunChoice): Promise<RunState>
  /** Runs what is queued, and what that starts, until nothing is left: the attempts that ended meanwhile. */
  settle(): Promise<readonly RunReport[]>
  /** The last attempt of a run. */
  run(id: number): RunReport
  /** "Re-run all jobs" or "Re-run failed jobs". */
  rerun(id: number, jobs: 'all' | 'failed'): void
  /** Once, the next time that a job writes such a line. */
  cancelWhen(wish: CancelWish): void
  /** A folder with what the run has uploaded under a name. */
  artifact(runId: number, name: string): string
  /** Ends what still runs and removes everything. */
  close(): Promise<void>
}
