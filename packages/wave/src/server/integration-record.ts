import type { TaskId } from '@wavefront/tasks'
import type { BaseUpdate, Integration } from '../integrate-wave.ts'
import { mergeBatch } from '../merge-batch.ts'
import type { CommitSha } from '../names.ts'
import type { Merger, TaskResult } from '../ports/index.ts'

/** What the job that verified tells the job that lands. Of all this only ids and the tree are believed. */
export interface IntegrationRecord {
  readonly from: CommitSha
  /** The tree that the checks were run on; none when nothing is to land. */
  readonly tree?: string
  readonly checks: Integration['checks']
  /** In the order in which they were merged. */
  readonly merged: readonly TaskId[]
  readonly requeued: readonly { readonly id: TaskId; readonly why: string }[]
  readonly ejected: readonly { readonly id: TaskId; readonly reason: string }[]
  readonly redBase?: string
  readonly update?:
    | { readonly is: 'merged'; readonly base: CommitSha }
    | Exclude<BaseUpdate, { is: 'merged' }>
}

export function recordIntegration(integration: Integration): IntegrationRecord {
  const { from, batch, checks, ejected, redBase, update } = integration
  return {
    ...{ from, checks },
    ...(batch.tree === undefined ? {} : { tree: batch.tree }),
    merged: batch.merged.map(({ result }) => result.id),
    requeued: batch.requeued.map(({ result, why }) => ({ id: result.id, why })),
    ejected: ejected.map(({ result, reason }) => ({ id: result.id, reason })),
    ...(redBase === undefined ? {} : { redBase }),
    ...(update === undefined
      ? {}
      : { update: update.is === 'merged' ? { is: 'merged', base: update.base } : update }),
  }
}

/**
 * The same integration, made again from the workers' own commits. The tree must come out as it was
 * verified; nobody's word is taken for what is in it.
 */
export async function repeatIntegration(
  merger: Merger,
  record: IntegrationRecord,
  results: readonly TaskResult[],
): Promise<Integration> {
  const { from, checks, redBase } = record
  const byId = new Map(results.map((result) => [result.id, result]))
  const find = (id: TaskId): TaskResult[] => {
    const result = byId.get(id)
    return result?.outcome === 'done' ? [result] : []
  }
  const onto = await repeatUpdate(merger, record)
  const batch = await mergeBatch(merger, onto?.commit ?? from, record.merged.flatMap(find))
  const tree = batch.tree ?? onto?.tree
  if (tree !== record.tree) {
    throw new Error(
      `merged again, the tree is ${tree ?? 'none'}, but ${record.tree ?? 'none'} is what was verified: nothing has been landed`,
    )
  }
  return {
    ...{ from, checks },
    batch: {
      ...batch,
      ...(tree === undefined ? {} : { tree }),
      requeued: record.requeued.flatMap(({ id, why }) =>
        find(id).map((result) => ({ result, why })),
      ),
    },
    ejected: record.ejected.flatMap(({ id, reason }) =>
      find(id).map((result) => ({ result, reason })),
    ),
    ...(redBase === undefined ? {} : { redBase }),
    ...(onto
      ? { update: onto.update }
      : record.update && record.update.is !== 'merged'
        ? { update: record.update }
        : {}),
  }
}

async function repeatUpdate(merger: Merger, { from, update }: IntegrationRecord) {
  if (update?.is !== 'merged') return undefined
  const { base } = update
  const merged = await merger.merge({ tip: from, commit: base, of: { is: 'base' } })
  if (merged.is === 'requeued') throw new Error(`the base cannot be merged again: ${merged.why}`)
  const { commit, tree, resolutions } = merged
  return { commit, tree, update: { is: 'merged', base, commit, resolutions } as const }
}
