import { type Answer, noContent, ok } from '../answers/answer.ts'
import { notFound, Refusal, unprocessable } from '../answers/refusal.ts'
import { apiUrl, htmlUrl, timestamp } from '../render/render-issue.ts'
import { renderJob, renderRun, renderWorkflow } from '../render/render-run.ts'
import { findWorkflow, listWorkflows, planDispatch } from '../runs/plan-dispatch.ts'
import type { RunState, WorkflowState } from '../runs/run-state.ts'
import { pageOf } from './pages.ts'
import { onRepository, type RepositoryCall, type Route, textOf } from './route.ts'

export const actionsRoutes: readonly Route[] = [
  onRepository('GET /actions/runs/{run_id}', ['actions:read'], (call) =>
    ok(renderRun(call.world, call.repository, runOf(call))),
  ),
  onRepository('GET /actions/runs/{run_id}/jobs', ['actions:read'], listJobs),
  onRepository('POST /actions/runs/{run_id}/cancel', ['actions:write'], cancelRun),
  onRepository('GET /actions/workflows', ['actions:read'], listAll),
  onRepository('GET /actions/workflows/{workflow_id}', ['actions:read'], async (call) =>
    ok(renderWorkflow(call.world, call.repository, await workflowOf(call))),
  ),
  onRepository('GET /actions/workflows/{workflow_id}/runs', ['actions:read'], listRuns),
  onRepository('POST /actions/workflows/{workflow_id}/dispatches', ['actions:write'], dispatch),
]

function runOf({ repository, path }: RepositoryCall): RunState {
  const found = repository.runs.find(({ id }) => String(id) === path.run_id)
  if (found === undefined) throw notFound()
  return found
}

async function workflowOf({ world, repository, path }: RepositoryCall): Promise<WorkflowState> {
  const found = await findWorkflow(repository, path.workflow_id ?? '', world.newId)
  if (found === undefined) throw notFound()
  return found
}

function listJobs(call: RepositoryCall): Answer {
  const { world, repository, query } = call
  const run = runOf(call)
  const isOfAll = query.get('filter') === 'all'
  const jobs = repository.jobs.filter(
    ({ runId, runAttempt }) => runId === run.id && (isOfAll || runAttempt === run.runAttempt),
  )
  return pageOf(call, jobs, (page) => ({
    total_count: jobs.length,
    jobs: page.map((job) => renderJob(world, repository, { job, run })),
  }))
}

function cancelRun(call: RepositoryCall): Answer {
  const run = runOf(call)
  if (run.status === 'completed')
    throw new Refusal(409, 'Cannot cancel a workflow run that is completed.')
  call.world.runs.cancel(run.id)
  return { status: 202, body: {} }
}

async function listAll(call: RepositoryCall): Promise<Answer> {
  const { world, repository } = call
  const all = await listWorkflows(repository, world.newId)
  return pageOf(call, all, (page) => ({
    total_count: all.length,
    workflows: page.map((workflow) => renderWorkflow(world, repository, workflow)),
  }))
}

async function listRuns(call: RepositoryCall): Promise<Answer> {
  const { world, repository, query } = call
  const workflow = await workflowOf(call)
  const isAsked = (name: string, value: string | null) => (query.get(name) ?? value) === value
  const found = repository.runs
    .filter((run) => run.workflowId === workflow.id)
    .filter((run) => isAsked('event', run.event) && isAsked('branch', run.ref))
    .filter((run) => isAsked('actor', run.actor.login) && isAsked('head_sha', run.headSha))
    .filter((run) => isAsked('status', run.status) || isAsked('status', run.conclusion))
    .filter((run) => isWithin(query.get('created'), timestamp(run.createdAt)))
    .reverse()
  return pageOf(call, found, (page) => ({
    total_count: found.length,
    workflow_runs: page.map((run) => renderRun(world, repository, run)),
  }))
}

/** `>=2026-01-01T00:00:00Z`, `a..b` and the like; dates of that form compare as texts. */
function isWithin(range: string | null, created: string): boolean {
  if (range === null) return true
  const [from = '*', to] = range.split('..')
  const moment = (text: string) =>
    text.includes('T') ? `${new Date(text).toISOString().slice(0, 19)}Z` : text
  if (to !== undefined)
    return (from === '*' || created >= moment(from)) && (to === '*' || created <= moment(to))
  const [, sign = '', date = ''] = /^([<>]?=?)(.*)$/.exec(range) ?? []
  if (sign === '>=') return created >= moment(date)
  if (sign === '>') return created > moment(date)
  if (sign === '<=') return created <= moment(date)
  if (sign === '<') return created < moment(date)
  return created.startsWith(moment(date))
}

async function dispatch(call: RepositoryCall): Promise<Answer> {
  const { world, repository, body, path, token } = call
  const wantsDetails = body.return_run_details
  if (wantsDetails !== undefined && world.isServer)
    throw unprocessable('Invalid request.\n\n"return_run_details" is not a permitted key.')
  const wish = {
    workflow: path.workflow_id ?? '',
    ref: textOf(body.ref) ?? '',
    inputs: (body.inputs ?? {}) as Readonly<Record<string, unknown>>,
  }
  const planned = await planDispatch(repository, wish, world.newId)
  const run = world.runs.add(repository, planned, { actor: token.user, event: 'workflow_dispatch' })
  world.onDispatch(run)
  if (wantsDetails !== true) return noContent
  return ok({
    workflow_run_id: run.id,
    run_url: apiUrl(world, repository, `/actions/runs/${run.id}`),
    html_url: htmlUrl(repository, `/actions/runs/${run.id}`),
  })
}
