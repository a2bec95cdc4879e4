import {
  above,
  criticalPath,
  levels,
  readiness,
  type Task,
  type TaskGraph,
  type TaskId,
} from '@wavefront/tasks'

/** A task graph as it is shown. Any source can make one; `viewGraph` does it for a TaskGraph. */
export interface GraphView {
  readonly title?: string
  readonly nodes: readonly GraphNode[]
  /** `to` waits for `from`. */
  readonly edges: readonly GraphEdge[]
  /** Ids by the wave in which each unfinished task could start at the earliest. */
  readonly levels: readonly (readonly string[])[]
  readonly criticalPath: { readonly ids: readonly string[]; readonly minutes: number }
  /** What was passed over while reading, a sentence each. */
  readonly notes: readonly string[]
}

export interface GraphNode {
  readonly id: string
  readonly title: string
  readonly kind: 'task' | 'epic'
  readonly state: NodeState
  /** From 0; none for what is closed and for epics. */
  readonly level?: number
  readonly critical: boolean
}

export type NodeState = 'ready' | 'open' | 'paused' | 'closed'

export interface GraphEdge {
  readonly from: string
  readonly to: string
}

/**
 * The tasks, and of the epics those that something waits for: they stand where the last of their
 * tasks is done. What an epic waits for, its tasks are shown to wait for.
 */
export function viewGraph(
  graph: TaskGraph,
  options: { readonly title?: string; readonly notes?: readonly string[] } = {},
): GraphView {
  const byLevel = levels(graph)
  const critical = criticalPath(graph)
  const levelOf = new Map(byLevel.flatMap((ids, level) => ids.map((id) => [id, level] as const)))
  const ready = new Set(readiness(graph).ready)
  const isCritical = new Set(critical.tasks)
  const shown = shownTasks(graph)
  return {
    ...(options.title !== undefined && { title: options.title }),
    nodes: [...shown.values()].map((task) => ({
      id: task.id,
      title: task.title,
      kind: task.kind === 'epic' ? 'epic' : 'task',
      state: stateOf(task, ready),
      ...withLevel(levelOf.get(task.id)),
      critical: isCritical.has(task.id),
    })),
    edges: edgesOf(graph, shown),
    levels: byLevel,
    criticalPath: { ids: critical.tasks, minutes: critical.minutes },
    notes: options.notes ?? [],
  }
}

function shownTasks({ tasks }: TaskGraph): Map<TaskId, Task> {
  const awaited = new Set(tasks.flatMap(({ dependencies }) => dependencies.map(({ on }) => on)))
  const shown = tasks.filter(
    ({ id, kind }) => kind === 'task' || (kind === 'epic' && awaited.has(id)),
  )
  return new Map(shown.map((task) => [task.id, task]))
}

function stateOf(task: Task, ready: ReadonlySet<TaskId>): NodeState {
  return ready.has(task.id) ? 'ready' : task.state
}

function withLevel(level: number | undefined): { level?: number } {
  return level === undefined ? {} : { level }
}

function edgesOf(graph: TaskGraph, shown: ReadonlyMap<TaskId, Task>): GraphEdge[] {
  const edges = [...shown.values()].flatMap((task) => {
    const around = above(graph, task)
    const epic = around.find(({ id }) => shown.has(id))
    const awaited = [task, ...around].flatMap(({ dependencies }) =>
      dependencies.map(({ on }) => on),
    )
    return [
      ...[...new Set(awaited)]
        .filter((on) => shown.has(on))
        .map((on) => ({ from: on, to: task.id })),
      ...(epic ? [{ from: task.id, to: epic.id }] : []),
    ]
  })
  return edges.filter(({ from, to }) => from !== to)
}
