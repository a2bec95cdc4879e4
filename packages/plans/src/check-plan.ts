import type { Problem } from '@wavefront/errors'
import { isTaskId, type Task } from '@wavefront/tasks'
import { maxTasks, maxText } from './limits.ts'
import type { Plan } from './plan.ts'
import { storeId } from './store-tasks.ts'

/** What no format allows. */
export function findUnusable({ name, tasks }: Plan): Problem[] {
  if (tasks.length > maxTasks) {
    return [
      problem(tasks[maxTasks], {
        what: `the plan has ${tasks.length} tasks`,
        fix: `split it into plans of at most ${maxTasks} tasks`,
      }),
    ]
  }
  return [...tasks.flatMap(untitled), ...tasks.flatMap(longTexts), ...unsafeIds(name, tasks)]
}

function untitled(task: Task): Problem[] {
  if (task.title !== '') return []
  return [
    problem(task, { what: `task "${task.id}" has no title`, fix: 'write what is to be done' }),
  ]
}

function longTexts(task: Task): Problem[] {
  return Object.entries(task.brief)
    .filter(([, text]) => text.length > maxText)
    .map(([part, text]) =>
      problem(task, {
        what: `the ${part} of task "${task.id}" has ${text.length} characters`,
        fix: `shorten it to ${maxText}, or put it into a file of the repository and name that`,
      }),
    )
}

/** In a store the plan's name is put before its ids, which may make safe ones too long, or equal. */
function unsafeIds(name: string, tasks: readonly Task[]): Problem[] {
  const first = new Map<string, Task>()
  return tasks
    .filter(({ id }) => isTaskId(id))
    .flatMap((task) => {
      const id = storeId(name, task.id)
      const other = first.get(id) ?? task
      first.set(id, other)
      if (!isTaskId(id)) return [tooLong(task, name)]
      return other.id === task.id ? [] : [sameInStore(task, other, id)]
    })
}

function tooLong(task: Task, name: string): Problem {
  const room = 128 - name.length - 1
  const what = `task id "${task.id.slice(0, 60)}…" is too long for a plan named "${name}"`
  return problem(task, { what, fix: `shorten it to ${room} characters` })
}

function sameInStore(task: Task, other: Task, id: string): Problem {
  const what = `tasks "${other.id}" and "${task.id}" are both "${id}" in a store`
  return problem(task, { what, fix: 'give one of them another id' })
}

function problem(task: Task | undefined, { what, fix }: { what: string; fix: string }): Problem {
  return task?.source === undefined ? { what, fix } : { what, fix, where: task.source }
}
