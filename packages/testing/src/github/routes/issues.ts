import { created, noContent, ok } from '../answers/answer.ts'
import { isTooLong, notFound, refuseLongBody } from '../answers/refusal.ts'
import {
  apiUrl,
  renderComment,
  renderIssue,
  renderLabel,
  renderUser,
  timestamp,
} from '../render/render-issue.ts'
import type { CommentState, IssueState } from '../state.ts'
import { findIssue, nextNumber } from '../world.ts'
import { pageOf } from './pages.ts'
import { onRepository, type RepositoryCall, type Route, textOf } from './route.ts'

const readIssues = ['issues:read', 'pull-requests:read']
const writeIssues = ['issues:write', 'pull-requests:write']

export const issueRoutes: readonly Route[] = [
  onRepository('GET /issues', readIssues, listIssues),
  onRepository('POST /issues', ['issues:write'], createIssue),
  onRepository('GET /issues/{issue_number}', readIssues, (call) => ok(render(call, issueOf(call)))),
  onRepository('PATCH /issues/{issue_number}', writeIssues, updateIssue),
  onRepository('GET /issues/{issue_number}/comments', readIssues, listComments),
  onRepository('POST /issues/{issue_number}/comments', writeIssues, createComment),
  onRepository('GET /issues/comments/{comment_id}', readIssues, (call) =>
    ok(renderComment(call.world, call.repository, commentOf(call))),
  ),
  onRepository('PATCH /issues/comments/{comment_id}', writeIssues, updateComment),
  onRepository('DELETE /issues/comments/{comment_id}', writeIssues, deleteComment),
  onRepository('POST /issues/comments/{comment_id}/reactions', writeIssues, react),
  onRepository('GET /issues/{issue_number}/labels', readIssues, (call) =>
    pageOf(call, issueOf(call).labels, (page) => page.map(renderLabel)),
  ),
  onRepository('POST /issues/{issue_number}/labels', writeIssues, addLabels),
]

function issueOf({ repository, path }: RepositoryCall): IssueState {
  return findIssue(repository, path.issue_number ?? '')
}

function commentOf({ repository, path }: RepositoryCall): CommentState {
  const found = repository.comments.find(({ id }) => String(id) === path.comment_id)
  if (found === undefined) throw notFound()
  return found
}

function render({ world, repository }: RepositoryCall, issue: IssueState): object {
  return renderIssue(world, repository, issue)
}

/** Pull requests are issues too, and come with them. */
function listIssues(call: RepositoryCall) {
  const { repository, query } = call
  const state = query.get('state') ?? 'open'
  const labels = (query.get('labels') ?? '').split(',').filter((label) => label !== '')
  const found = [...repository.issues, ...repository.pulls]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => labels.every((label) => issue.labels.includes(label)))
    .filter((issue) => (query.get('creator') ?? issue.user.login) === issue.user.login)
    .sort((one, other) => other.number - one.number)
  if (query.get('direction') === 'asc') found.reverse()
  return pageOf(call, found, (page) => page.map((issue) => render(call, issue)))
}

function createIssue(call: RepositoryCall) {
  const { world, repository, body, token } = call
  refuseLongBody('Issue', textOf(body.body))
  const at = world.now()
  const issue: IssueState = {
    number: nextNumber(repository),
    title: String(body.title),
    body: textOf(body.body) ?? null,
    state: 'open',
    labels: labelNames(body.labels),
    user: token.user,
    createdAt: at,
    updatedAt: at,
  }
  repository.issues.push(issue)
  return created(render(call, issue))
}

/** A body above the limit is not refused here: GitHub answers 200 and keeps the old one. */
function updateIssue(call: RepositoryCall) {
  const { body, world } = call
  const issue = issueOf(call)
  const text = textOf(body.body)
  if (text !== undefined && !isTooLong(text)) issue.body = text
  if (body.title !== undefined) issue.title = String(body.title)
  if (body.state === 'open' || body.state === 'closed') issue.state = body.state
  if (body.labels !== undefined) issue.labels = labelNames(body.labels)
  issue.updatedAt = world.now()
  return ok(render(call, issue))
}

function listComments(call: RepositoryCall) {
  const { number } = issueOf(call)
  const since = Date.parse(call.query.get('since') ?? '1970-01-01T00:00:00Z')
  const found = call.repository.comments.filter(
    ({ issue, updatedAt }) => issue === number && updatedAt.getTime() >= since,
  )
  return pageOf(call, found, (page) =>
    page.map((comment) => renderComment(call.world, call.repository, comment)),
  )
}

function createComment(call: RepositoryCall) {
  const { world, repository, token } = call
  const body = String(call.body.body)
  refuseLongBody('IssueComment', body)
  const at = world.now()
  const comment: CommentState = {
    id: world.newId(),
    issue: issueOf(call).number,
    body,
    user: token.user,
    reactions: [],
    createdAt: at,
    updatedAt: at,
  }
  repository.comments.push(comment)
  return created(renderComment(world, repository, comment))
}

function updateComment(call: RepositoryCall) {
  const { world, repository } = call
  const comment = commentOf(call)
  const body = String(call.body.body)
  refuseLongBody('IssueComment', body)
  comment.body = body
  comment.updatedAt = world.now()
  return ok(renderComment(world, repository, comment))
}

function deleteComment(call: RepositoryCall) {
  const { comments } = call.repository
  comments.splice(comments.indexOf(commentOf(call)), 1)
  return noContent
}

/** The same reaction of the same user is there already: 200 instead of 201. */
function react(call: RepositoryCall) {
  const { world, repository, token } = call
  const comment = commentOf(call)
  const content = String(call.body.content)
  const { login } = token.user
  const known = comment.reactions.find((one) => one.content === content && one.login === login)
  const reaction = known ?? { id: world.newId(), content, login }
  if (known === undefined) comment.reactions.push(reaction)
  const body = {
    id: reaction.id,
    content,
    user: renderUser(token.user),
    created_at: timestamp(world.now()),
    url: apiUrl(world, repository, `/issues/comments/${comment.id}/reactions/${reaction.id}`),
  }
  return known === undefined ? created(body) : ok(body)
}

function addLabels(call: RepositoryCall) {
  const issue = issueOf(call)
  const { labels } = call.body
  const wanted = labelNames(labels ?? call.body)
  issue.labels = [...new Set([...issue.labels, ...wanted])]
  return ok(issue.labels.map(renderLabel))
}

/** Labels come as words, or as objects with a name. */
function labelNames(labels: unknown): string[] {
  if (!Array.isArray(labels)) return []
  return labels.map((label: unknown) =>
    typeof label === 'string' ? label : String((label as { readonly name?: unknown }).name),
  )
}
