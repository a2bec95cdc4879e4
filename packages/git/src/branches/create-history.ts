import {
  type BranchHistory,
  type CommitSha,
  isCommitSha,
  type SettledMerge,
  trailer,
} from '@wavefront/wave'
import { readBlobs } from '../blobs.ts'
import { readChanges } from '../changes.ts'
import { type Commit, readCommits } from '../commits.ts'
import { diffTrees } from '../diff-trees.ts'
import { tryGit } from '../exec/git.ts'
import { createMerger } from '../merge/create-merger.ts'
import type { MergerOptions } from '../merge/mix-trees.ts'
import { parseTrailers } from '../message.ts'
import type { Repository } from '../repository.ts'
import { parseTaskMark } from '../task-mark.ts'
import type { FeatureBranch } from './create-branches.ts'
import { isAncestor, readRef } from './refs.ts'

/** Manifests are small; whatever is larger is none. */
const textLimit = 500_000

/**
 * What the feature branch has done since it left its base. It is in no record of ours: git is asked each time,
 * and what was merged is merged again, in the same way.
 */
export function createHistory(
  repository: Repository,
  { feature, base }: FeatureBranch,
  merging: MergerOptions = {},
): BranchHistory {
  const readEnds = async () => {
    const [from, to] = await Promise.all([
      readRef(repository, `refs/heads/${base}`),
      readRef(repository, `refs/heads/${feature}`),
    ])
    return from && to ? { from, to } : undefined
  }
  return {
    async isOnBase(commit) {
      const tip = await readRef(repository, `refs/heads/${base}`)
      return tip !== undefined && isAncestor(repository, commit, tip)
    },
    async findLost(commits) {
      const names = [base, feature].map((branch) => `refs/heads/${branch}`)
      const tips = (await Promise.all(names.map((name) => readRef(repository, name)))).flatMap(
        (tip) => tip ?? [],
      )
      const lost: CommitSha[] = []
      for (const commit of commits) {
        const held = await Promise.all(tips.map((tip) => isAncestor(repository, commit, tip)))
        if (!held.includes(true)) lost.push(commit)
      }
      return lost
    },
    async readConflicts() {
      const ends = await readEnds()
      if (!ends) return []
      const args = ['--first-parent', '--merges', '--reverse', `${ends.from}..${ends.to}`, '--']
      const merges = (await readCommits(repository, args)).filter(isSettled)
      const settled: SettledMerge[] = []
      for (const merge of merges) settled.push(await mergeAgain(repository, merge, merging))
      return settled
    },
    async readChanges(isText) {
      const ends = await readEnds()
      const { stdout } = ends
        ? await tryGit(['merge-base', ends.from, ends.to], { cwd: repository.top })
        : { stdout: '' }
      const start = stdout.trim()
      if (!ends || !isCommitSha(start)) return []
      const changes = await readChanges(repository, start, ends.to)
      const wanted = (await diffTrees(repository, start, ends.to)).filter(({ path }) =>
        isText(path),
      )
      const objects = wanted.flatMap(({ before, after }) => [before, after])
      const blobs = await readBlobs(repository, objects, textLimit)
      const texts = new Map(
        wanted.map(({ path, before, after }) => [
          path,
          {
            before: blobs.get(before)?.toString() ?? '',
            after: blobs.get(after)?.toString() ?? '',
          },
        ]),
      )
      return changes.map(({ path, is }) => ({ path, is, ...texts.get(path) }))
    },
  }
}

function isSettled({ message }: Commit): boolean {
  return parseTrailers(message).has(trailer.conflicts)
}

/** The same merge is the same decisions, so they need not be written down. */
async function mergeAgain(
  repository: Repository,
  merge: Commit,
  merging: MergerOptions,
): Promise<SettledMerge> {
  const [tip, commit] = merge.parents
  const mark = parseTaskMark(merge.message)
  if (tip === undefined || commit === undefined) return { commit: merge.sha, resolutions: [] }
  const of = mark ? ({ is: 'task', ...mark } as const) : ({ is: 'base' } as const)
  const merged = await createMerger(repository, merging).merge({ tip, commit, of })
  return {
    commit: merge.sha,
    ...(mark && { task: mark.id, wave: mark.wave }),
    resolutions: merged.is === 'merged' ? merged.resolutions : [],
  }
}
