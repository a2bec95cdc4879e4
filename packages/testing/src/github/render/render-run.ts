import type { JobState, RunState, WorkflowState } from '../runs/run-state.ts'
import type { RepositoryState } from '../state.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, renderUser, timestamp } from './render-issue.ts'
import { renderRepository } from './render-repository.ts'

export function renderRun(world: World, repository: RepositoryState, run: RunState): object {
  const path = `/actions/runs/${run.id}`
  return {
    id: run.id,
    name: run.path,
    display_title: run.title,
    run_number: run.runNumber,
    run_attempt: run.runAttempt,
    workflow_id: run.workflowId,
    path: run.path,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: run.ref,
    head_sha: run.headSha,
    actor: renderUser(run.actor),
    triggering_actor: renderUser(run.actor),
    pull_requests: [],
    created_at: timestamp(run.createdAt),
    run_started_at: timestamp(run.startedAt),
    updated_at: timestamp(run.updatedAt),
    repository: renderRepository(world, repository),
    head_repository: renderRepository(world, repository),
    url: apiUrl(world, repository, path),
    html_url: htmlUrl(repository, path),
    jobs_url: apiUrl(world, repository, `${path}/jobs`),
    cancel_url: apiUrl(world, repository, `${path}/cancel`),
    workflow_url: apiUrl(world, repository, `/actions/workflows/${run.workflowId}`),
  }
}

export function renderJob(
  world: World,
  repository: RepositoryState,
  { job, run }: { readonly job: JobState; readonly run: RunState },
): object {
  return {
    id: job.id,
    run_id: run.id,
    run_attempt: job.runAttempt,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    head_sha: run.headSha,
    head_branch: run.ref,
    created_at: timestamp(job.startedAt),
    started_at: timestamp(job.startedAt),
    completed_at: job.completedAt && timestamp(job.completedAt),
    labels: ['ubuntu-latest'],
    url: apiUrl(world, repository, `/actions/jobs/${job.id}`),
    html_url: htmlUrl(repository, `/actions/runs/${run.id}/job/${job.id}`),
    run_url: apiUrl(world, repository, `/actions/runs/${run.id}`),
  }
}

export function renderWorkflow(
  world: World,
  repository: RepositoryState,
  { id, path, state }: WorkflowState,
): object {
  return {
    id,
    path,
    state,
    name: path,
    url: apiUrl(world, repository, `/actions/workflows/${id}`),
    html_url: htmlUrl(repository, `/blob/${repository.defaultBranch}/${path}`),
  }
}
