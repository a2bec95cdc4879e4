import type { PullState, RepositoryState } from '../state.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, renderIssue, renderUser } from './render-issue.ts'
import { renderRepository } from './render-repository.ts'

export function renderPull(
  world: World,
  repository: RepositoryState,
  pull: PullState,
  baseSha: string,
): object {
  const {
    pull_request: _,
    comments: __,
    ...issue
  } = renderIssue(world, repository, pull) as {
    readonly pull_request: unknown
    readonly comments: unknown
  }
  const { number, isDraft, isMerged, headSha } = pull
  const end = (ref: string, sha: string) => ({
    ref,
    sha,
    label: `${repository.owner}:${ref}`,
    user: renderUser({ login: repository.owner, type: 'User' }),
    repo: renderRepository(world, repository),
  })
  return {
    ...issue,
    draft: isDraft,
    merged: isMerged,
    merged_at: null,
    head: end(pull.head, headSha),
    base: end(pull.base, baseSha),
    url: apiUrl(world, repository, `/pulls/${number}`),
    issue_url: apiUrl(world, repository, `/issues/${number}`),
    html_url: htmlUrl(repository, `/pull/${number}`),
  }
}
