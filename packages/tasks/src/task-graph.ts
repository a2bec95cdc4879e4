import { type Parsed, parsed, refused } from '@wavefront/errors'
import type { Task } from './task.ts'
import type { TaskId } from './task-id.ts'
import { findFaults } from './validate.ts'

/** Tasks whose references all lead somewhere and nowhere in a circle. Made by `buildGraph` only. */
export class TaskGraph {
  readonly tasks: readonly Task[]
  readonly #byId: ReadonlyMap<TaskId, Task>
  readonly #children: ReadonlyMap<TaskId, readonly Task[]>

  constructor(tasks: readonly Task[]) {
    this.tasks = tasks
    this.#byId = new Map(tasks.map((task) => [task.id, task]))
    this.#children = groupByParent(tasks)
  }

  find(id: TaskId): Task | undefined {
    return this.#byId.get(id)
  }

  children(id: TaskId): readonly Task[] {
    return this.#children.get(id) ?? []
  }
}

/** The graph, or every fault that the tasks have at once. */
export function buildGraph(tasks: readonly Task[]): Parsed<TaskGraph> {
  const problems = findFaults(tasks)
  return problems.length > 0 ? refused(problems) : parsed(new TaskGraph(tasks))
}

function groupByParent(tasks: readonly Task[]): Map<TaskId, Task[]> {
  const children = new Map<TaskId, Task[]>()
  for (const task of tasks) {
    if (task.parent === undefined) continue
    const siblings = children.get(task.parent)
    if (siblings) siblings.push(task)
    else children.set(task.parent, [task])
  }
  return children
}
