import type { Task, TaskId } from '@wavefront/tasks'
import { listSome } from './texts.ts'

/**
 * Makes the states of epics and of their tasks agree, which in files kept by hand they often do not.
 * What is below a finished or paused epic is finished or paused too. An open epic whose tasks are
 * all finished is finished: nothing else would ever close it, nor start what waits for it.
 */
export function settleEpics(tasks: readonly Task[]): { tasks: Task[]; notes: string[] } {
  const lowered = spreadDown(tasks)
  const raised = finishUp(tasks.map((task) => lowered.get(task.id) ?? task))
  return {
    tasks: tasks.map((task) => raised.get(task.id) ?? lowered.get(task.id) ?? task),
    notes: [
      ...sentence('Counted as finished or paused like the epic above', [...lowered.keys()]),
      ...sentence('Counted as finished, because all tasks below are', [...raised.keys()]),
    ],
  }
}

function spreadDown(tasks: readonly Task[]): Map<TaskId, Task> {
  const children = groupByParent(tasks)
  const changed = new Map<TaskId, Task>()
  const queue = tasks.filter((task) => task.kind === 'epic' && task.state !== 'open')
  for (const epic of queue) {
    for (const child of children.get(epic.id) ?? []) {
      if (child.state !== 'open' || changed.has(child.id)) continue
      const why = epic.why ?? (epic.state === 'closed' ? 'finished' : 'paused')
      const settled: Task = { ...child, state: epic.state, why }
      changed.set(child.id, settled)
      if (child.kind === 'epic') queue.push(settled)
    }
  }
  return changed
}

function finishUp(tasks: readonly Task[]): Map<TaskId, Task> {
  const children = groupByParent(tasks)
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const changed = new Map<TaskId, Task>()
  const isClosed = (task: Task) => task.state === 'closed' || changed.has(task.id)
  const queue = tasks.filter((task) => task.kind === 'epic')
  for (const epic of queue) {
    const below = children.get(epic.id) ?? []
    if (epic.state !== 'open' || isClosed(epic) || !below.every(isClosed)) continue
    if (below.length === 0) continue
    changed.set(epic.id, { ...epic, state: 'closed' })
    const above = epic.parent === undefined ? undefined : byId.get(epic.parent)
    if (above?.kind === 'epic') queue.push(above)
  }
  return changed
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

function sentence(what: string, ids: readonly TaskId[]): string[] {
  return ids.length === 0 ? [] : [`${what}: ${listSome(ids)}.`]
}
