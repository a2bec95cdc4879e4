import type {
  ReportedAttempt,
  ReportedConflict,
  ReportedFlake,
  ReportedLanding,
  ReportedTask,
  RunReport,
} from '@wavefront/report'
import {
  type AttemptEnd,
  blockersOf,
  isUnder,
  type Task,
  type TaskGraph,
  type TaskId,
} from '@wavefront/tasks'
import { boundOf } from './bound.ts'
import type { Progress, WaveEvent } from './events.ts'
import type { Resolution } from './ports/index.ts'
import type { RunOutcome } from './run.ts'

/** Watches a run and tells afterwards what it was. */
export interface Recorder {
  readonly progress: Progress
  report(outcome: RunOutcome, finishedAt: Date): RunReport
}

export interface RunFacts
  extends Pick<RunReport, 'title' | 'branch' | 'base' | 'schedule' | 'jobs' | 'startedAt'> {
  /** Only tasks below this epic count. */
  readonly under?: TaskId
}

type Attempt = { -readonly [K in keyof ReportedAttempt]: ReportedAttempt[K] }

export function createRecorder({ under, ...facts }: RunFacts): Recorder {
  const attempts = new Map<TaskId, Attempt[]>()
  const landings: ReportedLanding[] = []
  const landed = new Set<string>()
  /** Conflicts with the base are shown with the landing that follows them. */
  const ofBase: ReportedConflict[] = []
  /** Checks of the tip come before the landing that follows them, too. */
  const flaky: ReportedFlake[] = []
  let first: TaskGraph | undefined
  let merging: { startedAt: Date; conflicts: ReportedConflict[] } | undefined

  function note(event: WaveEvent): void {
    switch (event.is) {
      case 'prepared':
        first ??= event.wave.graph
        break
      case 'task-started': {
        const { id, wave, attempt, lane, at, log } = event
        const begun: Attempt = {
          wave,
          attempt,
          lane,
          log,
          startedAt: at,
          finishedAt: at,
          end: 'interrupted',
        }
        attempts.set(id, [...(attempts.get(id) ?? []), begun])
        break
      }
      case 'task-ended': {
        const last = attempts.get(event.id)?.at(-1)
        if (last) Object.assign(last, endedAs(event))
        break
      }
      case 'base-merged':
        ofBase.push(...event.resolutions.map((one) => toConflict('base', one)))
        break
      case 'merging':
        merging = { startedAt: event.at, conflicts: ofBase.splice(0) }
        break
      case 'task-merged':
        merging?.conflicts.push(...event.resolutions.map((one) => toConflict(event.id, one)))
        break
      case 'task-requeued':
        merging?.conflicts.push(
          ...event.paths.map((path) => ({ task: event.id, path, step: 'requeued' as const })),
        )
        break
      case 'flaky':
        flaky.push({ tasks: event.ids, tree: event.tree, reason: event.reason })
        break
      case 'landed':
        for (const { id, end, reason } of event.ends) settle(attempts.get(id), end, reason)
        landings.push({
          ...toLanding(event, merging),
          ...(flaky.length > 0 && { flaky: flaky.splice(0) }),
        })
        for (const id of landings.at(-1)?.landed ?? []) landed.add(id)
        merging = undefined
        break
    }
  }

  return {
    progress: note,
    report: (outcome, finishedAt) => ({
      ...facts,
      finishedAt,
      end: outcome.end === 'interrupted' ? 'stopped' : outcome.end,
      tasks: first ? describeTasks(first, { attempts, landed, outcome, under }) : [],
      landings,
      bound: first ? boundOf(first, attempts, facts.jobs) : 0,
      ...(outcome.why === undefined ? {} : { why: outcome.why }),
    }),
  }
}

function endedAs({
  at,
  outcome,
  reason,
  commit,
  kept,
}: Extract<WaveEvent, { is: 'task-ended' }>): Partial<Attempt> {
  return {
    finishedAt: at,
    // What is done but never comes to land was cut off before it.
    end: outcome === 'done' ? 'interrupted' : outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(commit === undefined ? {} : { commit }),
    ...(kept === undefined ? {} : { kept }),
  }
}

function settle(made: Attempt[] | undefined, end: AttemptEnd, reason: string | undefined): void {
  const last = made?.at(-1)
  if (last) Object.assign(last, { end, ...(reason === undefined ? {} : { reason }) })
}

function toLanding(
  { wave, at, tip, ends, checks }: Extract<WaveEvent, { is: 'landed' }>,
  merging: { startedAt: Date; conflicts: ReportedConflict[] } | undefined,
): ReportedLanding {
  const landed = ends.filter(({ end }) => end === 'landed').map(({ id }) => id)
  return {
    ...{ wave, landed, checks },
    startedAt: merging?.startedAt ?? at,
    finishedAt: at,
    conflicts: merging?.conflicts ?? [],
    ...(landed.length > 0 ? { commit: tip } : {}),
  }
}

function toConflict(
  task: TaskId | 'base',
  { path, step, line, gaveWay }: Resolution,
): ReportedConflict {
  return {
    ...{ task, path, step },
    ...(line === undefined ? {} : { line }),
    ...(gaveWay === undefined ? {} : { gaveWay }),
  }
}

interface Recorded {
  readonly attempts: ReadonlyMap<TaskId, readonly ReportedAttempt[]>
  /** In this run; the work may be an earlier one's. */
  readonly landed: ReadonlySet<string>
  readonly outcome: RunOutcome
  readonly under: TaskId | undefined
}

function describeTasks(
  graph: TaskGraph,
  { attempts, landed, outcome, under }: Recorded,
): ReportedTask[] {
  const problems = new Map(outcome.stuck.map(({ id, why, remedy }) => [id, { why, remedy }]))
  return graph.tasks
    .filter((task) => task.kind === 'task' && (!under || isUnder(graph, task, under)))
    .map((task) => {
      const made = attempts.get(task.id) ?? []
      const problem = problems.get(task.id)
      return {
        id: task.id,
        title: task.title,
        state: landed.has(task.id) ? 'landed' : stateOf(task, made),
        dependsOn: blockersOf(graph, task),
        attempts: made,
        ...(problem === undefined ? {} : { stuck: problem }),
      }
    })
}

function stateOf(task: Task, attempts: readonly ReportedAttempt[]): ReportedTask['state'] {
  if (task.state === 'closed') return 'done-before'
  return attempts.some(({ end }) => end !== 'interrupted') ? 'failed' : 'open'
}
