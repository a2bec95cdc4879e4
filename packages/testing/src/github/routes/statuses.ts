import { created } from '../answers/answer.ts'
import { notFound, unprocessable, validationFailed } from '../answers/refusal.ts'
import { apiUrl, renderUser, timestamp } from '../render/render-issue.ts'
import { renderRepository } from '../render/render-repository.ts'
import { resolveRef } from '../repository/bare-git.ts'
import type { StatusState } from '../state.ts'
import { pageOf } from './pages.ts'
import { onRepository, type RepositoryCall, type Route, textOf } from './route.ts'

export const statusRoutes: readonly Route[] = [
  onRepository('POST /statuses/{sha}', ['statuses:write'], createStatus),
  onRepository('GET /commits/{ref}/status', ['statuses:read'], combinedStatus),
]

const longestDescription = 140

async function createStatus(call: RepositoryCall) {
  const { world, repository, body, path, token } = call
  const sha = await resolveRef(repository.git, path.sha ?? '')
  if (sha === undefined) throw unprocessable(`No commit found for SHA: ${path.sha}`)
  const description = textOf(body.description) ?? null
  if ((description ?? '').length > longestDescription)
    throw validationFailed({
      resource: 'Status',
      code: 'custom',
      field: 'description',
      message: `description is too long (maximum is ${longestDescription} characters)`,
    })
  const status: StatusState = {
    id: world.newId(),
    sha,
    state: body.state as StatusState['state'],
    context: textOf(body.context) ?? 'default',
    description,
    targetUrl: textOf(body.target_url) ?? null,
    creator: token.user,
    createdAt: world.now(),
  }
  repository.statuses.push(status)
  return created({ ...render(call, status), creator: renderUser(status.creator) })
}

/** The latest of each context counts. */
async function combinedStatus(call: RepositoryCall) {
  const { world, repository, path } = call
  const sha = await resolveRef(repository.git, path.ref ?? '')
  if (sha === undefined) throw notFound(`No commit found for SHA: ${path.ref}`)
  const latest = new Map<string, StatusState>()
  for (const status of repository.statuses)
    if (status.sha === sha) latest.set(status.context, status)
  const statuses = [...latest.values()]
  return pageOf(call, statuses, (page) => ({
    sha,
    state: togetherOf(statuses),
    total_count: statuses.length,
    statuses: page.map((status) => render(call, status)),
    repository: renderRepository(world, repository),
  }))
}

function togetherOf(statuses: readonly StatusState[]): string {
  const has = (state: StatusState['state']) => statuses.some((status) => status.state === state)
  if (has('failure') || has('error')) return 'failure'
  return statuses.length === 0 || has('pending') ? 'pending' : 'success'
}

function render({ world, repository }: RepositoryCall, status: StatusState): object {
  return {
    id: status.id,
    state: status.state,
    context: status.context,
    description: status.description,
    target_url: status.targetUrl,
    url: apiUrl(world, repository, `/statuses/${status.sha}`),
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
  }
}
