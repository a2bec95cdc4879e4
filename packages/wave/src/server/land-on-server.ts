import type { TaskId } from '@wavefront/tasks'
import type { Integration } from '../integrate-wave.ts'
import { finishLanding, type LandingPlan, planLanding } from '../land-wave.ts'
import type { Branches, Server, TaskResult, TaskStore } from '../ports/index.ts'
import { type PreparedWave, type PrepareOptions, prepareWave } from '../prepare-wave.ts'
import { TipMovedError } from '../tip-moved-error.ts'

export interface LandPorts {
  readonly branches: Branches
  readonly store: TaskStore
  readonly server: Server
  readonly clock: () => Date
}

export interface LandRequest {
  readonly prepared: PreparedWave
  readonly options: PrepareOptions
  readonly results: readonly TaskResult[]
  readonly integration: Integration
}

/** What the server has now. */
export type Landed =
  | { readonly is: 'landed'; readonly plan: LandingPlan }
  /** Somebody pushed to the feature branch: the work waits on task branches for the next wave to merge it there. */
  | { readonly is: 'moved'; readonly waiting: readonly TaskId[] }
  | {
      readonly is: 'refused'
      readonly why: string
      readonly fix: string
      /** None where their branches, too, were refused. */
      readonly waiting: readonly TaskId[]
    }

const tries = 6

/**
 * Moves the feature branch and the store here, and pushes both. A race lost to another writer of the store is
 * run again on what that one wrote; one lost on the feature branch ends it, for what would land is not what
 * was verified.
 */
export async function landOnServer(ports: LandPorts, request: LandRequest): Promise<Landed> {
  const { options, results, integration } = request
  let { prepared } = request
  if (integration.isOutdated) return keepForLater(ports, results, { is: 'moved' })
  for (let turn = 1; ; turn++) {
    if (prepared.unclosed.length > 0) await finishLanding(ports, prepared)
    const plan = withLeftovers(planLanding(prepared, results, integration), prepared)
    // Done results, too: landing deletes their branches, or makes failed ones of those that are set aside.
    await ports.branches.publishAll(results)
    if (await hasMoved(ports.branches.land(plan.move))) {
      await ports.server.refresh()
      return keepForLater(ports, results, { is: 'moved' })
    }
    await ports.store.apply(plan.changes)
    const pushed = await ports.server.pushLanding()
    if (pushed.is === 'pushed') return { is: 'landed', plan }
    await ports.server.refresh()
    if (pushed.is === 'refused') return keepForLater(ports, results, pushed)
    if (turn === tries)
      throw new Error(`the server was ahead of us ${tries} times: run this job again`)
    prepared = await prepareWave(ports, options)
  }
}

/** Branches of tasks that landed before, in a run that was cut off before it tidied. */
function withLeftovers(plan: LandingPlan, { landed }: PreparedWave): LandingPlan {
  const { move } = plan
  const all = new Set([...move.landed, ...landed.map(({ id }) => id)])
  return { ...plan, move: { ...move, landed: [...all] } }
}

async function hasMoved(landing: Promise<void>): Promise<boolean> {
  try {
    await landing
    return false
  } catch (error) {
    if (error instanceof TipMovedError) return true
    throw error
  }
}

/** Work that failed is kept for people; done work that cannot land now is kept for the next wave. */
async function keepForLater<T extends { readonly is: 'moved' | 'refused' }>(
  ports: LandPorts,
  results: readonly TaskResult[],
  why: T,
): Promise<T & { readonly waiting: readonly TaskId[] }> {
  await ports.branches.publishAll(results)
  const refused = await ports.server.pushTaskBranches()
  const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined)
  return { ...why, waiting: refused.length > 0 ? [] : done.map(({ id }) => id) }
}
