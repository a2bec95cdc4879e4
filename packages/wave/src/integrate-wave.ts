import type { TaskId } from '@wavefront/tasks'
import { findGreen } from './find-green.ts'
import type { Ejected } from './leave-out-culprits.ts'
import { type MergedBatch, mergeBatch } from './merge-batch.ts'
import { MergeStopped } from './merge-policy.ts'
import type { CommitSha } from './names.ts'
import type { Checks, Merger, Resolution, TaskResult } from './ports/index.ts'
import { createVerifier, findFlaky, OutOfTime, type Verifier, type VerifyPorts } from './verify.ts'

export interface IntegratePorts extends Omit<VerifyPorts, 'checks'> {
  readonly merger: Merger
  readonly checks?: Checks
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
  /** How many trees may be checked at once. By default one. */
  readonly jobs?: number
  /** Check runs beyond the bound that may be spent, for each culprit, on finding it sooner with more jobs. By default none. */
  readonly spare?: number
  /** When all checks must have ended. What is not proved by then is neither landed nor blamed. */
  readonly deadline?: Date
  /** `stop`: when the whole is red, nothing lands and a person decides. By default culprits are looked for. */
  readonly onRed?: 'bisect' | 'stop'
}

/** What is to land, as data: nothing is moved or closed yet. */
export interface Integration {
  readonly from: CommitSha
  readonly batch: MergedBatch
  /** Merged well, but the checks are red with them. */
  readonly ejected: readonly Ejected[]
  readonly checks: 'passed' | 'failed' | 'none'
  /** The checks are red even without any of this wave's work. */
  readonly redBase?: string
  /** The checks are red with this wave's work, and a person is to decide what becomes of it: no attempt counts. */
  readonly stopped?: string
  /** Red runs that another one contradicts. */
  readonly flaky?: readonly FlakyRun[]
  /** There was no time to verify them: they neither land nor count, and are merged again by the next wave. */
  readonly unverified?: readonly TaskResult[]
  readonly update?: BaseUpdate
  /** The world has changed since it was verified: the work has to be merged anew. */
  readonly isOutdated?: true
}

/** A red run of what was green another time, or with still more merged. */
export interface FlakyRun {
  readonly tree: string
  /** Whose work was in that tree. */
  readonly ids: readonly TaskId[]
  /** The end of the log. */
  readonly reason: string
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
  try {
    return await integrateAll(ports, request)
  } catch (error) {
    if (!(error instanceof MergeStopped)) throw error
    const { tip } = request
    const batch = { to: tip, merged: [], requeued: [] }
    return { from: tip, batch, ejected: [], checks: 'none', stopped: error.message }
  }
}

async function integrateAll(
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
  if (updated.redBase !== undefined) {
    const without = await integrateTasks(ports, request)
    return { ...without, update: { is: 'red', reason: updated.redBase } }
  }
  // Nothing was proved in time, or nothing is to land: then neither does the base.
  if (updated.batch.to === tip) return updated
  return { ...updated, update: { is: 'merged', base, commit, resolutions } }
}

interface TasksRequest extends IntegrateRequest {
  /** The tip with the base merged in. */
  readonly onto?: { readonly commit: CommitSha; readonly tree: string }
}

async function integrateTasks(ports: IntegratePorts, request: TasksRequest): Promise<Integration> {
  const { tip: from, wave, results, tipIsGreen = false, onto } = request
  const { merger, checks, clock, progress } = ports
  const tip = onto?.commit ?? from
  const done = results.filter(({ outcome, commit }) => outcome === 'done' && commit !== undefined)
  const start: MergedBatch = {
    ...{ to: tip, merged: [], requeued: [] },
    ...(onto && { tree: onto.tree }),
  }
  if (done.length === 0 && !onto) return explainFailures(ports, request)
  progress({ is: 'merging', wave, ids: idsOf(done), at: clock() })
  const whole = { ...start, ...(await mergeBatch(merger, tip, done, progress)) }
  if (!checks || (whole.merged.length === 0 && !onto)) {
    return { from, batch: whole, ejected: [], checks: 'none' }
  }
  const verifier = openVerifier({ ...ports, checks }, request)
  if (tipIsGreen) verifier.trust(tip)
  for (const { result } of whole.merged) verifier.trust(result.greenTree)
  return withFlaky(ports, verifier, {
    ...(await findGreen({ merger, request, verifier, start, whole })),
    from,
  })
}

function openVerifier(ports: VerifyPorts, { wave, signal, deadline }: IntegrateRequest): Verifier {
  return createVerifier(ports, {
    ...{ name: `wave-${wave}`, signal },
    ...(deadline === undefined ? {} : { deadline }),
  })
}

/** When everybody has failed it may be nobody's fault: on a base that is red nobody's checks can be green. */
async function explainFailures(
  ports: IntegratePorts,
  request: IntegrateRequest,
): Promise<Integration> {
  const { tip, results, tipIsGreen = false } = request
  const batch: MergedBatch = { to: tip, merged: [], requeued: [] }
  const nobody: Integration = { from: tip, batch, ejected: [], checks: 'none' }
  const { checks } = ports
  const isSuspect = results.some(({ outcome }) => outcome === 'failed')
  if (!checks || tipIsGreen || !isSuspect) return nobody
  const verifier = openVerifier({ ...ports, checks }, request)
  try {
    const isGreen =
      (await verifier.isGreen(batch)) || (await verifier.isGreen(batch, { again: true }))
    if (!isGreen) return { ...nobody, checks: 'failed', redBase: verifier.reason(batch) }
  } catch (error) {
    if (!(error instanceof OutOfTime)) throw error
  }
  return withFlaky(ports, verifier, nobody)
}

function withFlaky(
  { progress }: IntegratePorts,
  verifier: Verifier,
  integration: Integration,
): Integration {
  const flaky = findFlaky(verifier.runs).map(
    ({ tree, ids, reason }): FlakyRun => ({ tree, ids: [...ids], reason }),
  )
  for (const run of flaky) progress({ is: 'flaky', ...run })
  return flaky.length > 0 ? { ...integration, flaky } : integration
}

function idsOf(results: readonly TaskResult[]): TaskId[] {
  return results.map(({ id }) => id)
}
