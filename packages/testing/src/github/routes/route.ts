import type { Answer } from '../answers/answer.ts'
import type { RepositoryState } from '../state.ts'
import type { Token } from '../tokens.ts'
import type { World } from '../world.ts'

export interface Call {
  readonly world: World
  readonly token: Token
  readonly path: Readonly<Record<string, string>>
  /** The address as it came, for links to other pages. */
  readonly requested: string
  readonly query: URLSearchParams
  /** What the description allows: checked before. */
  readonly body: Readonly<Record<string, unknown>>
}

export interface RepositoryCall extends Call {
  readonly repository: RepositoryState
}

interface Operation {
  /** As in GitHub's description: `GET /repos/{owner}/{repo}`. */
  readonly operation: string
}

export interface GeneralRoute extends Operation {
  readonly is: 'general'
  answer(call: Call): Answer | Promise<Answer>
}

export interface RepositoryRoute extends Operation {
  readonly is: 'repository'
  /** `issues:write`; any one of them is enough. */
  readonly needs: readonly string[]
  answer(call: RepositoryCall): Answer | Promise<Answer>
}

export type Route = GeneralRoute | RepositoryRoute

/** An operation on a repository: `get('/issues', ['issues:read'], …)`. */
export function onRepository(
  methodAndPath: string,
  needs: readonly string[],
  answer: RepositoryRoute['answer'],
): RepositoryRoute {
  const [method, path = ''] = methodAndPath.split(' ')
  return { is: 'repository', operation: `${method} /repos/{owner}/{repo}${path}`, needs, answer }
}

/** A text of a body that may be absent or null. */
export function textOf(value: unknown): string | undefined {
  return value === undefined || value === null ? undefined : String(value)
}
