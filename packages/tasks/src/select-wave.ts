import { longestPaths } from './order.ts'
import { overlap } from './overlap.ts'
import type { Task } from './task.ts'
import type { TaskGraph } from './task-graph.ts'
import type { TaskId } from './task-id.ts'

export interface WaveRequest {
  readonly ready: readonly TaskId[]
  readonly maxTasks: number
  readonly maxAttempts: number
  /** Attempts made so far; none counts as 0. */
  readonly attempts: ReadonlyMap<TaskId, number>
  /** Tasks that are being worked on now: their files are taken. */
  readonly busy?: readonly TaskId[]
  /** Tasks whose work waits for a person to merge it. */
  readonly setAside?: readonly TaskId[]
}

export interface Wave {
  /** In the order in which they should start. */
  readonly chosen: readonly TaskId[]
  readonly held: readonly HeldTask[]
}

export interface HeldTask {
  readonly id: TaskId
  readonly because: HeldBecause
}

export type HeldBecause =
  | { readonly is: 'out-of-attempts'; readonly attempts: number }
  /** Its work waits for a person to merge it. */
  | { readonly is: 'set-aside' }
  | { readonly is: 'same-files'; readonly as: TaskId; readonly files: string }
  | { readonly is: 'wave-full'; readonly maxTasks: number }

/**
 * Which ready tasks run now, and why the others do not. Longest remaining path first, so that
 * long chains start early, then the more urgent, then by id: the same answer every time.
 */
export function selectWave(graph: TaskGraph, request: WaveRequest): Wave {
  const { ready, maxTasks, maxAttempts, attempts, busy = [], setAside = [] } = request
  const taken = busy.map((id) => graph.find(id)).filter((task) => task !== undefined)
  const chosen: TaskId[] = []
  const held: HeldTask[] = []
  for (const task of inOrder(graph, ready)) {
    const made = attempts.get(task.id) ?? 0
    const rival = made < maxAttempts && chosen.length < maxTasks && findRival(task, taken)
    if (setAside.includes(task.id)) {
      held.push({ id: task.id, because: { is: 'set-aside' } })
    } else if (made >= maxAttempts) {
      held.push({ id: task.id, because: { is: 'out-of-attempts', attempts: made } })
    } else if (chosen.length >= maxTasks) {
      held.push({ id: task.id, because: { is: 'wave-full', maxTasks } })
    } else if (rival) {
      held.push({ id: task.id, because: { is: 'same-files', ...rival } })
    } else {
      chosen.push(task.id)
      taken.push(task)
    }
  }
  return { chosen, held }
}

function findRival(task: Task, taken: readonly Task[]): { as: TaskId; files: string } | undefined {
  if (task.files.length === 0) return undefined
  for (const other of taken) {
    const files = overlap(task.files, other.files)
    if (files !== undefined) return { as: other.id, files }
  }
  return undefined
}

function inOrder(graph: TaskGraph, ready: readonly TaskId[]): Task[] {
  const ahead = longestPaths(graph)
  return ready
    .map((id) => graph.find(id))
    .filter((task) => task !== undefined)
    .sort(
      (a, b) =>
        (ahead.get(b.id) ?? 0) - (ahead.get(a.id) ?? 0) ||
        a.priority - b.priority ||
        compareIds(a.id, b.id),
    )
}

const collator = new Intl.Collator('en', { numeric: true })

/** `t2` before `t10`. */
function compareIds(a: TaskId, b: TaskId): number {
  return collator.compare(a, b) || (a < b ? -1 : 1)
}
