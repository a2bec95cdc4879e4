import { isTaskId, type TaskId } from '@wavefront/tasks'
import { type Issue, isTombstone, parentsOf } from './issue.ts'

export type Parent = Issue & { readonly id: TaskId }

/** All issues of a store by id, and who is whose child. */
export interface IssueIndex {
  /** Tombstones are not found. */
  find(id: string): Issue | undefined
  /** By every parent that a child names, tombstones included. */
  children(id: string): readonly Issue[]
  /** The parents that are there, the first first. */
  parents(issue: Issue): readonly Parent[]
  /** Is one of them an ancestor of the other, by any line of parents? */
  areKin(one: Issue, other: Issue): boolean
}

export function indexIssues(issues: readonly Issue[]): IssueIndex {
  const living = new Map(issues.filter((one) => !isTombstone(one)).map((one) => [one.id, one]))
  const children = groupByParent(issues)
  const known = new Map<Issue, readonly Parent[]>()
  const parents = (issue: Issue): readonly Parent[] => {
    const found =
      known.get(issue) ??
      parentsOf(issue)
        .map((id) => living.get(id))
        .filter(isParent)
    known.set(issue, found)
    return found
  }
  return {
    find: (id) => living.get(id),
    children: (id) => children.get(id) ?? [],
    parents,
    areKin: (one, other) => isAbove(one, other, parents) || isAbove(other, one, parents),
  }
}

function isAbove(upper: Issue, lower: Issue, parents: (issue: Issue) => readonly Issue[]): boolean {
  if (parents(lower).length === 0) return false
  const seen = new Set<string>()
  const queue = [lower]
  for (const issue of queue) {
    for (const parent of parents(issue)) {
      if (parent.id === upper.id) return true
      if (!seen.has(parent.id)) queue.push(parent)
      seen.add(parent.id)
    }
  }
  return false
}

function groupByParent(issues: readonly Issue[]): Map<string, Issue[]> {
  const children = new Map<string, Issue[]>()
  for (const issue of issues) {
    for (const parent of parentsOf(issue)) {
      const siblings = children.get(parent)
      if (siblings) siblings.push(issue)
      else children.set(parent, [issue])
    }
  }
  return children
}

function isParent(issue: Issue | undefined): issue is Parent {
  return issue !== undefined && isTaskId(issue.id)
}
