import type { TaskId } from '@wavefront/tasks'
import { findCulprits } from './find-culprits.ts'
import { type MergedBatch, mergeBatch } from './merge-batch.ts'
import type { CommitSha } from './names.ts'
import type { Checks, Merger, Resolution, TaskResult } from './ports/index.ts'
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
  /** The base's new commits, to be merged in before the tasks. */
  readonly update?: CommitSha
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
  readonly update?: BaseUpdate
  /** The world has changed since it was verified: the work has to be merged anew. */
  readonly isOutdated?: true
}

/** What became of the base's new commits. */
export type BaseUpdate =
  | {
      readonly is: 'merged'
      readonly base: CommitSha
      readonly commit: CommitSha
      readonly resolutions: readonly Resolution[]
    }
  /** No resolution would be right: a person has to merge it. */
  | { readonly is: 'conflicts'; readonly why: string; readonly paths: readonly string[] }
  /** The branch's own work fails its checks with it. */
  | { readonly is: 'red'; readonly reason: string }

/** Merges what the workers made, checks the whole, and leaves out what makes it red. */
export async function integrateWave(
  ports: IntegratePorts,
  request: IntegrateRequest,
): Promise<Integration> {
  const { tip, update: base } = request
  if (base === undefined) return integrateTasks(ports, request)
  const merged = await ports.merger.merge({ tip, commit: base, of: { is: 'base' } })
  if (merged.is === 'requeued') {
    const { why, paths } = merged
    return { ...(await integrateTasks(ports, request)), update: { is: 'conflicts', why, paths } }
  }
  const { commit, tree, resolutions } = merged
  const updated = await integrateTasks(ports, {
    ...request,
    tipIsGreen: false,
    onto: { commit, tree },
  })
  if (updated.redBase === undefined) {
    return { ...updated, update: { is: 'merged', base, commit, resolutions } }
  }
  const without = await integrateTasks(ports, request)
  return { ...without, update: { is: 'red', reason: updated.redBase } }
}

interface TasksRequest extends IntegrateRequest {
  /** The tip with the base merged in. */
  readonly onto?: { readonly commit: CommitSha; readonly tree: string }
}

async function integrateTasks(
  ports: IntegratePorts,
  { tip: from, wave, results, signal, tipIsGreen = false, onto }: TasksRequest,
): Promise<Integration> {
  const { merger, checks, clock, progress } = ports
  const tip = onto?.commit ?? from
  const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined)
  const start: MergedBatch = {
    ...{ to: tip, merged: [], requeued: [] },
    ...(onto && { tree: onto.tree }),
  }
  if (done.length === 0 && !onto) {
    return explainFailures(ports, { tip, wave, results, signal, tipIsGreen })
  }
  progress({ is: 'merging', wave, ids: idsOf(done), at: clock() })
  const whole = { ...start, ...(await mergeBatch(merger, tip, done, progress)) }
  if (!checks || (whole.merged.length === 0 && !onto)) {
    return { from, batch: whole, ejected: [], checks: 'none' }
  }
  const verifier = createVerifier({ ...ports, checks }, { name: `wave-${wave}`, signal })
  if (tipIsGreen) verifier.trust(tip)
  for (const { result } of whole.merged) verifier.trust(result.greenTree)
  if (await isGreenAtLast(verifier, whole)) {
    return { from, batch: whole, ejected: [], checks: 'passed' }
  }
  return { ...(await leaveOutCulprits(merger, verifier, start, whole)), from }
}

/** When everybody has failed it may be nobody's fault: on a base that is red nobody's checks can be green. */
async function explainFailures(
  ports: IntegratePorts,
  { tip, wave, results, signal, tipIsGreen }: IntegrateRequest,
): Promise<Integration> {
  const batch: MergedBatch = { to: tip, merged: [], requeued: [] }
  const nobody: Integration = { from: tip, batch, ejected: [], checks: 'none' }
  const { checks } = ports
  const isSuspect = results.some(({ outcome }) => outcome === 'failed')
  if (!checks || tipIsGreen || !isSuspect) return nobody
  const verifier = createVerifier({ ...ports, checks }, { name: `wave-${wave}`, signal })
  if (await isGreenAtLast(verifier, batch)) return nobody
  return { ...nobody, checks: 'failed', redBase: verifier.reason() }
}

/** Red once may be chance: a check that fails and then succeeds on the same tree is flaky, not a culprit. */
async function isGreenAtLast(verifier: Verifier, batch: MergedBatch): Promise<boolean> {
  return (await verifier.isGreen(batch)) || (await verifier.isGreen(batch, { again: true }))
}

async function leaveOutCulprits(
  merger: Merger,
  verifier: Verifier,
  start: MergedBatch,
  whole: MergedBatch,
): Promise<Omit<Integration, 'from'>> {
  if (!(await verifier.isGreen(start))) {
    return {
      batch: { ...start, requeued: whole.requeued },
      ejected: [],
      checks: 'failed',
      redBase: verifier.reason(),
    }
  }
  const remerge = async (results: readonly TaskResult[]) => ({
    ...start,
    ...(await mergeBatch(merger, start.to, results)),
  })
  const { good, culprits } = await findCulprits(
    whole.merged.map(({ result }) => result),
    async (results) => verifier.isGreen(await remerge(results)),
  )
  const batch = await remerge(good)
  return {
    batch: { ...batch, requeued: [...whole.requeued, ...batch.requeued] },
    ejected: culprits.map((result) => ({ result, reason: verifier.reason(result.id) })),
    checks: good.length > 0 ? 'passed' : 'failed',
  }
}

function idsOf(results: readonly TaskResult[]): TaskId[] {
  return results.map(({ id }) => id)
}
