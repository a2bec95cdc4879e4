import type { PermissionsClause } from './workflow.ts'

export type Level = 'none' | 'read' | 'write'
export type Granted = Readonly<Record<string, Level>>

const all = [
  'actions',
  'attestations',
  'checks',
  'contents',
  'deployments',
  'discussions',
  'id-token',
  'issues',
  'models',
  'packages',
  'pages',
  'pull-requests',
  'security-events',
  'statuses',
]

/** What a token gets where nothing is declared, by the repository's setting. */
export function defaultPermissions(setting: 'read' | 'write'): Granted {
  return setting === 'write' ? expand('write-all') : { contents: 'read', packages: 'read' }
}

/** Everything that is not named in a declaration is refused. */
export function expand(clause: PermissionsClause): Granted {
  if (typeof clause !== 'string') return clause
  const level = clause === 'write-all' ? 'write' : 'read'
  return Object.fromEntries(all.map((name) => [name, level]))
}

const rank: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 }

/** What a called job asks for beyond that of the job that calls it; GitHub then starts no job at all. */
export function excess(asked: Granted, granted: Granted): readonly string[] {
  return Object.entries(asked)
    .filter(([name, level]) => rank[level] > rank[granted[name] ?? 'none'])
    .map(([name, level]) => `${name}: ${level}`)
}
