import type { Dialect } from './dialect.ts'
import { type Issue, type IssueLine, isLeft } from './issue.ts'

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

/** The ids of more than one line, with the lines' numbers, unless all of them are finished. */
export function sharedIds(lines: readonly IssueLine[]): string[] {
  const first = new Map<string, IssueLine>()
  const shared = new Map<string, IssueLine[]>()
  for (const line of lines) {
    const { id } = line.issue
    const before = first.get(id)
    if (before) shared.set(id, [...(shared.get(id) ?? [before]), line])
    else first.set(id, line)
  }
  return [...shared]
    .filter(([, same]) => same.some(({ issue }) => isLeft(issue)))
    .map(([id, same]) => `${id} (lines ${same.map(({ number }) => number).join(' and ')})`)
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

export function updatedAt(issue: Issue): number {
  return Date.parse(issue.updated_at ?? '') || 0
}
