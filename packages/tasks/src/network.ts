import type { Task } from './task.ts'
import type { TaskGraph } from './task-graph.ts'

/**
 * The unfinished tasks as events in time. A task has two: its start (2i) and its end (2i + 1).
 * Arrows: the end of a dependency → the start of what waits for it; the start of a parent → the
 * start of its children (what blocks an epic blocks all below it); the end of the last child →
 * the end of its epic; and every start → its end, which is the only arrow that takes time.
 */
export interface Network {
  readonly tasks: readonly Task[]
  readonly arrows: readonly (readonly number[])[]
  /** Events in an order in which every arrow points forwards; those in a deadlock are missing. */
  readonly order: readonly number[]
}

export function buildNetwork(graph: TaskGraph): Network {
  const tasks = graph.tasks.filter((task) => task.state !== 'closed')
  const arrows = drawArrows(graph, tasks)
  return { tasks, arrows, order: sort(arrows) }
}

function drawArrows(graph: TaskGraph, tasks: readonly Task[]): number[][] {
  const index = new Map(tasks.map((task, i) => [task.id, i]))
  const arrows: number[][] = Array.from({ length: tasks.length * 2 }, () => [])
  const draw = (from: number, to: number) => arrows[from]?.push(to)
  const end = (id: Task['id'], to: number) => {
    const i = index.get(id)
    if (i !== undefined) draw(i * 2 + 1, to)
  }
  for (const [i, task] of tasks.entries()) {
    const start = i * 2
    draw(start, start + 1)
    for (const { on, until } of task.dependencies) {
      if (until === 'closed' || until === 'failed') end(on, start)
      else for (const child of graph.children(on)) end(child.id, start)
    }
    if (task.kind === 'epic') for (const child of graph.children(task.id)) end(child.id, start + 1)
    const parent = task.parent === undefined ? undefined : index.get(task.parent)
    if (parent !== undefined) draw(parent * 2, start)
  }
  return arrows
}

function sort(arrows: readonly (readonly number[])[]): number[] {
  const before = new Int32Array(arrows.length)
  for (const targets of arrows) for (const to of targets) before[to] = (before[to] ?? 0) + 1
  const order = [...before.keys()].filter((event) => before[event] === 0)
  for (let next = 0; next < order.length; next++) {
    for (const to of arrows[order[next] as number] ?? []) {
      before[to] = (before[to] ?? 0) - 1
      if (before[to] === 0) order.push(to)
    }
  }
  return order
}
