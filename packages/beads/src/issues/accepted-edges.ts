import type { Dialect } from './dialect.ts'
import { type Edge, type Issue, isLeft } from './issue.ts'
import { type IssueIndex, indexIssues } from './issue-index.ts'

/**
 * A file may hold edges that bd refuses to import, so reading it without bd leaves them out too.
 * The cases: the target is not there; Dolt keeps one edge between two issues, that to a parent or
 * else the first; Dolt takes no blocking edge between an issue and its own ancestor, since neither
 * could be closed first (older files tie each task to its epic like that); in classic bd an
 * epic's parent is an epic.
 */
export function acceptEdges(issues: readonly Issue[], dialect: Dialect): Accepted {
  const index = indexIssues(issues)
  const waitingForKin: string[] = []
  const accepted = issues.map((issue) => {
    const edges = issue.dependencies ?? []
    if (edges.length === 0) return issue
    const kept = acceptedOf(edges, { issue, index }, dialect)
    if (kept.length === edges.length) return issue
    if (isLeft(issue) && edges.some((edge) => isBetweenKin(edge, { issue, index }))) {
      waitingForKin.push(issue.id)
    }
    return { ...issue, dependencies: kept }
  })
  return { issues: accepted, waitingForKin: dialect === 'dolt' ? waitingForKin : [] }
}

export interface Accepted {
  readonly issues: readonly Issue[]
  /** Unfinished issues that a file makes wait for their own epic, or an epic for its own task. */
  readonly waitingForKin: readonly string[]
}

function acceptedOf(edges: readonly Edge[], origin: Origin, dialect: Dialect): Edge[] {
  if (dialect === 'classic') return edges.filter((edge) => classicTakes(edge, origin))
  return onePerTarget(edges.filter((edge) => doltTakes(edge, origin)))
}

interface Origin {
  readonly issue: Issue
  readonly index: IssueIndex
}

function doltTakes(edge: Edge, origin: Origin): boolean {
  return origin.index.find(edge.depends_on_id) !== undefined && !isBetweenKin(edge, origin)
}

function isBetweenKin(edge: Edge, { issue, index }: Origin): boolean {
  const isBlocking = edge.type === 'blocks' || edge.type === 'conditional-blocks'
  const target = isBlocking ? index.find(edge.depends_on_id) : undefined
  return target !== undefined && index.areKin(issue, target)
}

function classicTakes(edge: Edge, { issue, index }: Origin): boolean {
  const target = index.find(edge.depends_on_id)
  if (!target) return false
  const isUpsideDown = issue.issue_type === 'epic' && target.issue_type !== 'epic'
  return edge.type !== 'parent-child' || !isUpsideDown
}

function onePerTarget(edges: Edge[]): Edge[] {
  if (edges.length < 2) return edges
  const byTarget = new Map<string, Edge>()
  for (const edge of edges) {
    const isFirst = !byTarget.has(edge.depends_on_id)
    if (isFirst || edge.type === 'parent-child') byTarget.set(edge.depends_on_id, edge)
  }
  return [...byTarget.values()]
}
