import { buildNetwork, type Network } from './network.ts'
import type { Task } from './task.ts'
import type { TaskGraph } from './task-graph.ts'
import type { TaskId } from './task-id.ts'

export interface CriticalPath {
  readonly tasks: readonly TaskId[]
  readonly minutes: number
}

/** The unfinished tasks by the wave in which each could start at the earliest, in the graph's order. */
export function levels(graph: TaskGraph): TaskId[][] {
  const network = buildNetwork(graph)
  const earliest = earliestStarts(network)
  const reached = new Set(network.order)
  const found: TaskId[][] = []
  for (const [i, task] of network.tasks.entries()) {
    const level = earliest[i * 2] as number
    if (task.kind !== 'task' || !reached.has(i * 2)) continue
    while (found.length <= level) found.push([])
    found[level]?.push(task.id)
  }
  return found.filter((level) => level.length > 0)
}

/** For each unfinished task the minutes that lie ahead from its start, itself included. */
export function longestPaths(graph: TaskGraph): ReadonlyMap<TaskId, number> {
  const network = buildNetwork(graph)
  const { ahead } = longestAhead(network, estimated)
  return new Map(network.tasks.map((task, i) => [task.id, ahead[i * 2] as number]))
}

/** The chain of unfinished tasks that no number of workers can shorten. */
export function criticalPath(graph: TaskGraph, minutes = estimated): CriticalPath {
  const network = buildNetwork(graph)
  const { ahead, next } = longestAhead(network, minutes)
  let event = -1
  for (const candidate of network.order) {
    if (event < 0 || (ahead[candidate] as number) > (ahead[event] as number)) event = candidate
  }
  const length = event < 0 ? 0 : (ahead[event] as number)
  const tasks: TaskId[] = []
  for (; event >= 0; event = next[event] as number) {
    const task = network.tasks[event >> 1] as Task
    if (event % 2 === 0 && task.kind === 'task') tasks.push(task.id)
  }
  return { tasks, minutes: length }
}

/** Unfinished tasks that can never start: they wait for something that waits for them. */
export function deadlocked(graph: TaskGraph): TaskId[] {
  const network = buildNetwork(graph)
  const reached = new Set(network.order)
  return network.tasks
    .filter((task, i) => task.kind === 'task' && !reached.has(i * 2))
    .map((task) => task.id)
}

/** How many tasks, one after another, come before each event at least. */
function earliestStarts(network: Network): Int32Array {
  const earliest = new Int32Array(network.arrows.length)
  for (const event of network.order) {
    const at = earliest[event] as number
    for (const to of network.arrows[event] ?? []) {
      earliest[to] = Math.max(earliest[to] as number, at + duration(network, event, to, () => 1))
    }
  }
  return earliest
}

function longestAhead(
  network: Network,
  minutes: (task: Task) => number,
): { ahead: Float64Array; next: Int32Array } {
  const ahead = new Float64Array(network.arrows.length)
  const next = new Int32Array(network.arrows.length).fill(-1)
  for (const event of network.order.toReversed()) {
    for (const to of network.arrows[event] ?? []) {
      const via = (ahead[to] as number) + duration(network, event, to, minutes)
      if ((next[event] as number) < 0 || via > (ahead[event] as number)) {
        ahead[event] = via
        next[event] = to
      }
    }
  }
  return { ahead, next }
}

/** Only the arrow from a task's start to its end takes time, and only where the task is work. */
function duration(
  network: Network,
  from: number,
  to: number,
  weight: (task: Task) => number,
): number {
  const task = network.tasks[from >> 1] as Task
  return from % 2 === 0 && to === from + 1 && task.kind === 'task' ? weight(task) : 0
}

function estimated(task: Task): number {
  return task.minutes ?? 1
}
