import { actionsRoutes } from './actions.ts'
import { generalRoutes } from './general.ts'
import { issueRoutes } from './issues.ts'
import { pullRoutes } from './pulls.ts'
import { repositoryRoutes } from './repositories.ts'
import type { Route } from './route.ts'
import { statusRoutes } from './statuses.ts'

const routes: readonly Route[] = [
  ...actionsRoutes,
  ...generalRoutes,
  ...issueRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
  ...statusRoutes,
]

export const operations: readonly string[] = routes.map(({ operation }) => operation)

export interface FoundRoute {
  readonly route: Route
  readonly path: Readonly<Record<string, string>>
}

export function findRoute(method: string, pathname: string): FoundRoute | undefined {
  for (const { route, method: ours, pattern } of patterns) {
    if (ours !== method) continue
    const found = pattern.exec(pathname)
    if (found === null) continue
    const groups = Object.entries(found.groups ?? {})
    const path = groups.map(([name, text]) => [name, decodeURIComponent(text)] as const)
    return { route, path: Object.fromEntries(path) }
  }
  return undefined
}

/** Names of branches and files may have slashes in an address as they are; all else has none. */
const withSlashes = new Set(['path', 'ref', 'branch'])

/** Longer ones first, so that `/branches/{branch}/protection` is not a branch. */
const patterns = routes
  .map((route) => {
    const [method = '', template = ''] = route.operation.split(' ')
    const source = template.replace(/\{(\w+)\}/g, (_, name: string) =>
      withSlashes.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
    )
    return { route, method, template, pattern: new RegExp(`^${source}$`) }
  })
  .sort((one, other) => other.template.length - one.template.length)
