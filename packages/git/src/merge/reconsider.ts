import type { Resolution } from '@wavefront/wave'
import { readBlobs } from '../blobs.ts'
import { objectsOf } from '../objects/objects.ts'
import { isDirectory, toBytes, type Version } from '../objects/tree.ts'
import type { Repository } from '../repository.ts'
import type { MergeAttribute } from './attributes/merge-attribute.ts'
import { decodeText } from './encoding.ts'
import { isLockFile } from './locks/lock-files.ts'
import type { Conflict, MergedTrees } from './merge-trees.ts'
import { findDamage, isChecked } from './sanity.ts'

/** The commits of a merge. */
export interface MergedCommits {
  readonly base: string
  readonly tip: string
  readonly commit: string
}

/** The paths that git merged line by line, and in which it found no conflict. */
export function automaticPaths({ conflicts, notices }: MergedTrees): readonly string[] {
  const inConflict = new Set(conflicts.map(({ path }) => path))
  const merged = notices.flatMap(({ type, paths }) => (type === 'Auto-merging' ? paths : []))
  return [...new Set(merged)].filter((path) => !inConflict.has(path))
}

/**
 * What git has merged by itself and yet is to go up the ladder: lock files, files that the attributes want
 * merged whole, and those that two clean edits have damaged, as by a comma too many. A file that a side
 * knows by another name is left as it is; whether it is damaged is still to be seen.
 */
export async function reconsider(
  repository: Repository,
  merged: MergedTrees,
  commits: MergedCommits,
  attributes: ReadonlyMap<string, MergeAttribute> = new Map(),
): Promise<readonly Conflict[]> {
  const paths = automaticPaths(merged)
  const named = paths.filter((path) => isLockFile(path) || isWhole(attributes.get(path)))
  const others = paths.filter((path) => isChecked(path) && !named.includes(path))
  if (named.length + others.length === 0) return []
  const conflicts = await readConflicts(repository, commits, [...named, ...others])
  const damaged = await findDamaged(repository, merged.tree, conflicts, others)
  return conflicts.filter(({ path }) => named.includes(path) || damaged.has(path))
}

/** What merges cleanly is the same under `union`, and a driver is not run. */
function isWhole(attribute: MergeAttribute | undefined): boolean {
  return attribute?.is === 'whole'
}

/** Files that git merged by itself, and for which somebody wants a driver to do it. */
export function tellIgnoredDrivers(
  merged: MergedTrees,
  attributes: ReadonlyMap<string, MergeAttribute>,
): readonly Resolution[] {
  const paths = automaticPaths(merged).filter((path) => attributes.get(path)?.is === 'driver')
  return paths.map((path) => ({ path, step: 'driver-ignored' }))
}

async function readConflicts(
  repository: Repository,
  { base, tip, commit }: MergedCommits,
  paths: readonly string[],
): Promise<readonly Conflict[]> {
  const trees = [base, tip, commit].map((tree) => readVersions(repository, tree, paths))
  const [before, own, incoming] = await Promise.all(trees)
  return paths.flatMap((path) => {
    const [base, ours, theirs] = [before, own, incoming].map((versions) => versions?.get(path))
    return base && ours && theirs ? [{ path, base, ours, theirs }] : []
  })
}

/** The files there are by these names. */
async function readVersions(
  repository: Repository,
  commit: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Version>> {
  const objects = objectsOf(repository)
  const versions = new Map<string, Version>()
  for (const path of paths) {
    const found = await objects.find(commit, toBytes(path))
    if (found && !isDirectory(found)) versions.set(path, found)
  }
  return versions
}

async function findDamaged(
  repository: Repository,
  tree: string,
  conflicts: readonly Conflict[],
  paths: readonly string[],
): Promise<ReadonlySet<string>> {
  const suspects = conflicts.filter(({ path }) => paths.includes(path))
  const results = await readVersions(
    repository,
    tree,
    suspects.map(({ path }) => path),
  )
  const versions = suspects.flatMap(({ path, ours, theirs }) => [ours, theirs, results.get(path)])
  const objects = versions.flatMap((version) => version?.object ?? [])
  const contents = await readBlobs(repository, objects, longest)
  const read = (version: Version | undefined) => {
    const bytes = version && contents.get(version.object)
    return (bytes && decodeText(bytes)?.content) ?? ''
  }
  const damaged = suspects.filter(({ path, ours, theirs }) => {
    const sources = [ours, theirs].map(read)
    return findDamage({ path, sources, content: read(results.get(path)) }) !== undefined
  })
  return new Set(damaged.map(({ path }) => path))
}

const longest = 5_000_000
