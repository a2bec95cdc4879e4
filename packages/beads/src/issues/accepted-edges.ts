import type { Dialect } from './dialect.ts'
import { type Edge, type Issue, isTombstone, statusOf } from './issue.ts'
import { type IssueIndex, indexIssues } from './issue-index.ts'

/**
 * A file may hold edges that bd refuses to import, so reading it without bd leaves them out too.
 * The cases: the target is not there; Dolt keeps one edge between two issues, that to a parent or
 * else the first; Dolt takes no blocking edge between an issue and its own ancestor, since neither
 * could be closed first (older files tie each task to its epic like that); in classic bd an
 * epic's parent is an epic.
 */
export function withAcceptedEdges(issues: readonly Issue[], dialect: Dialect): Issue[] {
  const index = indexIssues(issues)
  return issues.map((issue) => {
    if (!issue.dependencies?.length) return issue
    const isAccepted = (edge: Edge) =>
      dialect === 'dolt' ? doltTakes(edge, { issue, index }) : classicTakes(edge, { issue, index })
    const accepted = issue.dependencies.filter(isAccepted)
    return { ...issue, dependencies: dialect === 'dolt' ? onePerTarget(accepted) : accepted }
  })
}

/** The open issues that a file makes wait for their own epic, or an epic for its own task: a trap that is not counted. */
export function waitingForKin(issues: readonly Issue[], dialect: Dialect): string[] {
  if (dialect === 'classic') return []
  const index = indexIssues(issues)
  const isTrapped = (issue: Issue) =>
    issue.dependencies?.some((edge) => {
      const target = index.find(edge.depends_on_id)
      return target !== undefined && !doltTakes(edge, { issue, index })
    })
  return issues
    .filter((issue) => statusOf(issue) !== 'closed' && !isTombstone(issue) && isTrapped(issue))
    .map(({ id }) => id)
}

interface Origin {
  readonly issue: Issue
  readonly index: IssueIndex
}

function doltTakes(edge: Edge, { issue, index }: Origin): boolean {
  const target = index.find(edge.depends_on_id)
  if (!target) return false
  const isBlocking = edge.type === 'blocks' || edge.type === 'conditional-blocks'
  return !isBlocking || !index.areKin(issue, target)
}

function classicTakes(edge: Edge, { issue, index }: Origin): boolean {
  const target = index.find(edge.depends_on_id)
  if (!target) return false
  const isUpsideDown = issue.issue_type === 'epic' && target.issue_type !== 'epic'
  return edge.type !== 'parent-child' || !isUpsideDown
}

function onePerTarget(edges: readonly Edge[]): Edge[] {
  const byTarget = new Map<string, Edge>()
  for (const edge of edges) {
    const isFirst = !byTarget.has(edge.depends_on_id)
    if (isFirst || edge.type === 'parent-child') byTarget.set(edge.depends_on_id, edge)
  }
  return [...byTarget.values()]
}
