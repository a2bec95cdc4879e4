import type {
  ReviewPoints,
  StatusConflict,
  StatusPhase,
  StatusReport,
  StatusTask,
} from '@wavefront/report'
import {
  blockersOf,
  type HeldTask,
  isUnder,
  type Task,
  type TaskGraph,
  type TaskId,
} from '@wavefront/tasks'
import { explainStuck, type StuckTask } from '../explain-stuck.ts'
import type { BranchName } from '../names.ts'
import type { SettledMerge } from '../ports/index.ts'
import type { PreparedWave } from '../prepare-wave.ts'

export interface StatusFacts
  extends Pick<
    StatusReport,
    'issue' | 'base' | 'wave' | 'why' | 'runUrl' | 'pullRequest' | 'checks' | 'flaky' | 'notes'
  > {
  readonly branch: BranchName
  readonly phase: StatusPhase
  readonly under?: TaskId
  /** Tasks that agents are at now. */
  readonly working: ReadonlySet<TaskId>
  readonly conflicts: readonly SettledMerge[]
  readonly review: ReviewPoints
  /** Where the jobs of tasks can be read. */
  readonly jobs: ReadonlyMap<TaskId, string>
}

/** Where everything stands, from the world as it is now. */
export function describeStatus(prepared: PreparedWave, facts: StatusFacts): StatusReport {
  const { under, working, conflicts, jobs, ...rest } = facts
  const { graph } = prepared
  const stuck = new Map(
    explainStuck(prepared, facts.branch, allowMore)
      .filter(({ goesOn }) => !goesOn)
      .map((one) => [one.id, one]),
  )
  const held = new Map(prepared.held.map((one) => [one.id, one]))
  const tasks = graph.tasks.filter(
    (task) => task.kind === 'task' && (under === undefined || isUnder(graph, task, under)),
  )
  const shown = new Set(tasks.map(({ id }) => id))
  return {
    ...rest,
    tasks: tasks.map((task) =>
      describeTask(task, prepared, {
        shown,
        working,
        held: held.get(task.id),
        stuck: stuck.get(task.id),
        jobs,
      }),
    ),
    conflicts: conflicts.flatMap(toConflicts),
  }
}

function allowMore(attempts: number): string {
  return `run the workflow again with the override {"max_attempts": ${attempts}}`
}

interface About {
  readonly shown: ReadonlySet<TaskId>
  readonly working: ReadonlySet<TaskId>
  readonly held: HeldTask | undefined
  readonly stuck: StuckTask | undefined
  readonly jobs: ReadonlyMap<TaskId, string>
}

function describeTask(task: Task, prepared: PreparedWave, about: About): StatusTask {
  const { id, title } = task
  const { graph, attempts, landed } = prepared
  const records = attempts.get(id) ?? []
  const last = records.at(-1)
  const landing = landed.findLast((one) => one.id === id)
  const state = stateOf(task, prepared, about)
  const commit = landing?.commit ?? last?.commit
  const url = about.jobs.get(id) ?? last?.url
  const isOpen = state !== 'landed' && state !== 'closed'
  return {
    ...{ id, title, state, dependsOn: dependenciesOf(task, about.shown, graph) },
    attempts: records.length,
    ...(last === undefined ? {} : { wave: last.wave, seconds: last.seconds }),
    ...(commit === undefined ? {} : { commit }),
    ...(last && last.end !== 'landed'
      ? { last: { end: last.end, ...(last.reason === undefined ? {} : { reason: last.reason }) } }
      : {}),
    ...(about.held === undefined ? {} : { held: wordHeld(about.held) }),
    ...(about.stuck && isOpen && state !== 'working'
      ? { stuck: { why: about.stuck.why, remedy: about.stuck.remedy } }
      : {}),
    ...(url === undefined ? {} : { url }),
  }
}

/** What it waited for is drawn as well, as far as it is shown at all. */
function dependenciesOf(task: Task, shown: ReadonlySet<TaskId>, graph: TaskGraph): TaskId[] {
  const own = task.dependencies.map(({ on }) => on).filter((id) => shown.has(id))
  return [...new Set([...own, ...blockersOf(graph, task)])]
}

function stateOf({ id, state }: Task, prepared: PreparedWave, about: About): StatusTask['state'] {
  const { landed, tasks, readiness } = prepared
  if (state === 'closed') return landed.some((one) => one.id === id) ? 'landed' : 'closed'
  if (about.working.has(id)) return 'working'
  if (prepared.unclosed.some((one) => one.id === id)) return 'landed'
  if (about.held) return isForPerson(about.held) ? 'failed' : 'held'
  if (tasks.some(({ task }) => task.id === id)) return 'ready'
  if (prepared.pending.some((one) => one.id === id)) return 'ready'
  return readiness.paused.includes(id) ? 'paused' : 'waiting'
}

/** It does not go on before somebody has done something. */
function isForPerson({ because }: HeldTask): boolean {
  return because.is === 'out-of-attempts' || because.is === 'set-aside'
}

function wordHeld({ because }: HeldTask): string {
  switch (because.is) {
    case 'out-of-attempts':
      return `has failed ${because.attempts === 1 ? 'once' : `${because.attempts} times`}`
    case 'set-aside':
      return 'its merge is left to a person'
    case 'same-files':
      return `declares the same files as ${because.as}`
    case 'wave-full':
      return `the wave is full (${because.maxTasks} tasks)`
  }
}

function toConflicts({ task, wave = 0, resolutions }: SettledMerge): StatusConflict[] {
  return resolutions.map(({ path, step, line, gaveWay }) => ({
    ...{ task: task ?? 'base', path, step, wave },
    ...(line === undefined ? {} : { line }),
    ...(gaveWay === undefined ? {} : { gaveWay }),
  }))
}
