import type { Access, Identity } from '../git-server/access.ts'
import type { GitHubState, RepositoryState, Role, UserState } from './state.ts'

export type Level = 'read' | 'write'

/** As workflows spell them: `pull-requests`, `contents`. Everybody who sees a repository reads `metadata`. */
export type Permissions = Readonly<Record<string, Level>>

export interface TokenWish {
  /** The job's own token, one of another GitHub App, or a person's. */
  readonly type: 'github-actions' | 'app' | 'user'
  /** `github-actions[bot]` for the first, which has no other. */
  readonly login?: string
  /** What it may do. A person's token without them may do what the person may. */
  readonly permissions?: Permissions
  /** `owner/name`; only a person's token may be for all repositories. */
  readonly repo?: string
}

export interface Token {
  readonly type: TokenWish['type']
  readonly user: UserState
  readonly permissions: Permissions | undefined
  readonly repo: string | undefined
}

export interface Tokens {
  make(wish: TokenWish): string
  find(token: string): Token | undefined
  /** A token that has expired is as good as none. */
  revoke(token: string): void
}

export function createTokens(): Tokens {
  const known = new Map<string, Token>()
  let made = 0
  return {
    make: (wish) => {
      const isUser = wish.type === 'user'
      const login =
        wish.login ?? (wish.type === 'github-actions' ? 'github-actions[bot]' : undefined)
      if (login === undefined) throw new Error(`a token of type "${wish.type}" needs a "login"`)
      if (!isUser && wish.repo === undefined)
        throw new Error('an installation token is for one repository: give its "repo"')
      const text = `${isUser ? 'ghp' : 'ghs'}_${String(++made).padStart(36, 'FakeToken0')}`
      known.set(text, {
        type: wish.type,
        user: { login, type: isUser ? 'User' : 'Bot' },
        permissions: wish.permissions ?? (isUser ? undefined : {}),
        repo: wish.repo,
      })
      return text
    },
    find: (token) => known.get(token),
    revoke: (token) => void known.delete(token),
  }
}

/** What a token was given in a repository; what is public can be read beyond that. */
export function levelOf(
  token: Token,
  repository: RepositoryState,
  permission: string,
): Level | 'none' {
  if (!isFor(token, repository)) return 'none'
  const granted = token.permissions?.[permission] ?? (permission === 'metadata' ? 'read' : 'none')
  if (token.type !== 'user') return granted
  const own = levelOfRole(roleOf(token, repository), permission)
  if (token.permissions === undefined || own === 'none') return own
  return own === 'read' && granted === 'write' ? 'read' : granted
}

export function sees(token: Token, repository: RepositoryState): boolean {
  if (!repository.isPrivate) return true
  return isFor(token, repository) && (token.type !== 'user' || !!roleOf(token, repository))
}

function isFor({ repo }: Token, repository: RepositoryState): boolean {
  return repo === undefined || repo.toLowerCase() === fullName(repository).toLowerCase()
}

function roleOf(token: Token, repository: RepositoryState): Role | undefined {
  return repository.collaborators[token.user.login] ?? (repository.isPrivate ? undefined : 'read')
}

const forAdmins = new Set(['administration', 'secrets'])

function levelOfRole(role: Role | undefined, permission: string): Level | 'none' {
  if (role === undefined) return 'none'
  if (role === 'admin') return 'write'
  if (forAdmins.has(permission)) return 'none'
  return role === 'write' || role === 'maintain' ? 'write' : 'read'
}

export function fullName({
  owner,
  name,
}: {
  readonly owner: string
  readonly name: string
}): string {
  return `${owner}/${name}`
}

export interface GitSide {
  authorise(token: string, repository: string): Access
  identify(token: string): Identity | undefined
}

/** The same tokens for the git server. The job's own can never be given the permission for workflows. */
export function gitSide(tokens: Tokens, state: GitHubState): GitSide {
  return {
    authorise: (text, name) => {
      const token = tokens.find(text)
      const repository = state.repositories.get(name.toLowerCase())
      if (token === undefined || repository === undefined) return 'none'
      const level = levelOf(token, repository, 'contents')
      return level === 'none' && !repository.isPrivate ? 'read' : level
    },
    identify: (text) => {
      const token = tokens.find(text)
      if (token === undefined) return undefined
      const mayByType = token.type === 'user' && token.permissions === undefined
      const isGranted = token.type !== 'github-actions' && token.permissions?.workflows === 'write'
      return { login: token.user.login, workflows: mayByType || isGranted }
    },
  }
}
