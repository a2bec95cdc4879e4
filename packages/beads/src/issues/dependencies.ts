import { type Dependency, isTaskId } from '@wavefront/tasks'
import type { Dialect } from './dialect.ts'
import { readGate, standsInTheWay } from './gate.ts'
import { type Edge, type Issue, statusOf } from './issue.ts'
import type { IssueIndex } from './issue-index.ts'

export interface Waiting {
  readonly dependencies: readonly Dependency[]
  /** It waits for something now that a dependency cannot express. */
  readonly held?: string
}

/** What an issue itself waits for. Edges to what is not there, deleted, external or pinned never block. */
export function waitingOf(issue: Issue, index: IssueIndex, dialect: Dialect): Waiting {
  // A pinned issue is never blocked in the Dolt dialect.
  if (dialect === 'dolt' && statusOf(issue) === 'pinned') return { dependencies: [] }
  if (!issue.dependencies?.length) return nothing
  const found = new Map<string, Dependency>()
  let held: string | undefined
  for (const edge of issue.dependencies ?? []) {
    const one = waitingFor(edge, { index, dialect })
    for (const dependency of one.dependencies) {
      const selfish = dependency.on === issue.id && dependency.until !== 'children-closed'
      if (!selfish) found.set(`${dependency.until} ${dependency.on}`, dependency)
    }
    held ??= one.held
  }
  const dependencies = [...found.values()]
  return held === undefined ? { dependencies } : { dependencies, held }
}

interface Store {
  readonly index: IssueIndex
  readonly dialect: Dialect
}

const nothing: Waiting = { dependencies: [] }

function waitingFor(edge: Edge, store: Store): Waiting {
  switch (edge.type) {
    case 'blocks':
      return until('closed', edge, store)
    case 'conditional-blocks':
      return until(store.dialect === 'dolt' ? 'closed' : 'failed', edge, store)
    case 'waits-for':
      return waitingAtGate(edge, store)
    default:
      return nothing
  }
}

function until(condition: Dependency['until'], edge: Edge, store: Store): Waiting {
  const target = store.index.find(edge.depends_on_id)
  if (!target || !isTaskId(target.id)) return nothing
  const blocks =
    store.dialect === 'dolt' ? blocksInDolt(target) : blocksInClassic(target, condition)
  return blocks ? { dependencies: [{ on: target.id, until: condition }] } : nothing
}

function blocksInDolt(target: Issue): boolean {
  return statusOf(target) !== 'pinned'
}

/** Classic bd lists the statuses that block, so those of a project's own never do. */
function blocksInClassic(target: Issue, condition: Dependency['until']): boolean {
  const status = statusOf(target)
  if (status === 'hooked') return condition === 'closed'
  return ['open', 'in_progress', 'blocked', 'deferred', 'closed'].includes(status)
}

function waitingAtGate(edge: Edge, store: Store): Waiting {
  const { index, dialect } = store
  const gate = readGate(edge, dialect)
  const also = gate.alsoBlocks ? until('closed', edge, store) : nothing
  if (gate.opens === 'always') return also
  const children = index.children(gate.spawner)
  const target = index.find(gate.spawner)
  if (target && isTaskId(target.id) && children.length > 0 && children.every(isPlainChild)) {
    return { dependencies: [{ on: target.id, until: gate.opens }, ...also.dependencies] }
  }
  if (!standsInTheWay(gate, { children, isThere: target !== undefined, dialect })) return also
  return { ...also, held: `waits for the children of ${gate.spawner}` }
}

/** One that the graph, too, counts as a child of its parent and as done only when it is closed. */
function isPlainChild(child: Issue): boolean {
  const parents = (child.dependencies ?? []).filter((edge) => edge.type === 'parent-child')
  const status = statusOf(child)
  return parents.length === 1 && status !== 'pinned' && status !== 'tombstone' && isTaskId(child.id)
}
