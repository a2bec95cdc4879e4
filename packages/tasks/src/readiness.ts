import type { Dependency, Task } from './task.ts'
import type { TaskGraph } from './task-graph.ts'
import type { TaskId } from './task-id.ts'

/** Where the unfinished tasks stand, each list in the graph's order. Nothing left in any of them: complete. */
export interface Readiness {
  readonly ready: readonly TaskId[]
  readonly waiting: readonly WaitingTask[]
  readonly paused: readonly TaskId[]
}

export interface WaitingTask {
  readonly id: TaskId
  /** What it depends on itself, or else what the nearest epic above it depends on. */
  readonly for: readonly TaskId[]
}

export interface ReadinessOptions {
  /** Tasks whose work has landed, though the store may still call them open. */
  readonly landed?: ReadonlySet<TaskId>
  /** Only tasks below this epic. */
  readonly under?: TaskId
}

/**
 * A task is ready when it is open, all it depends on has happened, and the same holds for
 * everything above it: what blocks an epic blocks its tasks.
 */
export function readiness(graph: TaskGraph, options: ReadinessOptions = {}): Readiness {
  const { landed = new Set<TaskId>(), under } = options
  const isClosed = (task: Task) => task.state === 'closed' || landed.has(task.id)
  const awaitedBy = memoize((task: Task): readonly TaskId[] =>
    task.dependencies
      .filter((dependency) => !isSatisfied(graph, dependency, isClosed))
      .map((dependency) => dependency.on),
  )
  const awaited = (task: Task): readonly TaskId[] => {
    for (const one of [task, ...openAbove(graph, task, isClosed)]) {
      const blockers = awaitedBy(one)
      if (blockers.length > 0) return blockers
    }
    return []
  }
  const ready: TaskId[] = []
  const waiting: WaitingTask[] = []
  const paused: TaskId[] = []
  for (const task of graph.tasks) {
    if (task.kind !== 'task' || isClosed(task)) continue
    if (under !== undefined && !isUnder(graph, task, under)) continue
    if (task.state === 'paused') paused.push(task.id)
    else {
      const blockers = awaited(task)
      if (blockers.length === 0) ready.push(task.id)
      else waiting.push({ id: task.id, for: [...new Set(blockers)] })
    }
  }
  return { ready, waiting, paused }
}

function isSatisfied(
  graph: TaskGraph,
  { on, until }: Dependency,
  isClosed: (task: Task) => boolean,
): boolean {
  const target = graph.find(on)
  if (!target) return true
  const children = graph.children(on)
  switch (until) {
    case 'closed':
      return isClosed(target)
    case 'failed':
      return target.state === 'closed' && target.failed === true
    case 'children-closed':
      return children.every(isClosed)
    case 'any-child-closed':
      return children.length === 0 || children.some(isClosed)
  }
}

function openAbove(graph: TaskGraph, task: Task, isClosed: (task: Task) => boolean): Task[] {
  const found: Task[] = []
  let above = task.parent === undefined ? undefined : graph.find(task.parent)
  while (above && !isClosed(above)) {
    found.push(above)
    above = above.parent === undefined ? undefined : graph.find(above.parent)
  }
  return found
}

/** Is the task below this epic, at any depth? */
export function isUnder(graph: TaskGraph, task: Task, epic: TaskId): boolean {
  for (let above = task.parent; above !== undefined; above = graph.find(above)?.parent) {
    if (above === epic) return true
  }
  return false
}

function memoize<R>(compute: (task: Task) => R): (task: Task) => R {
  const known = new Map<TaskId, R>()
  return (task) => {
    const found = known.get(task.id)
    if (found !== undefined) return found
    const result = compute(task)
    known.set(task.id, result)
    return result
  }
}
