import type { TaskId } from '@wavefront/tasks'
import { Interrupted } from './interrupted.ts'
import type { TaskResult } from './ports/index.ts'
import type { PreparedWave, WaveTask } from './prepare-wave.ts'
import {
  askPerson,
  endOf,
  execute,
  prepareNext,
  type RunOutcome,
  type RunPorts,
  type RunRequest,
  redBase,
  settle,
} from './run.ts'
import { createTipCheck } from './tip-check.ts'

/**
 * Every task starts as soon as its own blockers have landed, the longest remaining path first.
 * What has finished by the time one landing is done makes up the next.
 */
export async function runRolling(ports: RunPorts, request: RunRequest): Promise<RunOutcome> {
  const pool = createPool(ports, request)
  const tip = createTipCheck(ports, request.signal)
  try {
    for (;;) {
      const prepared = await prepareNext(ports, request, pool.occupied())
      ports.progress({ is: 'prepared', wave: prepared })
      const red = prepared.state === 'ready' ? await tip.findRed(prepared.base) : undefined
      if (red !== undefined) return redBase(red)
      pool.offer(prepared)
      if (prepared.pending.length === 0) await pool.next()
      const batch = [...prepared.pending, ...pool.takeFinished()]
      if (batch.length === 0) {
        return request.signal.aborted ? interrupted : endOf(prepared, request)
      }
      const integration = await settle(ports, request, prepared, batch)
      if (integration.redBase !== undefined) return redBase(integration.redBase)
      if (integration.stopped !== undefined) return askPerson(integration)
      tip.landed(integration)
    }
  } catch (error) {
    if (error instanceof Interrupted) return interrupted
    throw error
  } finally {
    await pool.drain()
  }
}

const interrupted: RunOutcome = { end: 'interrupted', stuck: [] }

interface Pool {
  /** At work, or finished and not yet taken. */
  occupied(): TaskId[]
  /** What may be started from now on; free places are filled at once, the others as they become free. */
  offer(prepared: PreparedWave): void
  takeFinished(): TaskResult[]
  /** Resolves when there is a result, or nobody left who could bring one; rejects when a worker could not be run. */
  next(): Promise<void>
  drain(): Promise<void>
}

function createPool(ports: RunPorts, request: RunRequest): Pool {
  const working = new Map<TaskId, Promise<void>>()
  const interruptedTasks: TaskId[] = []
  let finished: TaskResult[] = []
  let broken: { reason: unknown } | undefined
  let offered: { prepared: PreparedWave; queue: WaveTask[] } | undefined

  function fill(): void {
    while (offered && !broken && !request.signal.aborted && working.size < request.policy.jobs) {
      const next = offered.queue.shift()
      if (!next) return
      working.set(next.task.id, run(offered.prepared, next))
    }
  }

  async function run(prepared: PreparedWave, waveTask: WaveTask): Promise<void> {
    const { id } = waveTask.task
    try {
      const executed = await execute(ports, request, prepared, waveTask)
      if (executed.is === 'result') finished.push(executed.result)
      else interruptedTasks.push(id)
    } catch (reason) {
      broken ??= { reason }
    } finally {
      working.delete(id)
      fill()
    }
  }

  return {
    occupied: () => [...working.keys(), ...finished.map(({ id }) => id), ...interruptedTasks],
    offer(prepared) {
      const taken = new Set<TaskId>([...working.keys(), ...finished.map(({ id }) => id)])
      offered = { prepared, queue: prepared.tasks.filter(({ task }) => !taken.has(task.id)) }
      fill()
    },
    takeFinished() {
      const taken = finished
      finished = []
      return taken
    },
    async next() {
      while (working.size > 0 && finished.length === 0 && !broken) {
        await Promise.race(working.values())
      }
      if (broken) throw broken.reason
    },
    async drain() {
      offered = undefined
      await Promise.all(working.values())
    },
  }
}
