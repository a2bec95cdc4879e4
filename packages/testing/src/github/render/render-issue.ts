import type { CommentState, IssueState, PullState, RepositoryState, UserState } from '../state.ts'
import { fullName } from '../tokens.ts'
import { isPull, type World } from '../world.ts'

/** As the API spells it: whole seconds. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

export function renderUser({ login, type }: UserState): object {
  return {
    login,
    id: idOf(login),
    type,
    site_admin: false,
    html_url: `https://github.example/${encodeURIComponent(login)}`,
  }
}

/** The same number for the same name. */
function idOf(login: string): number {
  let id = 7
  for (const letter of login) id = (id * 31 + letter.charCodeAt(0)) % 1_000_000_007
  return id
}

export function apiUrl({ url }: World, repository: RepositoryState, path: string): string {
  return `${url}/repos/${fullName(repository)}${path}`
}

export function htmlUrl(repository: RepositoryState, path: string): string {
  return `https://github.example/${fullName(repository)}${path}`
}

export function renderIssue(
  world: World,
  repository: RepositoryState,
  issue: IssueState | PullState,
): object {
  const { number, title, body, state, labels, user } = issue
  const kind = isPull(issue) ? 'pull' : 'issues'
  return {
    id: repository.id * 1000 + number,
    number,
    title,
    body,
    state,
    locked: false,
    user: renderUser(user),
    labels: labels.map((name) => renderLabel(name)),
    comments: repository.comments.filter((comment) => comment.issue === number).length,
    author_association: 'NONE',
    url: apiUrl(world, repository, `/issues/${number}`),
    html_url: htmlUrl(repository, `/${kind}/${number}`),
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    ...(isPull(issue) && {
      pull_request: { url: apiUrl(world, repository, `/pulls/${number}`) },
    }),
  }
}

export function renderLabel(name: string): object {
  return { id: idOf(name), name, color: 'ededed', default: false, description: null }
}

export function renderComment(
  world: World,
  repository: RepositoryState,
  comment: CommentState,
): object {
  return {
    id: comment.id,
    body: comment.body,
    user: renderUser(comment.user),
    author_association: 'NONE',
    url: apiUrl(world, repository, `/issues/comments/${comment.id}`),
    html_url: htmlUrl(repository, `/issues/${comment.issue}#issuecomment-${comment.id}`),
    issue_url: apiUrl(world, repository, `/issues/${comment.issue}`),
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
  }
}
