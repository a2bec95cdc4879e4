import type { CommitSha, Merged, MergeRequest } from '@wavefront/wave'
import { readCommit } from '../commits.ts'
import type { Repository } from '../repository.ts'
import { type Changed, joinChanged, unchanged } from './changed.ts'

/** What merging one after another has made of a commit: it consists of the start's history and of these. */
interface Line {
  readonly start: CommitSha
  readonly has: ReadonlySet<CommitSha>
  /** What they have changed, or more. */
  readonly changed: Changed
}

/** Where a commit and the tip have parted, and what the tip has done since. */
export interface Parting {
  readonly base: CommitSha
  readonly ours: Changed
}

export interface Lineage {
  /** The parting, where it is plain. Where not, git has to walk the history. */
  partingOf(request: MergeRequest): Promise<Parting | undefined>
  /** After a merge whose parting was plain. */
  note(request: MergeRequest, merged: Merged, sides: Sides): void
}

interface Sides {
  readonly ours: Changed
  readonly theirs: Changed
}

/**
 * The tasks of a wave are children of one commit, and are merged onto it one after another. A child of a
 * line's start that is not in the line yet has that start as its merge base: it cannot be in the start's own
 * history, and what else the line has are other children and merges of ours.
 */
export function createLineage(repository: Repository): Lineage {
  const lines = new Map<CommitSha, Line>()
  const lineOf = (tip: CommitSha): Line =>
    lines.get(tip) ?? { start: tip, has: new Set(), changed: unchanged }
  return {
    async partingOf({ tip, commit }) {
      const { start, has, changed } = lineOf(tip)
      const [parent, ...others] = (await readCommit(repository, commit))?.parents ?? []
      const isPlain = parent === start && others.length === 0 && !has.has(commit)
      return isPlain ? { base: start, ours: changed } : undefined
    },
    note({ tip, commit }, merged, { ours, theirs }) {
      if (merged.is !== 'merged') return
      const { start, has } = lineOf(tip)
      const changed = joinChanged(ours, theirs)
      lines.set(merged.commit, { start, has: new Set([...has, commit]), changed })
    },
  }
}
