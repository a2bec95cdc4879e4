import type { RepositoryState } from '../state.ts'
import { levelOf, sees, type Token } from '../tokens.ts'
import { notFound, Refusal } from './refusal.ts'

/** A repository that a token does not see is not there; what a token may not do is said to be so. */
export function checkPermission(
  token: Token,
  repository: RepositoryState,
  needs: readonly string[],
): void {
  if (!sees(token, repository)) throw notFound()
  if (needs.some((need) => isGranted(token, repository, need))) return
  throw refuseToken(token)
}

function isGranted(token: Token, repository: RepositoryState, need: string): boolean {
  const [permission = '', level] = need.split(':')
  if (level === 'read' && !repository.isPrivate && openToAll.has(permission)) return true
  const granted = levelOf(token, repository, permission)
  return granted === 'write' || granted === level
}

/** What everybody may read of a public repository, whatever a token's permissions. */
const openToAll = new Set([
  'metadata',
  'contents',
  'issues',
  'pull-requests',
  'actions',
  'statuses',
])

export function refuseToken({ type }: Token): Refusal {
  const kind = type === 'user' ? 'personal access token' : 'integration'
  return new Refusal(403, `Resource not accessible by ${kind}`)
}
