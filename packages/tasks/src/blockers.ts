import type { Task } from './task.ts'
import type { TaskGraph } from './task-graph.ts'
import type { TaskId } from './task-id.ts'

/**
 * The unfinished tasks that must be done before this one may start, with epics spelled out: what it
 * depends on and what the epics above it depend on. For pictures; readiness has its own rule.
 */
export function blockersOf(graph: TaskGraph, task: Task): TaskId[] {
  const found = new Set<TaskId>()
  for (const one of [task, ...above(graph, task)]) {
    for (const { on, until } of one.dependencies) {
      const target = graph.find(on)
      if (!target) continue
      const byChildren = until === 'children-closed' || until === 'any-child-closed'
      for (const work of byChildren ? workBelow(graph, target) : workOf(graph, target)) {
        if (work.state !== 'closed' && work !== task) found.add(work.id)
      }
    }
  }
  return [...found]
}

/** The epics above a task, the nearest first. */
export function above(graph: TaskGraph, task: Task): Task[] {
  const found: Task[] = []
  let at = task.parent === undefined ? undefined : graph.find(task.parent)
  while (at) {
    found.push(at)
    at = at.parent === undefined ? undefined : graph.find(at.parent)
  }
  return found
}

function workOf(graph: TaskGraph, task: Task): Task[] {
  return task.kind === 'epic' ? workBelow(graph, task) : [task]
}

function workBelow(graph: TaskGraph, epic: Task): Task[] {
  return graph.children(epic.id).flatMap((child) => workOf(graph, child))
}
