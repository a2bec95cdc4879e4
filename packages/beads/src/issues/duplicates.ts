import type { Dialect } from './dialect.ts'
import type { Issue, IssueLine } from './issue.ts'

/**
 * One line per id, as an import into bd would leave it: classic keeps the first line, Dolt the one
 * that was updated last; the edges of all that count are joined.
 */
export function joinDuplicates(lines: readonly IssueLine[], dialect: Dialect): IssueLine[] {
  const byId = new Map<string, IssueLine>()
  for (const line of lines) {
    const first = byId.get(line.issue.id)
    byId.set(line.issue.id, first ? join(first, line, dialect) : line)
  }
  return [...byId.values()]
}

function join(first: IssueLine, next: IssueLine, dialect: Dialect): IssueLine {
  if (dialect === 'classic') return withEdges(first, next)
  const newer = updatedAt(next.issue) - updatedAt(first.issue)
  if (newer < 0) return first
  return newer > 0 ? withEdges(next, first) : withEdges(first, next)
}

function withEdges(line: IssueLine, other: IssueLine): IssueLine {
  const dependencies = [...(line.issue.dependencies ?? []), ...(other.issue.dependencies ?? [])]
  return { ...line, issue: { ...line.issue, dependencies } }
}

function updatedAt(issue: Issue): number {
  return Date.parse(issue.updated_at ?? '') || 0
}
