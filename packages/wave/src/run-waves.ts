import { Interrupted } from './interrupted.ts'
import type { TaskResult } from './ports/index.ts'
import type { PreparedWave } from './prepare-wave.ts'
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
 * Wave after wave, until the graph is done or nothing can go on. It ends by itself: every wave
 * lands a task or records an attempt, and attempts are counted.
 */
export async function runWaves(ports: RunPorts, request: RunRequest): Promise<RunOutcome> {
  const { policy, signal, approve } = request
  const tip = createTipCheck(ports, signal)
  try {
    for (let waves = 0; ; waves++) {
      const prepared = await prepareNext(ports, request)
      if (waves < policy.maxWaves) ports.progress({ is: 'prepared', wave: prepared })
      if (prepared.state !== 'ready') return endOf(prepared, request)
      if (waves === policy.maxWaves) return enough(prepared, request)
      if (approve && !(await approve(prepared))) return notApproved(prepared, request)
      const red = await tip.findRed(prepared.base)
      if (red !== undefined) return redBase(red)
      const results = await executeAll(ports, request, prepared)
      if (signal.aborted) return interrupted
      const integration = await settle(ports, request, prepared, [...prepared.pending, ...results])
      if (integration.redBase !== undefined) return redBase(integration.redBase)
      if (integration.stopped !== undefined) return askPerson(integration)
      tip.landed(integration)
    }
  } catch (error) {
    if (error instanceof Interrupted) return interrupted
    throw error
  }
}

const interrupted: RunOutcome = { end: 'interrupted', stuck: [] }

function enough(prepared: PreparedWave, request: RunRequest): RunOutcome {
  const { maxWaves } = request.policy
  const why = `a run has at most ${maxWaves} ${maxWaves === 1 ? 'wave' : 'waves'} (--max-waves)`
  return { ...endOf(prepared, request), why }
}

function notApproved(prepared: PreparedWave, request: RunRequest): RunOutcome {
  if (request.signal.aborted) return interrupted
  return { ...endOf(prepared, request), why: 'the wave was not approved' }
}

/** All tasks of the wave, `jobs` at a time. One that throws does not keep the others from finishing. */
async function executeAll(
  ports: RunPorts,
  request: RunRequest,
  prepared: PreparedWave,
): Promise<TaskResult[]> {
  const queue = [...prepared.tasks]
  const results: TaskResult[] = []
  async function work(): Promise<void> {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const executed = await execute(ports, request, prepared, next)
      if (executed.is === 'result') results.push(executed.result)
    }
  }
  const workers = Array.from({ length: Math.min(request.policy.jobs, queue.length) }, work)
  const broken = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected')
  if (broken?.status === 'rejected') throw broken.reason
  return results
}
