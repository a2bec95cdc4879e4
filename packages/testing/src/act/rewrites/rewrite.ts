import type { Job, Workflow } from '../workflow/workflow.ts'

/** What a rewrite of one file is told. */
export interface RewriteContext {
  /** `owner/repository` and the ref by which act finds the file's own repository. */
  readonly self: { readonly repository: string; readonly ref: string }
  /** What `github.workflow` is: in a called workflow the caller's. */
  readonly workflowName: string
  /** For `max-parallel`, which act cannot evaluate. */
  readonly maxParallel: number
  /** The token that stands for the job's own. */
  tokenOf(jobId: string): string
  /** Whether an action has an input `token` that is the job's token by default. */
  takesToken(uses: string): boolean
}

export interface Rewrite {
  readonly name: string
  /** What act would do to the file as it is. */
  readonly why: string
  apply(workflow: Workflow, context: RewriteContext): Workflow
}

/** The harness's own actions, as steps name them. */
export const harness = { repository: 'wavefront/harness', ref: 'v1' }

export function harnessAction(name: string): string {
  return `${harness.repository}/${name}@${harness.ref}`
}

export function withSteps(
  job: Job,
  change: (steps: NonNullable<Job['steps']>) => Job['steps'],
): Job {
  return job.steps === undefined ? job : { ...job, steps: change(job.steps) }
}
