import { type Dependency, type Task, type TaskId, taskId } from '@wavefront/tasks'

/** What a test wants to say of a task; the rest is ordinary. */
export interface TaskWish extends Partial<Omit<Task, 'id' | 'dependencies' | 'parent'>> {
  readonly id: string
  readonly dependsOn?: readonly (string | { on: string; until: Dependency['until'] })[]
  readonly parent?: string
}

export function aTask({ id, dependsOn = [], parent, ...rest }: TaskWish): Task {
  return {
    title: `Task ${id}`,
    kind: 'task',
    state: 'open',
    priority: 2,
    files: [],
    brief: {},
    ...rest,
    id: taskId(id),
    dependencies: dependsOn.map((wish) =>
      typeof wish === 'string'
        ? { on: taskId(wish), until: 'closed' }
        : { on: taskId(wish.on), until: wish.until },
    ),
    ...(parent === undefined ? {} : { parent: taskId(parent) }),
  }
}

/** `{ a: [], b: ['a'] }` as tasks: each name with what it depends on. */
export function tasksOf(shape: Readonly<Record<string, readonly string[]>>): Task[] {
  return Object.entries(shape).map(([id, dependsOn]) => aTask({ id, dependsOn }))
}

export function ids(...names: string[]): TaskId[] {
  return names.map(taskId)
}
