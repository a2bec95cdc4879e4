import type { RepositoryState } from '../state.ts'
import { fullName } from '../tokens.ts'
import type { World } from '../world.ts'
import { apiUrl, htmlUrl, renderUser } from './render-issue.ts'

export function renderRepository(world: World, repository: RepositoryState): object {
  const { id, name, owner, isPrivate, defaultBranch } = repository
  return {
    id,
    name,
    full_name: fullName(repository),
    private: isPrivate,
    visibility: isPrivate ? 'private' : 'public',
    owner: renderUser({ login: owner, type: 'User' }),
    default_branch: defaultBranch,
    fork: false,
    archived: false,
    disabled: false,
    has_issues: true,
    url: apiUrl(world, repository, ''),
    html_url: htmlUrl(repository, ''),
  }
}
