import type { CommentChoice, IssueChoice, RepositoryChoice } from './fake-github.ts'
import type { CommentState, IssueState, RepositoryState, UserState } from './state.ts'
import { nextNumber, type World } from './world.ts'

/** Private, its owner an admin, pull requests by Actions allowed: unless chosen otherwise. */
export function newRepository(
  world: World,
  fullName: string,
  choice: RepositoryChoice,
): RepositoryState {
  const [owner = '', name = '', more] = fullName.split('/')
  if (owner === '' || name === '' || more !== undefined)
    throw new Error(`not a repository's name: ${fullName}`)
  return {
    id: world.newId(),
    owner,
    name,
    git: choice.git,
    defaultBranch: choice.defaultBranch ?? 'main',
    isPrivate: choice.isPrivate ?? true,
    settings: {
      canCreatePullRequests: true,
      defaultWorkflowPermissions: 'read',
      ...choice.settings,
    },
    collaborators: { ...(choice.collaborators ?? { [owner]: 'admin' }) },
    secrets: [...(choice.secrets ?? [])],
    organizationSecrets: [...(choice.organizationSecrets ?? [])],
    protections: { ...choice.protections },
    rules: { ...choice.rules },
    issues: [],
    comments: [],
    pulls: [],
    statuses: [],
    workflows: [],
    runs: [],
    jobs: [],
  }
}

export function newIssue(
  world: World,
  repository: RepositoryState,
  choice: IssueChoice,
): IssueState {
  const at = world.now()
  const number = choice.number ?? nextNumber(repository)
  if ([...repository.issues, ...repository.pulls].some((known) => known.number === number))
    throw new Error(`there is an issue ${number} already`)
  const issue: IssueState = {
    number,
    title: choice.title ?? 'An issue',
    body: choice.body ?? null,
    state: 'open',
    labels: [...(choice.labels ?? [])],
    user: userOf(choice.login ?? repository.owner),
    createdAt: at,
    updatedAt: at,
  }
  repository.issues.push(issue)
  return issue
}

export function newComment(
  world: World,
  repository: RepositoryState,
  { issue, body, login }: CommentChoice,
): CommentState {
  const at = world.now()
  const comment: CommentState = {
    id: world.newId(),
    issue,
    body,
    user: userOf(login),
    reactions: [],
    createdAt: at,
    updatedAt: at,
  }
  repository.comments.push(comment)
  return comment
}

export function userOf(login: string): UserState {
  return { login, type: login.endsWith('[bot]') ? 'Bot' : 'User' }
}
