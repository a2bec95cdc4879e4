import type { Task } from './task.ts'
import type { TaskGraph } from './task-graph.ts'
import type { TaskId } from './task-id.ts'

/**
 * The epics that closing `closing` finishes, innermost first: all their children are closed, and
 * one of them just now, so that an epic which a person left open on purpose stays open.
 */
export function finishedEpics(graph: TaskGraph, closing: readonly TaskId[]): TaskId[] {
  const closed = new Set(closing)
  const finished: TaskId[] = []
  const isClosed = (task: Task) => task.state === 'closed' || closed.has(task.id)
  const queue = [...closing]
  for (const id of queue) {
    const parent = graph.find(id)?.parent
    const epic = parent === undefined ? undefined : graph.find(parent)
    if (epic?.kind !== 'epic' || isClosed(epic) || !graph.children(epic.id).every(isClosed))
      continue
    closed.add(epic.id)
    finished.push(epic.id)
    queue.push(epic.id)
  }
  return finished
}
