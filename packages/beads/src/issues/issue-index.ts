import { isTaskId, type TaskId } from '@wavefront/tasks'
import { type Issue, isTombstone, parentsOf } from './issue.ts'

/** All issues of a store by id, and who is whose child. */
export interface IssueIndex {
  /** Tombstones are not found. */
  find(id: string): Issue | undefined
  /** By every parent that a child names, tombstones included. */
  children(id: string): readonly Issue[]
  /** The parents that are there, the first first. */
  parents(issue: Issue): readonly (Issue & { readonly id: TaskId })[]
  /** Is one of them an ancestor of the other, by any line of parents? */
  areKin(one: Issue, other: Issue): boolean
}

export function indexIssues(issues: readonly Issue[]): IssueIndex {
  const living = new Map(issues.filter((one) => !isTombstone(one)).map((one) => [one.id, one]))
  const children = groupByParent(issues)
  const parents = (issue: Issue) => parentsOf(issue).flatMap((id) => named(living.get(id)))
  return {
    find: (id) => living.get(id),
    children: (id) => children.get(id) ?? [],
    parents,
    areKin: (one, other) => isAbove(one, other, parents) || isAbove(other, one, parents),
  }
}

function isAbove(upper: Issue, lower: Issue, parents: (issue: Issue) => readonly Issue[]): boolean {
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

function named(issue: Issue | undefined): (Issue & { readonly id: TaskId })[] {
  return issue && isTaskId(issue.id) ? [{ ...issue, id: issue.id }] : []
}
