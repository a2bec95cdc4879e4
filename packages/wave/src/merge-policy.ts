import { UserError } from '@wavefront/errors'
import type { Merged, MergeRequest, Merger, Resolution } from './ports/index.ts'

/** What is done where the ladder would let somebody's lines give way. */
export interface MergePolicy {
  /**
   * `theirs`: the later task's lines stay, the others are recorded. `requeue`: the later task is done again.
   * `human`: its work is set aside for a person. `fail`: nothing of the batch lands.
   */
  readonly conflicts: 'theirs' | 'requeue' | 'human' | 'fail'
  /** Where more lines would give way than this, the task is done again. */
  readonly maxOverwrittenLines?: number
  /** `serialise`: of two tasks that have changed the same file, the later is done again. */
  readonly overlap: 'merge' | 'serialise'
}

/** A merger that keeps to a policy: what it does not allow is put back, with the reason. */
export function withMergePolicy(merger: Merger, policy: MergePolicy): Merger {
  return {
    async merge(request) {
      const merged = await merger.merge(request)
      return merged.is === 'merged' ? judge(merged, request, policy) : merged
    },
  }
}

function judge(
  merged: Extract<Merged, { is: 'merged' }>,
  { of }: MergeRequest,
  { conflicts, maxOverwrittenLines: most = Number.POSITIVE_INFINITY, overlap }: MergePolicy,
): Merged {
  const { shared, resolutions } = merged
  if (overlap === 'serialise' && of.is !== 'base' && shared.length > 0) {
    const why =
      'others that landed since it began have changed the same files, and `overlap: serialise` has it done again'
    return { is: 'requeued', why, paths: shared }
  }
  const blunt = resolutions.filter(({ gaveWay }) => gaveWay !== undefined)
  if (blunt.length === 0) return merged
  const paths = [...new Set(blunt.map(({ path }) => path))]
  const lines = countLines(blunt)
  const what = `${lines === 1 ? 'a line' : `${lines} lines`} of others would give way to it in ${paths.join(', ')}`
  if (conflicts === 'fail') throw stopped(what, of)
  if (conflicts === 'human') return { is: 'requeued', why: what, paths, isForPerson: true }
  if (conflicts === 'requeue') return { is: 'requeued', why: what, paths }
  if (lines <= most) return merged
  return { is: 'requeued', why: `${what}; \`max_overwritten_lines\` allows ${most}`, paths }
}

function countLines(resolutions: readonly Resolution[]): number {
  return resolutions.reduce((sum, { gaveWay }) => sum + (gaveWay?.lines.length ?? 0), 0)
}

function whose(of: MergeRequest['of']): string {
  if (of.is === 'task') return `task ${of.id}`
  return of.is === 'branch' ? of.name : 'the new commits of the base'
}

function stopped(what: string, of: MergeRequest['of']): UserError {
  return new UserError({
    what: `nothing is merged: ${what}`,
    where: whose(of),
    fix: 'merge it by hand, or write `conflicts: requeue` to have the task done again, or `conflicts: theirs`',
  })
}
