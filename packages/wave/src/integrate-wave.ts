import type { TaskId } from '@wavefront/tasks'
import { findCulprits } from './find-culprits.ts'
import { type MergedBatch, mergeBatch } from './merge-batch.ts'
import type { CommitSha } from './names.ts'
import type { Checks, Merger, TaskResult } from './ports/index.ts'
import { createVerifier, type Verifier, type VerifyPorts } from './verify.ts'

export interface IntegratePorts extends Omit<VerifyPorts, 'checks'> {
  readonly merger: Merger
  readonly checks?: Checks
  readonly clock: () => Date
}

export interface IntegrateRequest {
  readonly tip: CommitSha
  readonly wave: number
  /** In the order in which they are merged. */
  readonly results: readonly TaskResult[]
  readonly signal: AbortSignal
  /** The checks have passed on the tip itself. */
  readonly tipIsGreen?: boolean
}

/** What is to land, as data: nothing is moved or closed yet. */
export interface Integration {
  readonly from: CommitSha
  readonly batch: MergedBatch
  /** Merged well, but the checks are red with them. */
  readonly ejected: readonly { readonly result: TaskResult; readonly reason: string }[]
  readonly checks: 'passed' | 'failed' | 'none'
  /** The checks are red even without any of this wave's work. */
  readonly redBase?: string
}

/** Merges what the workers made, checks the whole, and leaves out what makes it red. */
export async function integrateWave(
  ports: IntegratePorts,
  { tip, wave, results, signal, tipIsGreen = false }: IntegrateRequest,
): Promise<Integration> {
  const { merger, checks, clock, progress } = ports
  const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined)
  if (done.length === 0) return { from: tip, batch: nothing(tip), ejected: [], checks: 'none' }
  progress({ is: 'merging', wave, ids: idsOf(done), at: clock() })
  const whole = await mergeBatch(merger, tip, done, progress)
  if (!checks || whole.merged.length === 0) {
    return { from: tip, batch: whole, ejected: [], checks: 'none' }
  }
  const verifier = createVerifier({ ...ports, checks }, { name: `wave-${wave}`, signal })
  if (tipIsGreen) verifier.trust(tip)
  for (const { result } of whole.merged) verifier.trust(result.greenTree)
  if (await isGreenAtLast(verifier, whole)) {
    return { from: tip, batch: whole, ejected: [], checks: 'passed' }
  }
  return leaveOutCulprits(merger, verifier, tip, whole)
}

/** Red once may be chance: a check that fails and then succeeds on the same tree is flaky, not a culprit. */
async function isGreenAtLast(verifier: Verifier, batch: MergedBatch): Promise<boolean> {
  return (await verifier.isGreen(batch)) || (await verifier.isGreen(batch, { again: true }))
}

async function leaveOutCulprits(
  merger: Merger,
  verifier: Verifier,
  tip: CommitSha,
  whole: MergedBatch,
): Promise<Integration> {
  if (!(await verifier.isGreen(nothing(tip)))) {
    return {
      from: tip,
      batch: { ...nothing(tip), requeued: whole.requeued },
      ejected: [],
      checks: 'failed',
      redBase: verifier.reason(),
    }
  }
  const remerge = (results: readonly TaskResult[]) => mergeBatch(merger, tip, results)
  const { good, culprits } = await findCulprits(
    whole.merged.map(({ result }) => result),
    async (results) => verifier.isGreen(await remerge(results)),
  )
  const batch = await remerge(good)
  return {
    from: tip,
    batch: { ...batch, requeued: [...whole.requeued, ...batch.requeued] },
    ejected: culprits.map((result) => ({ result, reason: verifier.reason(result.id) })),
    checks: good.length > 0 ? 'passed' : 'failed',
  }
}

function nothing(tip: CommitSha): MergedBatch {
  return { to: tip, merged: [], requeued: [] }
}

function idsOf(results: readonly TaskResult[]): TaskId[] {
  return results.map(({ id }) => id)
}
