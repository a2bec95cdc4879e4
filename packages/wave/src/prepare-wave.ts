import { unwrap } from '@wavefront/errors'
import {
  type AttemptRecord,
  buildGraph,
  type HeldTask,
  isUnder,
  type Readiness,
  readiness,
  selectWave,
  type Task,
  type TaskGraph,
  type TaskId,
} from '@wavefront/tasks'
import type { MergePolicy } from './merge-policy.ts'
import type { CommitSha } from './names.ts'
import type { WavePolicy } from './policy.ts'
import type {
  Branches,
  BranchState,
  LandedTask,
  StoredTasks,
  TaskResult,
  TaskStore,
} from './ports/index.ts'

/** What to do next, as data: it can be printed instead of done. */
export interface PreparedWave {
  readonly state: 'ready' | 'complete' | 'stuck' | 'waiting'
  readonly wave: number
  /** The feature branch's tip: every worker of the wave starts from it. */
  readonly base: CommitSha
  /** The base has grown since: this is to be merged into the feature branch first. */
  readonly update?: CommitSha
  readonly tasks: readonly WaveTask[]
  readonly held: readonly HeldTask[]
  readonly readiness: Readiness
  /** Results of an earlier run that have not been merged yet. */
  readonly pending: readonly TaskResult[]
  /** Tasks whose work has landed while the store still calls them open: an earlier landing was cut off. */
  readonly unclosed: readonly LandedTask[]
  readonly graph: TaskGraph
  readonly attempts: StoredTasks['attempts']
  /** What has landed on the feature branch, closed or not. */
  readonly landed: readonly LandedTask[]
  readonly notes: readonly string[]
}

export interface WaveTask {
  readonly task: Task
  readonly attempt: number
  /** How the last attempt failed, if there was one. */
  readonly previous?: AttemptRecord
}

export interface PrepareOptions {
  readonly policy: Pick<WavePolicy, 'maxTasks' | 'maxAttempts'> & {
    readonly merging?: Pick<MergePolicy, 'conflicts'>
  }
  /** Only tasks below this epic. */
  readonly under?: TaskId
  /** Tasks that are being worked on now. */
  readonly busy?: readonly TaskId[]
}

/** Reads the world and chooses the next wave. Changes nothing. */
export async function prepareWave(
  ports: { readonly store: TaskStore; readonly branches: Branches },
  options: PrepareOptions,
): Promise<PreparedWave> {
  const [stored, branches] = await Promise.all([ports.store.read(), ports.branches.read()])
  return planWave({ stored, branches }, options)
}

export interface World {
  readonly stored: StoredTasks
  readonly branches: BranchState
}

export function planWave(world: World, options: PrepareOptions): PreparedWave {
  const { stored, branches } = world
  const { tip: base, update, landed, results } = branches
  const { policy, under, busy = [] } = options
  const graph = unwrap(buildGraph(stored.tasks))
  const unclosed = landed.filter((one) => isUnclosed(one, graph, stored))
  const pending = results.filter((result) => isPending(result, graph, stored, busy))
  const isOurs = (id: TaskId) => isInScope(graph, id, under)
  const ready = readiness(graph, {
    landed: new Set(unclosed.map(({ id }) => id)),
    ...(under === undefined ? {} : { under }),
  })
  const taken = new Set([...busy, ...pending.map(({ id }) => id)])
  const { chosen, held } = selectWave(graph, {
    ready: ready.ready.filter((id) => !taken.has(id)),
    busy: [...taken],
    maxTasks: policy.maxTasks,
    maxAttempts: policy.maxAttempts,
    ...(policy.merging?.conflicts === 'human' && { setAside: findSetAside(stored) }),
    attempts: new Map([...stored.attempts].map(([id, records]) => [id, countFailures(records)])),
  })
  const tasks = chosen.map((id) => toWaveTask(graph.find(id) as Task, stored))
  return {
    state: tasks.length + pending.length > 0 ? 'ready' : stateWithoutWork(ready, held),
    wave: nextWave(stored, landed, isOurs),
    base,
    ...(update === undefined ? {} : { update }),
    tasks,
    held,
    readiness: ready,
    pending,
    unclosed,
    graph,
    attempts: stored.attempts,
    landed,
    notes: stored.notes,
  }
}

/** A person who has changed the policy since has them done again. */
function findSetAside({ attempts }: StoredTasks): readonly TaskId[] {
  const isSetAside = ([, records]: readonly [TaskId, readonly AttemptRecord[]]) =>
    records.at(-1)?.end === 'set-aside'
  return [...attempts].filter(isSetAside).map(([id]) => id)
}

/** A person who reopens a task that was recorded as landed wants it done again. */
function isUnclosed({ id, attempt }: LandedTask, graph: TaskGraph, stored: StoredTasks): boolean {
  const task = graph.find(id)
  if (!task || task.state === 'closed') return false
  const records = stored.attempts.get(id) ?? []
  return !records.some((record) => record.end === 'landed' && record.attempt >= attempt)
}

/** A result counts only when its attempt is the next one: anything else is a leftover. */
function isPending(
  { id, attempt, outcome }: TaskResult,
  graph: TaskGraph,
  stored: StoredTasks,
  busy: readonly TaskId[],
): boolean {
  const isOpen = graph.find(id)?.state === 'open'
  return outcome === 'done' && isOpen && !busy.includes(id) && attempt === nextAttempt(stored, id)
}

function toWaveTask(task: Task, stored: StoredTasks): WaveTask {
  const previous = stored.attempts.get(task.id)?.findLast(({ end }) => end !== 'landed')
  const attempt = nextAttempt(stored, task.id)
  return { task, attempt, ...(previous === undefined ? {} : { previous }) }
}

export function nextAttempt(stored: Pick<StoredTasks, 'attempts'>, id: TaskId): number {
  const records = stored.attempts.get(id) ?? []
  return Math.max(0, ...records.map(({ attempt }) => attempt)) + 1
}

/** Attempts since the task last landed: a reopened task gets all its attempts again. */
/** Being put back is nobody's failure: others have landed first, and every wave lands somebody. */
function countFailures(records: readonly AttemptRecord[]): number {
  const since = records.findLastIndex(({ end }) => end === 'landed')
  return records.slice(since + 1).filter(({ end }) => end !== 'requeued').length
}

/** Several issues may share a store, and each counts its own waves. */
function nextWave(
  stored: StoredTasks,
  landed: readonly LandedTask[],
  isOurs: (id: TaskId) => boolean,
): number {
  let last = 0
  for (const [id, records] of stored.attempts) {
    if (isOurs(id)) for (const { wave } of records) last = Math.max(last, wave)
  }
  for (const { wave } of landed) last = Math.max(last, wave)
  return last + 1
}

function isInScope(graph: TaskGraph, id: TaskId, under: TaskId | undefined): boolean {
  const task = graph.find(id)
  return under === undefined || (task !== undefined && isUnder(graph, task, under))
}

function stateWithoutWork(
  { ready, waiting, paused }: Readiness,
  held: readonly HeldTask[],
): PreparedWave['state'] {
  if (ready.length + waiting.length + paused.length === 0) return 'complete'
  const isExhausted = held.some(
    ({ because }) => because.is === 'out-of-attempts' || because.is === 'set-aside',
  )
  return paused.length > 0 && !isExhausted ? 'waiting' : 'stuck'
}
