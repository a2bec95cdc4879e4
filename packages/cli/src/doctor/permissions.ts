import type { PermissionsClause } from './workflow-file.ts'

export type Level = 'none' | 'read' | 'write'
export type Asked = Readonly<Record<string, Level>>

const rank: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 }

/** What several jobs ask for together. */
export function union(clauses: readonly Asked[]): Asked {
  const all = new Map<string, Level>()
  for (const [name, level] of clauses.flatMap((clause) => Object.entries(clause))) {
    if (rank[level] > rank[all.get(name) ?? 'none']) all.set(name, level)
  }
  return Object.fromEntries(all)
}

/** What is asked for and not granted. Everything that a declaration does not name is refused. */
export function lacking(asked: Asked, granted: PermissionsClause): Asked {
  const levelOf = (name: string): Level => {
    if (granted === 'write-all') return 'write'
    if (granted === 'read-all') return 'read'
    return granted[name] ?? 'none'
  }
  const missing = Object.entries(asked).filter(([name, level]) => rank[level] > rank[levelOf(name)])
  return Object.fromEntries(missing)
}

/** What a job's token may do where nothing is declared. */
export function byDefault(setting: 'read' | 'write'): PermissionsClause {
  return setting === 'write' ? 'write-all' : { contents: 'read', packages: 'read' }
}

export function permissionsYaml(asked: Asked): string {
  const lines = Object.entries(asked).map(([name, level]) => `      ${name}: ${level}`)
  return ['    permissions:', ...lines].join('\n')
}
