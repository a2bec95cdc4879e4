import type { TaskId } from '@wavefront/tasks'
import type { Integration } from '../integrate-wave.ts'
import { finishLanding, type LandingPlan, planLanding } from '../land-wave.ts'
import type { Branches, Server, TaskResult, TaskStore } from '../ports/index.ts'
import { type PreparedWave, type PrepareOptions, prepareWave } from '../prepare-wave.ts'
import { TipMovedError } from '../tip-moved-error.ts'
import { asKept, type LateResult, lateResults } from './current-results.ts'

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
  /** What came too late to be among them. */
  readonly late: readonly LateResult[]
  readonly integration: Integration
}

/** What the server has now. Work that came too late is kept in any case. */
export type Landed = { readonly late: readonly LateResult[] } & (
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
)

const tries = 6

/**
 * Moves the feature branch and the store here, and pushes both. A race lost to another writer of the store is
 * run again on what that one wrote; one lost on the feature branch ends it, for what would land is not what
 * was verified.
 */
export async function landOnServer(ports: LandPorts, request: LandRequest): Promise<Landed> {
  const { options, integration } = request
  let { prepared, results, late } = request
  const keep = <T extends Unlanded>(why: T) => keepForLater(ports, { results, late }, why)
  if (integration.isOutdated) return keep({ is: 'moved' })
  for (let turn = 1; ; turn++) {
    if (prepared.unclosed.length > 0) {
      await finishLanding(ports, prepared)
      // An epic is finished when what lands now is added to what is closed only now.
      prepared = await prepareWave(ports, options)
    }
    const plan = withLeftovers(planLanding(prepared, results, integration), prepared)
    // Done results, too: landing deletes their branches, or makes failed ones of those that are set aside.
    await ports.branches.publishAll([...results, ...late.map(asKept)])
    if (await hasMoved(ports.branches.land(plan.move))) {
      await ports.server.refresh()
      return keep({ is: 'moved' })
    }
    await ports.store.apply(plan.changes)
    const pushed = await ports.server.pushLanding()
    if (pushed.is === 'pushed') return { is: 'landed', plan, late }
    await ports.server.refresh()
    if (pushed.is === 'refused') return keep(pushed)
    if (turn === tries)
      throw new Error(`the server was ahead of us ${tries} times: run this job again`)
    prepared = await prepareWave(ports, options)
    const tooLate = lateResults(prepared, results)
    late = [...late, ...tooLate]
    const gone = new Set(tooLate.map(({ result }) => result.id))
    results = results.filter(({ id }) => !gone.has(id))
    // Without these the rest is not what was verified.
    if (integration.batch.merged.some(({ result }) => gone.has(result.id)))
      return keep({ is: 'moved' })
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

interface Unlanded {
  readonly is: 'moved' | 'refused'
}

/** Work that failed is kept for people; done work that cannot land now is kept for the next wave. */
async function keepForLater<T extends Unlanded>(
  ports: LandPorts,
  { results, late }: Pick<LandRequest, 'results' | 'late'>,
  why: T,
): Promise<T & { readonly waiting: readonly TaskId[]; readonly late: readonly LateResult[] }> {
  await ports.branches.publishAll([...results, ...late.map(asKept)])
  const refused = await ports.server.pushTaskBranches()
  const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined)
  return { ...why, late, waiting: refused.length > 0 ? [] : done.map(({ id }) => id) }
}
