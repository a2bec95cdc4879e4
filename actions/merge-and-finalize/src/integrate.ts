import { join } from 'node:path'
import { openCheckout } from '@wavefront/git'
import { type FoundWave, type Hosting, openChecks, openMerger } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { isUnder } from '@wavefront/tasks'
import {
  type CommitSha,
  type Integration,
  integrateWave,
  type PreparedWave,
  type TaskResult,
  type WaveEvent,
} from '@wavefront/wave'

export interface Integrating {
  readonly runner: Runner
  readonly hosting: Hosting
  readonly found: FoundWave
  readonly results: readonly TaskResult[]
  readonly wave: number
}

/** Merges everything in memory and runs the checks on the merged tree, in the job's checkout. Writes nothing. */
export async function integrate({
  runner,
  hosting,
  found,
  results,
  wave,
}: Integrating): Promise<Integration> {
  const { config, mirror, scratch } = hosting
  const { prepared } = found
  const checks = openChecks(config, { isSetUp: false })
  const tip = prepared.base
  const update = wantedUpdate(config.updateBase, found, results)
  const workspaces = checks
    ? await openCheckout(runner.context.workspace, mirror, tip)
    : { open: () => Promise.reject(new Error('without checks nothing is opened')) }
  return integrateWave(
    {
      merger: openMerger(config, mirror.repository),
      workspaces,
      ...(checks && {
        checks: { run: (place) => checks.run({ ...place, onLine: runner.foreign }) },
      }),
      clock: () => new Date(),
      progress: (event) => tellProgress(runner, event),
      logFor: (name) => join(scratch, `${name}.log`),
    },
    {
      ...{ tip, wave, results, signal: runner.signal },
      ...{ deadline: deadlineOf(config.timeoutMinutes), onRed: config.onRed },
      ...(update === undefined ? {} : { update }),
    },
  )
}

/** GitHub ends the job at its limit, and there must be time left to land or to hand over what is proved. */
function deadlineOf(limitMinutes: number): Date {
  const reserve = Math.min(10, Math.max(2, limitMinutes / 10))
  return new Date(performance.timeOrigin + (limitMinutes - reserve) * 60_000)
}

/** Each wave, or with the last one alone, so that a reviewer sees the branch as it will be merged. */
function wantedUpdate(
  policy: 'each_wave' | 'end' | 'never',
  { prepared, options }: FoundWave,
  results: readonly TaskResult[],
): CommitSha | undefined {
  if (policy === 'never') return undefined
  if (policy === 'end' && !isLast(prepared, options.under, results)) return undefined
  return prepared.update
}

function isLast(
  { graph, unclosed }: PreparedWave,
  under: FoundWave['options']['under'],
  results: readonly TaskResult[],
): boolean {
  const done = new Set(
    [...unclosed, ...results.filter(({ outcome }) => outcome === 'done')].map(({ id }) => id),
  )
  return graph.tasks.every(
    (task) =>
      task.kind !== 'task' ||
      task.state === 'closed' ||
      done.has(task.id) ||
      (under !== undefined && !isUnder(graph, task, under)),
  )
}

function tellProgress({ info }: Runner, event: WaveEvent): void {
  const words = wordProgress(event)
  if (words !== undefined) info(words)
}

function wordProgress(event: WaveEvent): string | undefined {
  switch (event.is) {
    case 'task-merged': {
      const settled = event.resolutions.length
      return `merged ${event.id}${settled > 0 ? `, conflicts settled: ${settled}` : ''}`
    }
    case 'task-requeued':
      return `put back ${event.id}: ${event.why} (${event.paths.join(', ')})`
    case 'verifying':
      return `checking the tree with ${event.ids.join(', ') || 'nothing of this wave'}`
    case 'verified':
      return event.green ? 'the checks are green' : 'the checks are red'
    case 'flaky':
      return `flaky: the checks were red on ${event.ids.join(', ') || 'the base'}, and green another time`
    default:
      return undefined
  }
}
