import {
  type CommitSha,
  isCommitSha,
  type Merged,
  type MergeRequest,
  type Merger,
  type Resolution,
  trailer,
} from '@wavefront/wave'
import { readCommit } from '../commits.ts'
import { tryGit } from '../exec/git.ts'
import { wavefront } from '../identity.ts'
import type { Repository } from '../repository.ts'
import { readTree, writeCommit } from '../write-commit.ts'
import { findDamagedJson } from './damaged-json.ts'
import { createLineage } from './lineage.ts'
import { mergeTrees } from './merge-trees.ts'
import { requeue } from './problem.ts'
import { settleAll } from './settle-all.ts'
import { findUnsettleable } from './unsettleable.ts'
import { writeTree } from './write-tree.ts'

/** Merges in memory, up the ladder from safe to blunt. The same request is always the same commit. */
export function createMerger(repository: Repository): Merger {
  const lineage = createLineage(repository)
  const done = doneIn(repository)
  return {
    async merge(request) {
      const key = keyOf(request)
      const known = done.get(key)
      if (known) return known
      const plain = await lineage.baseOf(request)
      const merged = await merge(
        repository,
        request,
        plain ?? (await findBase(repository, request)),
      )
      if (plain) lineage.note(request, merged)
      done.set(key, merged)
      return merged
    },
  }
}

/** What one step lands, the next one describes: it would be merged twice in a run. */
const merges = new WeakMap<Repository, Map<string, Merged>>()

function doneIn(repository: Repository): Map<string, Merged> {
  const done = merges.get(repository) ?? new Map<string, Merged>()
  merges.set(repository, done)
  return done
}

function keyOf({ tip, commit, of }: MergeRequest): string {
  return [tip, commit, ...(of.is === 'task' ? [of.id, of.wave, of.attempt] : [])].join(' ')
}

async function merge(
  repository: Repository,
  request: MergeRequest,
  base: CommitSha | undefined,
): Promise<Merged> {
  if (base === undefined) {
    return requeue([{ why: 'it has no history in common with the branch', paths: [] }])
  }
  if (base === request.commit) return asItIs(repository, request.tip)
  if (base === request.tip && request.of.is === 'base') return asItIs(repository, request.commit)
  return mergeOnto(repository, request, base)
}

async function mergeOnto(
  repository: Repository,
  request: MergeRequest,
  base: CommitSha,
): Promise<Merged> {
  const { tip, commit, of } = request
  const merged = await mergeTrees(repository, tip, commit)
  const unsettleable = findUnsettleable(merged)
  if (unsettleable.length > 0) return requeue(unsettleable)
  const { files, resolutions, problems } = await settleAll(
    repository,
    {
      siblings: { base, tip },
      task: { commit, ...(of.is === 'task' && { task: of.id }) },
    },
    merged.conflicts,
  )
  if (problems.length > 0) return requeue(problems)
  const tree = await writeTree(repository, merged.tree, files)
  const damaged = await findDamagedJson(repository, { merged, tree, tip, commit })
  if (damaged.length > 0) return requeue(damaged)
  return {
    is: 'merged',
    commit: await commitMerge(repository, request, tree, resolutions),
    tree,
    resolutions,
  }
}

async function findBase(
  repository: Repository,
  { tip, commit }: MergeRequest,
): Promise<CommitSha | undefined> {
  const { stdout } = await tryGit(['merge-base', tip, commit], { cwd: repository.top })
  const base = stdout.trim()
  return isCommitSha(base) ? base : undefined
}

async function asItIs(repository: Repository, commit: CommitSha): Promise<Merged> {
  return { is: 'merged', commit, tree: await readTree(repository, commit), resolutions: [] }
}

/** Dated by the commit that comes in, and by nobody in particular, so that a merge made twice is one commit. */
async function commitMerge(
  repository: Repository,
  { tip, commit, of }: MergeRequest,
  tree: string,
  resolutions: readonly Resolution[],
): Promise<CommitSha> {
  const merged = await readCommit(repository, commit)
  const isBlunt = resolutions.some(({ gaveWay }) => gaveWay !== undefined)
  const what = of.is === 'task' ? `task ${of.id}` : `base ${commit.slice(0, 12)}`
  const subject = `merge: ${what}${isBlunt ? ' (auto-resolved)' : ''}`
  const message = { subject, trailers: trailersOf(of, resolutions.length) }
  const at = merged?.at ?? new Date(0)
  return writeCommit(repository, { tree, parents: [tip, commit], message, by: wavefront, at })
}

function trailersOf(of: MergeRequest['of'], conflicts: number): Record<string, string> {
  const settled = conflicts > 0 ? { [trailer.conflicts]: String(conflicts) } : {}
  if (of.is === 'base') return settled
  return {
    [trailer.task]: of.id,
    [trailer.wave]: String(of.wave),
    [trailer.attempt]: String(of.attempt),
    ...settled,
  }
}
