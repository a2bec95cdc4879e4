import { type Problem, suggest } from '@wavefront/errors'
import { findCycles } from './cycles.ts'
import type { Task } from './task.ts'
import type { TaskId } from './task-id.ts'

/** Every fault of a list of tasks: duplicates, references that lead nowhere, circles. */
export function findFaults(tasks: readonly Task[]): Problem[] {
  const byId = new Map<TaskId, Task>()
  const duplicates: Problem[] = []
  for (const task of tasks) {
    const first = byId.get(task.id)
    if (first) duplicates.push(duplicate(task, first))
    else byId.set(task.id, task)
  }
  const known: Known = { byId, hint: limitedHint(byId) }
  const own = tasks.flatMap((task) => referenceFaults(task, known))
  return [...duplicates, ...own, ...circles(byId)]
}

function duplicate(task: Task, first: Task): Problem {
  const other = first.source ? ` (the first is at ${first.source})` : ''
  return problem(
    task,
    `task "${task.id}" is defined twice${other}`,
    'give one of them another id, or remove it',
  )
}

interface Known {
  readonly byId: ReadonlyMap<TaskId, Task>
  /** ` (did you mean "x"?)`, or nothing. */
  readonly hint: (id: TaskId) => string
}

/** Comparing with every id is dear, and after a hundred hints nobody reads another. */
function limitedHint(byId: ReadonlyMap<TaskId, Task>): Known['hint'] {
  let left = 100
  return (id) => (left-- > 0 ? suggest(id, byId.keys()) : '')
}

function referenceFaults(task: Task, { byId, hint }: Known): Problem[] {
  const faults: Problem[] = []
  for (const on of new Set(task.dependencies.map((dependency) => dependency.on))) {
    if (on === task.id) {
      faults.push(
        problem(
          task,
          `task "${task.id}" depends on itself`,
          `remove "${on}" from its dependencies`,
        ),
      )
    } else if (!byId.has(on)) {
      faults.push(
        problem(
          task,
          `task "${task.id}" depends on "${on}", which does not exist${hint(on)}`,
          `correct the id, remove the dependency, or add a task "${on}"`,
        ),
      )
    }
  }
  if (task.parent !== undefined && !byId.has(task.parent)) {
    faults.push(
      problem(
        task,
        `task "${task.id}" has the parent "${task.parent}", which does not exist${hint(task.parent)}`,
        'correct the id of the parent, or leave it out',
      ),
    )
  }
  return faults
}

function circles(byId: ReadonlyMap<TaskId, Task>): Problem[] {
  const waits = findCycles(byId.values(), (task) => blockers(task, byId))
  const nested = findCycles(byId.values(), (task) => parents(task, byId))
  return [
    ...waits.map((path) =>
      problem(
        path[0] as Task,
        `tasks wait for each other in a circle: ${showPath(path)}`,
        'remove one of these dependencies',
      ),
    ),
    ...nested.map((path) =>
      problem(
        path[0] as Task,
        `tasks are each other's parents: ${showPath(path)}`,
        'give one of them another parent',
      ),
    ),
  ]
}

/** A closed task waits for nothing, so a circle through it is none. */
function blockers(task: Task, byId: ReadonlyMap<TaskId, Task>): Task[] {
  if (task.state === 'closed') return []
  return task.dependencies.flatMap(({ on, until }) => {
    const other = byId.get(on)
    const waits = until === 'closed' || until === 'failed'
    return waits && other && other !== task && other.state !== 'closed' ? [other] : []
  })
}

function parents(task: Task, byId: ReadonlyMap<TaskId, Task>): Task[] {
  const parent = task.parent === undefined ? undefined : byId.get(task.parent)
  return parent ? [parent] : []
}

function showPath(path: readonly Task[]): string {
  return [...path, path[0] as Task].map((task) => task.id).join(' → ')
}

function problem(task: Task, what: string, fix: string): Problem {
  return task.source ? { what, fix, where: task.source } : { what, fix }
}
