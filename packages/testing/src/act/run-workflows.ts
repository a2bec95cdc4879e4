import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createRunQueue, type RunState } from '../github/index.ts'
import type { ActWorld, ActWorldOptions, CancelWish, RunReport } from './act-world.ts'
import { calledGroup } from './run/called-group.ts'
import { type Going, runOnce } from './run/run-once.ts'

/**
 * Runs real workflows under act: what is dispatched to the fake GitHub, by a test or by a job, is run when
 * its concurrency group lets it, until nothing is queued.
 */
export function runWorkflows(options: ActWorldOptions): ActWorld {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'act-')))
  const world: World = {
    options,
    dir,
    reports: [],
    going: new Map(),
    waiting: new Map(),
    // A called workflow's group is none of the run's own: GitHub keeps it, the fake knows nothing of it.
    groups: createRunQueue(),
    failedOnly: new Map(),
    cancels: [],
    started: 0,
  }
  const last = (id: number) => {
    const found = world.reports.findLast((report) => report.id === id)
    if (found === undefined) throw new Error(`run ${id} has not ended`)
    return found
  }
  return {
    runs: world.reports,
    start: (choice) => options.github.startRun(choice),
    settle: () => settle(world),
    run: last,
    rerun: (id, jobs) => {
      if (jobs === 'failed') world.failedOnly.set(id, last(id))
      options.github.runs.rerun(id)
    },
    cancelWhen: (wish) => void world.cancels.push(wish),
    artifact: (runId, name) => join(dir, `artifacts-${runId}`, name),
    close: async () => {
      await stop(world)
      rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    },
  }
}

interface World {
  readonly options: ActWorldOptions
  readonly dir: string
  readonly reports: RunReport[]
  readonly going: Map<number, Going>
  /** Runs that the fake has started, and that wait for a called workflow's group. */
  readonly waiting: Map<number, RunState>
  readonly groups: ReturnType<typeof createRunQueue>
  readonly failedOnly: Map<number, RunReport>
  readonly cancels: CancelWish[]
  started: number
}

async function settle(world: World): Promise<readonly RunReport[]> {
  const first = world.reports.length
  try {
    for (;;) {
      takeQueued(world)
      startWaiting(world)
      if (world.going.size === 0) return world.reports.slice(first)
      endCancelled(world)
      await Promise.race([sleep(20), ...[...world.going.values()].map(({ ended }) => ended)])
    }
  } catch (error) {
    await stop(world)
    throw error
  }
}

function takeQueued({ options, groups, waiting }: World): void {
  const { runs } = options.github
  for (let run = runs.next(); run !== undefined; run = runs.next()) {
    waiting.set(run.id, run)
    for (const id of groups.add({ id: run.id, group: calledGroup(options, run) }).cancelled) {
      waiting.delete(id)
      runs.finish(id, 'cancelled')
    }
  }
}

function startWaiting(world: World): void {
  const { options, groups, waiting, going, failedOnly } = world
  for (let id = groups.next(); id !== undefined; id = groups.next()) {
    const run = waiting.get(id)
    if (run === undefined) throw new Error(`run ${id} is not waiting`)
    waiting.delete(id)
    const most = options.maxRuns ?? 20
    if (++world.started > most) throw new Error(`more than ${most} runs: ${historyOf(world)}`)
    const before = failedOnly.get(id)
    failedOnly.delete(id)
    const begun = runOnce({ options, run, before, world: world.dir, cancels: world.cancels })
    const ended = begun.ended.then((report) => {
      world.reports.push(report)
      return report
    })
    const forget = () => {
      going.delete(run.id)
      groups.finish(run.id)
    }
    going.set(id, { ...begun, ended: ended.finally(forget) })
  }
}

/** Somebody has cancelled them over the API, or a newer run has. */
function endCancelled({ options, going }: World): void {
  for (const [id, { cancel }] of going)
    if (options.github.runs.find(id).conclusion === 'cancelled') cancel()
}

async function stop({ going }: World): Promise<void> {
  for (const { cancel } of going.values()) cancel()
  await Promise.allSettled([...going.values()].map(({ ended }) => ended))
}

function historyOf({ reports }: World): string {
  return reports.map(({ id, conclusion }) => `${id} ${conclusion}`).join(', ')
}
