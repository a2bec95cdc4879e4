import { allDone, chooseProbes, runsFor } from './find-culprits.ts'
import { findSuspects } from './find-suspects.ts'
import type { IntegrateRequest, Integration } from './integrate-wave.ts'
import { leaveOutCulprits, type Trial } from './leave-out-culprits.ts'
import { type MergedBatch, mergeBatch } from './merge-batch.ts'
import type { Merger, TaskResult } from './ports/index.ts'
import { OutOfTime, type Verifier } from './verify.ts'

export interface Verification {
  readonly merger: Merger
  readonly request: IntegrateRequest
  readonly verifier: Verifier
  readonly start: MergedBatch
  readonly whole: MergedBatch
}

type Verified = Omit<Integration, 'from'>

/**
 * What of the whole can land: all of it, where the checks are green, else all but the culprits. When the time
 * runs out, what is proved by then.
 */
export async function findGreen(about: Verification): Promise<Verified> {
  try {
    return await verify(about)
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
    return landWhatIsProved(about)
  }
}

async function verify(about: Verification): Promise<Verified> {
  const { request, verifier, start, whole } = about
  const passed: Verified = { batch: whole, ejected: [], checks: 'passed' }
  if (await verifier.isGreen(whole)) return passed
  if (request.onRed === 'stop') {
    if (await verifier.isGreen(whole, { again: true })) return passed
    return { ...nothingLands(about), checks: 'failed', stopped: verifier.reason(whole) }
  }
  const trial = openTrial(about)
  const ahead = await lookAhead(about, trial)
  // Red once may be chance: a check that fails and then succeeds on the same tree is flaky.
  const [isFlaky] = await allDone([
    verifier.isGreen(whole, { again: true }),
    ...ahead.map((batch) => verifier.isGreen(batch)),
  ])
  if (isFlaky) return passed
  if (!(await isStartGreen(about))) {
    const batch = { ...start, requeued: whole.requeued }
    return { batch, ejected: [], checks: 'failed', redBase: verifier.reason(start) }
  }
  const { batch, ejected } = await leaveOutCulprits(trial)
  return {
    batch: { ...batch, requeued: [...whole.requeued, ...batch.requeued] },
    ejected,
    checks: batch.merged.length > 0 ? 'passed' : 'failed',
  }
}

function openTrial({ merger, request, verifier, start, whole }: Verification): Trial {
  const { jobs = 1, spare = 0 } = request
  const results = whole.merged.map(({ result }) => result)
  const made = new Map<string, Promise<MergedBatch>>()
  async function merge(some: readonly TaskResult[]): Promise<MergedBatch> {
    return { ...start, ...(await mergeBatch(merger, start.to, some)) }
  }
  return {
    ...{ verifier, whole, jobs, spare },
    remerge(wanted) {
      const set = new Set(wanted)
      const some = results.filter((result) => set.has(result))
      const key = some.map(({ id }) => id).join(' ')
      const batch = made.get(key) ?? merge(some)
      made.set(key, batch)
      return batch
    },
  }
}

/** What will have to be checked if the whole is red again, as far as more than one check may run at once. */
async function lookAhead(
  { verifier, start, whole, request }: Verification,
  trial: Trial,
): Promise<readonly MergedBatch[]> {
  const { jobs = 1, spare = 0 } = request
  const first = verifier.known(start) === undefined && whole.merged.length > 0 ? [start] : []
  const room = jobs - 1 - first.length
  if (room < 0) return []
  const { order, suspects } = findSuspects(whole.merged)
  const size = order.length
  const probes = size > 1 ? chooseProbes(size, { suspects, jobs, runs: runsFor(size) + spare }) : []
  const trees = probes.slice(0, room).map((count) => trial.remerge(order.slice(0, count)))
  return [...first, ...(await allDone(trees))]
}

/** Red where workers have seen green it is asked once more, too: on a red start they would all have failed. */
async function isStartGreen({ verifier, start, whole }: Verification): Promise<boolean> {
  if (await verifier.isGreen(start)) return true
  const hasBeenGreen = whole.merged.some(({ result }) => result.greenTree !== undefined)
  return hasBeenGreen && verifier.isGreen(start, { again: true })
}

/** The most that is known to be green. Nobody else is blamed: that was not proved either. */
function landWhatIsProved(about: Verification): Verified {
  const { verifier, start } = about
  const proved = [
    ...(verifier.known(start) ? [start] : []),
    ...verifier.runs.filter(({ green }) => green).map(({ batch }) => batch),
  ]
  const [best] = proved.toSorted((a, b) => b.merged.length - a.merged.length)
  if (!best) return { ...nothingLands(about), unverified: unverified(about, []) }
  const { merged } = best
  return {
    batch: { ...best, requeued: [] },
    ejected: [],
    checks: 'passed',
    unverified: unverified(
      about,
      merged.map(({ result }) => result),
    ),
  }
}

function unverified(
  { request }: Verification,
  merged: readonly TaskResult[],
): readonly TaskResult[] {
  return request.results.filter(
    (result) => result.outcome === 'done' && result.commit && !merged.includes(result),
  )
}

function nothingLands({ request }: Verification): Verified {
  return { batch: { to: request.tip, merged: [], requeued: [] }, ejected: [], checks: 'none' }
}
