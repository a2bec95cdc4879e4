import { UserError } from '@wavefront/errors'
import type { TaskId } from '@wavefront/tasks'
import type { BaseUpdate, FlakyRun, Integration } from '../integrate-wave.ts'
import { mergeBatch } from '../merge-batch.ts'
import type { CommitSha } from '../names.ts'
import type { Merger, TaskResult } from '../ports/index.ts'
import type { PreparedWave } from '../prepare-wave.ts'

/** What the job that verified tells the job that lands. Of all this only ids and the tree are believed. */
export interface IntegrationRecord {
  readonly from: CommitSha
  /** The tree that the checks were run on; none when nothing is to land. */
  readonly tree?: string
  readonly checks: Integration['checks']
  /** In the order in which they were merged. */
  readonly merged: readonly TaskId[]
  readonly requeued: readonly {
    readonly id: TaskId
    readonly why: string
    readonly paths?: readonly string[]
    readonly isForPerson?: true
  }[]
  readonly ejected: readonly { readonly id: TaskId; readonly reason: string }[]
  readonly redBase?: string
  readonly stopped?: string
  readonly flaky?: readonly FlakyRun[]
  readonly unverified?: readonly TaskId[]
  readonly update?:
    | { readonly is: 'merged'; readonly base: CommitSha }
    | Exclude<BaseUpdate, { is: 'merged' }>
}

export function recordIntegration(integration: Integration): IntegrationRecord {
  const { from, batch, checks, ejected, redBase, stopped, flaky, unverified, update } = integration
  return {
    ...{ from, checks },
    ...(batch.tree === undefined ? {} : { tree: batch.tree }),
    merged: batch.merged.map(({ result }) => result.id),
    requeued: batch.requeued.map(({ result, ...about }) => ({ id: result.id, ...about })),
    ejected: ejected.map(({ result, reason }) => ({ id: result.id, reason })),
    ...(redBase === undefined ? {} : { redBase }),
    ...(stopped === undefined ? {} : { stopped }),
    ...(flaky === undefined ? {} : { flaky }),
    ...(unverified === undefined ? {} : { unverified: unverified.map(({ id }) => id) }),
    ...(update === undefined
      ? {}
      : { update: update.is === 'merged' ? { is: 'merged', base: update.base } : update }),
  }
}

/** What the job that lands knows for itself. */
export interface Known {
  readonly prepared: Pick<PreparedWave, 'base' | 'landed' | 'graph' | 'attempts'>
  /** Those that still count. */
  readonly results: readonly TaskResult[]
  /** The legs of this wave. */
  readonly expected: readonly TaskId[]
  /** Is a commit on the base branch? */
  readonly isOnBase: (commit: CommitSha) => Promise<boolean>
}

/**
 * The same integration, made again from the workers' own commits. The tree must come out as it was
 * verified; nobody's word is taken for what is in it. When the same has landed already, as in a job that
 * is run again, there is nothing left to merge.
 */
export async function repeatIntegration(
  merger: Merger,
  record: IntegrationRecord,
  { prepared, results, expected, isOnBase }: Known,
): Promise<Integration> {
  const { from, checks, redBase, stopped, flaky, unverified } = record
  const byId = new Map(results.map((result) => [result.id, result]))
  const find = (id: TaskId): TaskResult[] => {
    const result = byId.get(id)
    return result?.outcome === 'done' ? [result] : []
  }
  const requeued = record.requeued.flatMap(({ id, ...about }) =>
    find(id).map((result) => ({ result, ...about })),
  )
  const ejected = record.ejected.flatMap(({ id, reason }) =>
    find(id).map((result) => ({ result, reason })),
  )
  if (hasLanded(record, prepared, byId)) {
    const { base: to } = prepared
    return { from: to, checks, ejected, batch: { to, merged: [], requeued } }
  }
  if (isOutdated(record, prepared, { results, expected })) {
    const batch = { to: from, merged: [], requeued: [] }
    return { from, checks, batch, ejected: [], isOutdated: true }
  }
  const onto = await repeatUpdate(merger, record, isOnBase)
  const batch = await mergeBatch(merger, onto?.commit ?? from, record.merged.flatMap(find))
  const tree = batch.tree ?? onto?.tree
  if (tree !== record.tree) throw notWhatWasVerified(tree, record)
  return {
    ...{ from, checks, ejected },
    batch: { ...batch, ...(tree === undefined ? {} : { tree }), requeued },
    ...(redBase === undefined ? {} : { redBase }),
    ...(stopped === undefined ? {} : { stopped }),
    ...(flaky === undefined ? {} : { flaky }),
    ...(unverified === undefined ? {} : { unverified: unverified.flatMap(find) }),
    ...(onto
      ? { update: onto.update }
      : record.update && record.update.is !== 'merged'
        ? { update: record.update }
        : {}),
  }
}

/** A landing is one push, so that all of it is there or nothing. */
function hasLanded(
  { merged }: IntegrationRecord,
  { landed }: Known['prepared'],
  current: ReadonlyMap<TaskId, TaskResult>,
): boolean {
  const there = new Set(landed.map(({ id }) => id))
  return merged.length > 0 && merged.every((id) => there.has(id) && !current.has(id))
}

/** Somebody has closed or paused a task of this wave since it was verified, so what was verified cannot be made any more. */
function isOutdated(
  { merged }: IntegrationRecord,
  { graph, landed, attempts }: Known['prepared'],
  { results, expected }: Pick<Known, 'results' | 'expected'>,
): boolean {
  const current = new Set(results.map(({ id }) => id))
  const there = new Set(landed.map(({ id }) => id))
  const missing = merged.filter((id) => !current.has(id))
  const hasLandedOnce = (id: TaskId) => attempts.get(id)?.some(({ end }) => end === 'landed')
  const isTakenBack = (id: TaskId) =>
    expected.includes(id) &&
    graph.find(id)?.state !== 'open' &&
    !there.has(id) &&
    !hasLandedOnce(id)
  return missing.length > 0 && missing.every(isTakenBack)
}

function notTheBase(commit: CommitSha): UserError {
  return new UserError({
    what: `what was verified is said to have the base's commit ${commit.slice(0, 12)} in it, which is not on the base, so nothing has been landed`,
    where: 'integration',
    fix: 'run the whole workflow again if the base was rewound meanwhile. If it was not, look at what ran in the job that verifies: somebody has changed its result',
  })
}

function notWhatWasVerified(tree: string | undefined, record: IntegrationRecord): UserError {
  return new UserError({
    what: `merged again, the tree is ${tree ?? 'none'}, but ${record.tree ?? 'none'} is what was verified, so nothing has been landed`,
    where: 'integration',
    fix: 'run the whole workflow again: since it was verified somebody may have deleted the branch. With a `resolver`, both jobs need the same one on their runners. Else look at what ran in the job that verifies',
  })
}

/** The record comes from a job that ran strangers' code, which could name any commit that a worker has brought. */
async function repeatUpdate(
  merger: Merger,
  { from, update }: IntegrationRecord,
  isOnBase: Known['isOnBase'],
) {
  if (update?.is !== 'merged') return undefined
  const { base } = update
  if (!(await isOnBase(base))) throw notTheBase(base)
  const merged = await merger.merge({ tip: from, commit: base, of: { is: 'base' } })
  if (merged.is === 'requeued') throw new Error(`the base cannot be merged again: ${merged.why}`)
  const { commit, tree, resolutions } = merged
  return { commit, tree, update: { is: 'merged', base, commit, resolutions } as const }
}
