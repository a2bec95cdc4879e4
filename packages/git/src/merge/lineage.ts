import type { CommitSha, Merged, MergeRequest } from '@wavefront/wave'
import { readCommit } from '../commits.ts'
import type { Repository } from '../repository.ts'

/** What merging one after another has made of a commit: it consists of the start's history and of these. */
interface Line {
  readonly start: CommitSha
  readonly has: ReadonlySet<CommitSha>
}

export interface Lineage {
  /** The merge base, where it is plain. Where not, git has to walk the history. */
  baseOf(request: MergeRequest): Promise<CommitSha | undefined>
  /** After a merge whose base was plain. */
  note(request: MergeRequest, merged: Merged): void
}

/**
 * The tasks of a wave are children of one commit, and are merged onto it one after another. A child of a
 * line's start that is not in the line yet has that start as its merge base: it cannot be in the start's own
 * history, and what else the line has are other children and merges of ours.
 */
export function createLineage(repository: Repository): Lineage {
  const lines = new Map<CommitSha, Line>()
  const lineOf = (tip: CommitSha): Line => lines.get(tip) ?? { start: tip, has: new Set() }
  return {
    async baseOf({ tip, commit }) {
      const { start, has } = lineOf(tip)
      const [parent, ...others] = (await readCommit(repository, commit))?.parents ?? []
      return parent === start && others.length === 0 && !has.has(commit) ? start : undefined
    },
    note({ tip, commit }, merged) {
      const { start, has } = lineOf(tip)
      if (merged.is === 'merged')
        lines.set(merged.commit, { start, has: new Set([...has, commit]) })
    },
  }
}
