import { type Asked, union } from './permissions.ts'
import type { WorkflowFile, WorkflowJob } from './workflow-file.ts'

/** What a workflow of the suite takes from whoever calls it. */
export interface CalledWorkflow {
  readonly permissions: Asked
  readonly inputs: readonly string[]
  readonly secrets: readonly string[]
}

/** That of this version, for when the one that is called cannot be read. */
export const shippedWorkflow: CalledWorkflow = {
  permissions: {
    contents: 'write',
    issues: 'write',
    'pull-requests': 'write',
    statuses: 'write',
    actions: 'write',
  },
  inputs: ['issue_number', 'branch', 'base', 'agent', 'model', 'overrides', 'runs_on'],
  secrets: ['agent_env', 'app_id', 'app_private_key'],
}

export function calledWorkflow({ call, jobs, permissions }: WorkflowFile): CalledWorkflow {
  const clauses = jobs.map((job) => job.permissions ?? permissions ?? {})
  return {
    permissions: union(clauses.map((clause) => (typeof clause === 'string' ? {} : clause))),
    inputs: call?.inputs ?? [],
    secrets: call?.secrets ?? [],
  }
}

/** How a workflow gets at a wave. */
export type Use =
  | { readonly is: 'call'; readonly job: WorkflowJob; readonly at: CalledFile }
  | { readonly is: 'actions'; readonly jobs: readonly OwnJob[] }
  | { readonly is: 'none' }

export interface CalledFile {
  /** Nothing for a file of the same repository and commit. */
  readonly repository?: string
  readonly path: string
  readonly ref?: string
}

/** A job with one of the three actions in it, and what that needs. */
export interface OwnJob {
  readonly job: WorkflowJob
  readonly asked: Asked
}

export function useOf({ jobs }: WorkflowFile): Use {
  for (const job of jobs) {
    const at = calledFile(job.uses)
    if (at !== undefined) return { is: 'call', job, at }
  }
  const own = jobs.flatMap((job) => {
    const asked = (job.steps ?? []).map((step) => askedBy(step.uses, step.with))
    const ours = asked.filter((each) => each !== undefined)
    return ours.length === 0 ? [] : [{ job, asked: union(ours) }]
  })
  return own.length === 0 ? { is: 'none' } : { is: 'actions', jobs: own }
}

function calledFile(uses = ''): CalledFile | undefined {
  const [, local] = /^(?:\.|\$)\/(\.github\/workflows\/wave\.ya?ml)$/.exec(uses) ?? []
  if (local !== undefined) return { path: local }
  const [, repository, path, ref] =
    /^([A-Za-z0-9_-]+\/[A-Za-z0-9._-]+)\/(\.github\/workflows\/wave\.ya?ml)@(\S+)$/.exec(uses) ?? []
  if (repository === undefined || path === undefined || ref === undefined) return undefined
  return { repository, path, ref }
}

function askedBy(uses = '', given: WorkflowJob['with'] = {}): Asked | undefined {
  const [, action] =
    /\/actions\/(get-ready-tasks|execute-task|merge-and-finalize)(?:@\S+)?$/.exec(uses) ?? []
  if (action === 'get-ready-tasks') return { contents: 'read', issues: 'write' }
  if (action === 'execute-task') {
    return { contents: given.publish === 'branch' ? 'write' : 'read' }
  }
  if (action === undefined) return undefined
  return given.phase === 'integrate' ? { contents: 'read' } : shippedWorkflow.permissions
}
