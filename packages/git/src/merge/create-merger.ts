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
import { compareTrees } from '../objects/compare-trees.ts'
import { objectsOf } from '../objects/objects.ts'
import { toText } from '../objects/tree.ts'
import type { Repository } from '../repository.ts'
import { writeCommit } from '../write-commit.ts'
import { type Changed, toChanged } from './changed.ts'
import { createLineage } from './lineage.ts'
import { type MergerOptions, type MergeSides, type MergeWork, mixTrees } from './mix-trees.ts'
import { requeue } from './problem.ts'

/** Merges in memory, up the ladder from safe to blunt. The same request is always the same commit. */
export function createMerger(repository: Repository, options: MergerOptions = {}): Merger {
  const lineage = createLineage(repository)
  const done = doneIn(repository)
  return {
    async merge(request) {
      const key = keyOf(request)
      const known = done.get(key)
      if (known) return known
      const plain = await lineage.partingOf(request)
      const base = plain?.base ?? (await findBase(repository, request))
      const sides = base && (await readSides(repository, request, { base, ours: plain?.ours }))
      const merged = await merge(repository, request, { sides, options })
      if (plain && sides) lineage.note(request, merged, sides)
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
  return [tip, commit, ...Object.values(of)].join(' ')
}

async function readSides(
  repository: Repository,
  { tip, commit }: MergeRequest,
  { base, ours }: { readonly base: CommitSha; readonly ours: Changed | undefined },
): Promise<MergeSides> {
  const objects = objectsOf(repository)
  const edits = await compareTrees(objects, base, commit)
  return {
    ...{ base, edits, theirs: toChanged(edits) },
    ours: ours ?? toChanged(await compareTrees(objects, base, tip)),
  }
}

async function merge(
  repository: Repository,
  request: MergeRequest,
  { sides, options }: MergeWork<MergeSides | undefined>,
): Promise<Merged> {
  if (sides === undefined) {
    return requeue([{ why: 'it has no history in common with the branch', paths: [] }])
  }
  const { base } = sides
  if (base === request.commit) return asItIs(repository, request.tip)
  if (base === request.tip && request.of.is === 'base') return asItIs(repository, request.commit)
  const mixed = await mixTrees(repository, request, { sides, options })
  if (mixed.problems.length > 0) return requeue(mixed.problems)
  const { tree, resolutions } = mixed
  return {
    is: 'merged',
    commit: await commitMerge(repository, request, tree, resolutions),
    ...{ tree, resolutions, shared: sharedPaths(sides) },
  }
}

function sharedPaths({ ours, theirs }: MergeSides): readonly string[] {
  return [...theirs.paths].filter((path) => ours.paths.has(path)).map(toText)
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
  const tree = await objectsOf(repository).findTree(commit)
  return { is: 'merged', commit, tree, resolutions: [], shared: [] }
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
  const subject = `merge: ${nameOf(of, commit)}${isBlunt ? ' (auto-resolved)' : ''}`
  const message = { subject, trailers: trailersOf(of, resolutions.length) }
  const at = merged?.at ?? new Date(0)
  return writeCommit(repository, { tree, parents: [tip, commit], message, by: wavefront, at })
}

function nameOf(of: MergeRequest['of'], commit: CommitSha): string {
  if (of.is === 'task') return `task ${of.id}`
  return of.is === 'branch' ? `branch ${of.name}` : `base ${commit.slice(0, 12)}`
}

function trailersOf(of: MergeRequest['of'], conflicts: number): Record<string, string> {
  const settled = conflicts > 0 ? { [trailer.conflicts]: String(conflicts) } : {}
  if (of.is !== 'task') return settled
  return {
    [trailer.task]: of.id,
    [trailer.wave]: String(of.wave),
    [trailer.attempt]: String(of.attempt),
    ...settled,
  }
}
