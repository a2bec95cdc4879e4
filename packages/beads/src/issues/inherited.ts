import type { Dependency } from '@wavefront/tasks'
import type { Waiting } from './dependencies.ts'
import type { Dialect } from './dialect.ts'
import { type Issue, statusOf } from './issue.ts'
import type { IssueIndex } from './issue-index.ts'
import { isDeferred, standing } from './status.ts'

export interface Family {
  readonly index: IssueIndex
  readonly dialect: Dialect
  readonly now: Date
  readonly waitingOf: (issue: Issue) => Waiting
}

/**
 * Why an issue is held by what is above it, where a graph with one parent per task cannot say it.
 * The cases: Dolt hides the children of a deferred parent (not their children); blockage comes
 * down from every parent, not from the first alone; in classic bd even a closed parent hands it
 * down; and what holds a parent in such a way holds its children too.
 */
export function heldFromAbove(family: Family): (issue: Issue) => string | undefined {
  const isBlocked = blockedNow(family)
  const blocked: Asked<string | undefined> = memoize(undefined, (issue) => {
    for (const [place, parent] of family.index.parents(issue).entries()) {
      if (!handsDown(parent, family.dialect)) continue
      const above = family.waitingOf(parent).held ?? blocked(parent)
      if (above !== undefined) return above
      const isSaid = place === 0 && statusOf(parent) !== 'closed'
      if (!isSaid && isBlocked(parent)) return `its parent ${parent.id} is blocked`
    }
    return undefined
  })
  return (issue) => deferredAbove(issue, family) ?? blocked(issue)
}

function deferredAbove(issue: Issue, { index, dialect, now }: Family): string | undefined {
  if (dialect === 'classic') return undefined
  const parent = index.parents(issue).find((one) => isDeferred(one, now))
  return parent && `its parent ${parent.id} is deferred until ${parent.defer_until}`
}

/** Is the issue blocked at this moment, by itself or from above? */
function blockedNow(family: Family): (issue: Issue) => boolean {
  const blocked: Asked<boolean> = memoize(false, (issue) => {
    const { dependencies, held } = family.waitingOf(issue)
    if (held !== undefined) return true
    if (dependencies.some((dependency) => !isSatisfied(dependency, family))) return true
    const parents = family.index.parents(issue)
    return parents.some((one) => handsDown(one, family.dialect) && blocked(one))
  })
  return blocked
}

function handsDown(parent: Issue, dialect: Dialect): boolean {
  const status = statusOf(parent)
  return dialect === 'classic' || (status !== 'closed' && status !== 'pinned')
}

function isSatisfied({ on, until }: Dependency, { index, now }: Family): boolean {
  const target = index.find(on)
  if (!target) return true
  const isClosed = (issue: Issue) => statusOf(issue) === 'closed'
  switch (until) {
    case 'closed':
      return isClosed(target)
    case 'failed':
      return standing(target, now).failed === true
    case 'children-closed':
      return index.children(on).every(isClosed)
    case 'any-child-closed':
      return index.children(on).some(isClosed)
  }
}

type Asked<R> = (issue: Issue) => R

/** Each issue is asked once; one that is met again while it is being asked, in a circle, says `meanwhile`. */
function memoize<R>(meanwhile: R, ask: Asked<R>): Asked<R> {
  const known = new Map<string, R>()
  return (issue) => {
    if (known.has(issue.id)) return known.get(issue.id) as R
    known.set(issue.id, meanwhile)
    const answer = ask(issue)
    known.set(issue.id, answer)
    return answer
  }
}
