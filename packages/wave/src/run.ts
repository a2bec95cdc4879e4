import type { RunEnd } from '@wavefront/report'
import { above, type TaskId } from '@wavefront/tasks'
import { type Executed, type ExecutePorts, executeTask } from './execute-task.ts'
import { explainStop } from './explain-stop.ts'
import { explainStuck, type StuckTask } from './explain-stuck.ts'
import { type Integration, integrateWave } from './integrate-wave.ts'
import { announceLanding, finishLanding, landWave, planLanding } from './land-wave.ts'
import type { BranchName } from './names.ts'
import type { WavePolicy } from './policy.ts'
import type { Branches, Merger, TaskResult, TaskStore } from './ports/index.ts'
import { type PreparedWave, prepareWave, type WaveTask } from './prepare-wave.ts'
import { updateBase } from './update-base.ts'

export interface RunPorts extends ExecutePorts {
  readonly branches: Branches
  readonly store: TaskStore
  readonly merger: Merger
}

export interface RunRequest {
  readonly feature: BranchName
  readonly policy: WavePolicy
  readonly signal: AbortSignal
  /** Only tasks below this epic. */
  readonly under?: TaskId
  /** The checks as people type them, for the prompt. */
  readonly checksLine?: string
  /** What to do when the checks are red with a wave's work. By default culprits are looked for. */
  readonly onRed?: 'bisect' | 'stop'
  /** How many trees may be checked at once. By default one. */
  readonly checkJobs?: number
  /** Asked before each wave. */
  readonly approve?: (wave: PreparedWave) => Promise<boolean>
}

export interface RunOutcome {
  readonly end: RunEnd | 'interrupted'
  /** What does not go on by itself, with the remedy. */
  readonly stuck: readonly StuckTask[]
  /** Why a run was stopped, or why nothing could land. */
  readonly why?: string
}

/** The next wave, after what an earlier run left half landed, and what is new on the base, are in. */
export async function prepareNext(
  ports: RunPorts,
  request: RunRequest,
  busy: readonly TaskId[] = [],
): Promise<PreparedWave> {
  const { policy, under } = request
  const options = { policy, busy, ...(under === undefined ? {} : { under }) }
  const prepared = await prepareWave(ports, options)
  if (prepared.unclosed.length > 0) await finishLanding(ports, prepared)
  const isUpdated = prepared.state === 'ready' && (await updateBase(ports, prepared))
  return isUpdated || prepared.unclosed.length > 0 ? prepareWave(ports, options) : prepared
}

export function execute(
  ports: RunPorts,
  request: RunRequest,
  prepared: PreparedWave,
  waveTask: WaveTask,
): Promise<Executed> {
  const { wave, base, graph } = prepared
  return executeTask(ports, {
    ...{ ...waveTask, wave, base },
    above: above(graph, waveTask.task),
    keepWorktrees: request.policy.keepWorktrees,
    signal: request.signal,
    ...(request.checksLine === undefined ? {} : { checksLine: request.checksLine }),
  })
}

/** Merges, verifies and lands what there is, and records every attempt. */
export async function settle(
  ports: RunPorts,
  request: RunRequest,
  prepared: PreparedWave,
  results: readonly TaskResult[],
): Promise<Integration> {
  const place = new Map(prepared.graph.tasks.map(({ id }, i) => [id, i]))
  const inOrder = results.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  const tip = await ports.branches.readTip()
  const { wave } = prepared
  const { signal, onRed, checkJobs: jobs } = request
  const integration = await integrateWave(ports, {
    ...{ tip, wave, signal, results: inOrder },
    // Checked before the wave began; somebody may have moved it since.
    tipIsGreen: tip === prepared.base,
    ...(onRed === undefined ? {} : { onRed }),
    ...(jobs === undefined ? {} : { jobs }),
  })
  const plan = planLanding(prepared, inOrder, integration)
  await landWave(ports, plan)
  announceLanding(ports.progress, { wave, at: ports.clock() }, plan, integration.checks)
  return integration
}

export function endOf(prepared: PreparedWave, request: RunRequest): RunOutcome {
  const end = prepared.state === 'ready' ? 'stopped' : prepared.state
  return { end, stuck: end === 'complete' ? [] : explainStuck(prepared, request.feature) }
}

export function redBase(reason: string): RunOutcome {
  return {
    end: 'stuck',
    stuck: [],
    why: `the checks fail without any of this wave's work, so nothing can be proved:\n${reason}`,
  }
}

export function askPerson(integration: Integration): RunOutcome {
  const why = `${explainStop(integration)}; nothing of it has landed and no attempt is counted:`
  return { end: 'stopped', stuck: [], why: `${why}\n${integration.stopped}` }
}
