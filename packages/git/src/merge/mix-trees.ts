import type { CommitSha, MergeRequest, Resolution } from '@wavefront/wave'
import type { Edit } from '../objects/compare-trees.ts'
import { editTree } from '../objects/edit-tree.ts'
import { objectsOf } from '../objects/objects.ts'
import { toBytes, toText, type Version } from '../objects/tree.ts'
import type { Repository } from '../repository.ts'
import { readMergeAttributes } from './attributes/read-attributes.ts'
import { type Changed, findCollisions } from './changed.ts'
import { findDamagedFiles } from './find-damaged.ts'
import { type Regenerate, regenerateLocks } from './locks/regenerate-locks.ts'
import { mergeApart } from './merge-apart.ts'
import { mergeTrees } from './merge-trees.ts'
import type { MergeProblem } from './problem.ts'
import { automaticPaths, reconsider, tellIgnoredDrivers } from './reconsider.ts'
import { settleAll } from './settle-all.ts'
import type { SettleOptions } from './settle-conflict.ts'
import { findUnsettleable } from './unsettleable.ts'

/** What both sides have done since they parted. */
export interface MergeSides {
  readonly base: CommitSha
  readonly ours: Changed
  readonly theirs: Changed
  readonly edits: readonly Edit[]
}

export interface MergerOptions extends Omit<SettleOptions, 'attributes'> {
  /** Makes lock files anew for a merged tree; without it, they are taken whole from the task. */
  readonly regenerate?: Regenerate
}

export interface MergeWork<T> {
  readonly sides: T
  readonly options: MergerOptions
}

export interface MixedTrees {
  readonly tree: string
  readonly resolutions: readonly Resolution[]
  readonly problems: readonly MergeProblem[]
}

/** Two sides as one tree, and how that came about. */
export async function mixTrees(
  repository: Repository,
  request: MergeRequest,
  { sides, options }: MergeWork<MergeSides>,
): Promise<MixedTrees> {
  const collisions = findCollisions(sides.ours, sides.theirs)
  if (collisions.length > 0) return { tree: '', resolutions: [], problems: [collide(collisions)] }
  return settleTrees(repository, request, { sides, options })
}

function collide(paths: readonly string[]): MergeProblem {
  const why =
    'the branch has got the same name in other letters meanwhile, which some machines take for one'
  return { why, paths: paths.map(toText) }
}

async function settleTrees(
  repository: Repository,
  { tip, commit, of }: MergeRequest,
  { sides, options }: MergeWork<MergeSides>,
): Promise<MixedTrees> {
  const { base } = sides
  const apart = await mergeApart(objectsOf(repository), tip, sides)
  const merged = apart ?? (await mergeTrees(repository, tip, commit))
  const unsettleable = findUnsettleable(merged)
  if (unsettleable.length > 0) return { tree: '', resolutions: [], problems: unsettleable }
  const authors = {
    siblings: { base, tip },
    task: { commit, ...(of.is === 'task' && { task: of.id }) },
  }
  const paths = [...merged.conflicts.map(({ path }) => path), ...automaticPaths(merged)]
  const attributes = await readMergeAttributes(repository, tip, paths)
  const again = await reconsider(repository, merged, { base, tip, commit }, attributes)
  const settled = await settleAll(repository, authors, [...merged.conflicts, ...again], {
    ...options,
    attributes,
  })
  const { files, problems } = settled
  const resolutions = [...settled.resolutions, ...tellIgnoredDrivers(merged, attributes)]
  if (problems.length > 0) return { tree: '', resolutions, problems }
  const replaced = new Map([...files].map(([path, version]) => [toBytes(path), version]))
  const tree = await editTree(objectsOf(repository), merged.tree, replaced)
  const damaged = await findDamagedFiles(repository, { merged, tree, tip, commit })
  return { ...(await makeLocks(repository, { tree, resolutions }, options)), problems: damaged }
}

/** Last of all, because a lock file is made from the other files. */
async function makeLocks(
  repository: Repository,
  { tree, resolutions }: Omit<MixedTrees, 'problems'>,
  { regenerate }: MergerOptions,
): Promise<Omit<MixedTrees, 'problems'>> {
  if (!regenerate) return { tree, resolutions }
  const objects = objectsOf(repository)
  const made = await regenerateLocks(tree, resolutions, regenerate)
  const replaced = new Map<string, Version>()
  for (const [path, content] of made.files) {
    const object = await objects.write('blob', Buffer.from(content))
    replaced.set(toBytes(path), { mode: '100644', object })
  }
  return { tree: await editTree(objects, tree, replaced), resolutions: made.resolutions }
}
