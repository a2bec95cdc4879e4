import { created, ok } from '../answers/answer.ts'
import { notFound, Refusal, refuseLongBody, validationFailed } from '../answers/refusal.ts'
import { renderPull } from '../render/render-pull.ts'
import { branchTip, isAncestor } from '../repository/bare-git.ts'
import type { PullState } from '../state.ts'
import { nextNumber, refreshPull } from '../world.ts'
import { pageOf } from './pages.ts'
import { onRepository, type RepositoryCall, type Route, textOf } from './route.ts'

export const pullRoutes: readonly Route[] = [
  onRepository('GET /pulls', ['pull-requests:read'], listPulls),
  onRepository('POST /pulls', ['pull-requests:write'], createPull),
  onRepository('GET /pulls/{pull_number}', ['pull-requests:read'], async (call) =>
    ok(await render(call, await pullOf(call))),
  ),
  onRepository('PATCH /pulls/{pull_number}', ['pull-requests:write'], updatePull),
]

async function pullOf({ repository, path }: RepositoryCall): Promise<PullState> {
  const found = repository.pulls.find(({ number }) => String(number) === path.pull_number)
  if (found === undefined) throw notFound()
  await refreshPull(repository, found)
  return found
}

async function render({ world, repository }: RepositoryCall, pull: PullState): Promise<object> {
  const base = (await branchTip(repository.git, pull.base)) ?? pull.headSha
  return renderPull(world, repository, pull, base)
}

/** A `head` without its owner filters nothing, as at GitHub. */
async function listPulls(call: RepositoryCall) {
  const { repository, query } = call
  for (const pull of repository.pulls) await refreshPull(repository, pull)
  const state = query.get('state') ?? 'open'
  const [owner, ...rest] = (query.get('head') ?? '').split(':')
  const head = rest.join(':')
  const isOurs = owner?.toLowerCase() === repository.owner.toLowerCase()
  const found = repository.pulls
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => head === '' || (isOurs && pull.head === head))
    .filter((pull) => (query.get('base') ?? pull.base) === pull.base)
    .sort((one, other) => other.number - one.number)
  if (query.get('direction') === 'asc') found.reverse()
  const rendered = new Map<PullState, object>()
  for (const pull of found) rendered.set(pull, await render(call, pull))
  return pageOf(call, found, (page) => page.map((pull) => rendered.get(pull)))
}

async function createPull(call: RepositoryCall) {
  const { world, repository, body, token } = call
  if (token.type === 'github-actions' && !repository.settings.canCreatePullRequests)
    throw new Refusal(403, 'GitHub Actions is not permitted to create or approve pull requests.')
  const head = String(body.head).replace(new RegExp(`^${repository.owner}:`, 'i'), '')
  const base = String(body.base)
  const headSha = await checkEnds(call, head, base)
  refuseLongBody('PullRequest', textOf(body.body))
  const at = world.now()
  const pull: PullState = {
    number: nextNumber(repository),
    title: String(body.title),
    body: textOf(body.body) ?? null,
    state: 'open',
    labels: [],
    user: token.user,
    head,
    headSha,
    base,
    isDraft: body.draft === true,
    isMerged: false,
    createdAt: at,
    updatedAt: at,
  }
  repository.pulls.push(pull)
  return created(await render(call, pull))
}

async function checkEnds(call: RepositoryCall, head: string, base: string): Promise<string> {
  const { repository } = call
  const resource = 'PullRequest'
  const headSha = await branchTip(repository.git, head)
  if (headSha === undefined) throw validationFailed({ resource, field: 'head', code: 'invalid' })
  const baseSha = await branchTip(repository.git, base)
  if (baseSha === undefined) throw validationFailed({ resource, field: 'base', code: 'invalid' })
  for (const pull of repository.pulls) await refreshPull(repository, pull)
  const isThere = repository.pulls.some(
    (pull) => pull.state === 'open' && pull.head === head && pull.base === base,
  )
  const code = 'custom'
  if (isThere) {
    const message = `A pull request already exists for ${repository.owner}:${head}.`
    throw validationFailed({ resource, code, message })
  }
  if (await isAncestor(repository.git, headSha, baseSha))
    throw validationFailed({ resource, code, message: `No commits between ${base} and ${head}` })
  return headSha
}

async function updatePull(call: RepositoryCall) {
  const { body, world } = call
  const pull = await pullOf(call)
  refuseLongBody('PullRequest', textOf(body.body))
  if (body.title !== undefined) pull.title = String(body.title)
  if (body.body !== undefined) pull.body = textOf(body.body) ?? null
  if (body.base !== undefined) pull.base = String(body.base)
  if (body.state === 'closed') pull.state = 'closed'
  if (body.state === 'open' && pull.state === 'closed') await reopen(call, pull)
  pull.updatedAt = world.now()
  return ok(await render(call, pull))
}

async function reopen({ repository }: RepositoryCall, pull: PullState): Promise<void> {
  const isGone = (await branchTip(repository.git, pull.head)) === undefined
  if (isGone || pull.isMerged)
    throw validationFailed({
      resource: 'PullRequest',
      code: 'custom',
      field: 'state',
      message: isGone
        ? `state cannot be changed. The ${pull.head} branch has been deleted.`
        : 'state cannot be changed. The pull request cannot be reopened.',
    })
  pull.state = 'open'
}
