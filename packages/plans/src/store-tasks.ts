import { type Task, type TaskId, taskId } from '@wavefront/tasks'
import type { Plan } from './plan.ts'

/**
 * The plan's tasks as a store takes them, below one epic for the plan: many plans share a store,
 * and each of them has a task "1". A plan that `parsePlan` returned always gives safe ids.
 */
export function storeTasks({ name, title, tasks }: Plan): Task[] {
  const id = (own: TaskId) => taskId(storeId(name, own))
  const epic: Task = {
    id: taskId(name),
    title,
    kind: 'epic',
    state: tasks.every((task) => task.state === 'closed') ? 'closed' : 'open',
    priority: 2,
    dependencies: [],
    files: [],
    brief: {},
  }
  const below = tasks.map((task) => ({
    ...task,
    id: id(task.id),
    parent: task.parent === undefined ? epic.id : id(task.parent),
    dependencies: task.dependencies.map(({ on, until }) => ({ on: id(on), until })),
  }))
  return [epic, ...below]
}

/** `1.2` of the plan "login" → `login-1.2`; `login-form` stays. */
export function storeId(name: string, id: string): string {
  return id.startsWith(`${name}-`) ? id : `${name}-${id}`
}
