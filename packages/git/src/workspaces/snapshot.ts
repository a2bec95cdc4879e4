import { access, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommitSha, Snapshot } from '@wavefront/wave'
import { readBlobs } from '../blobs.ts'
import { hasNewMarkers } from '../conflict-markers.ts'
import { type ChangedFile, diffTrees } from '../diff-trees.ts'
import { type GitOptions, git } from '../exec/git.ts'
import { ours, type Repository } from '../repository.ts'
import { readForced } from './forced.ts'
import { isGone } from './gone.ts'
import { findNested } from './nested.ts'
import { ownIndex, type Place, passOver } from './place.ts'

/**
 * All that differs from `at` as a tree, built in an index of our own on the shared git directory:
 * the agent's commits, branches and index, and whatever it broke of them, play no part.
 */
export async function takeSnapshot(
  repository: Repository,
  place: Place,
  at: CommitSha,
): Promise<Snapshot> {
  if (await isGone(place.dir)) return { is: 'gone' }
  const tree = await withOwnIndex(repository, place, at, (options) => addAll(place, options))
  const changed = await diffTrees(repository, at, tree)
  if (changed.length === 0) return { is: 'unchanged' }
  const conflicted = await findConflicted(repository, changed)
  return { is: 'changed', tree, files: changed.map(({ path }) => path), conflicted }
}

async function withOwnIndex<T>(
  repository: Repository,
  place: Place,
  at: CommitSha,
  work: (options: GitOptions) => Promise<T>,
): Promise<T> {
  const env = { GIT_DIR: repository.gitDir, GIT_WORK_TREE: place.dir }
  const isThere = await access(ownIndex(place)).then(
    () => true,
    () => false,
  )
  if (isThere) return work({ cwd: place.dir, env: { ...env, GIT_INDEX_FILE: ownIndex(place) } })
  const temporary = await mkdtemp(join(tmpdir(), 'wavefront-index-'))
  try {
    const options = { cwd: place.dir, env: { ...env, GIT_INDEX_FILE: join(temporary, 'index') } }
    await git(['read-tree', at], options)
    return await work(options)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Brings everything into the index, but for what is ours, and gives the tree. */
async function addAll(place: Place, options: GitOptions): Promise<string> {
  const nested = await findNested(place.dir, options)
  const others = nested.map(({ dir }) => `:(exclude,top,literal)${dir}`)
  const pathspecs = ['.', ...ours.flatMap(leaveOut), ...others, ...passOver(place.others?.files)]
  const fromInput = ['--pathspec-from-file=-', '--pathspec-file-nul']
  const input = pathspecs.join('\0')
  await git(['-c', 'core.safecrlf=false', 'add', '-A', ...fromInput], { ...options, input })
  const isLeft = (path: string) => place.others?.files.some((own) => path.startsWith(own)) ?? false
  await addFiles(
    nested.filter(({ dir }) => !isLeft(dir)).flatMap(({ files }) => files),
    options,
  )
  await addFiles(await readForced(place, options), options)
  return (await git(['write-tree'], options)).trim()
}

/** A pattern and not the path itself: git fails on a path that is ignored, even where it is to be left out. */
function leaveOut(own: string): readonly string[] {
  const pattern = own.replace(/^\./, '[.]')
  return [`:(exclude,top,glob)${pattern.slice(0, -1)}`, `:(exclude,top,glob)${pattern}**`]
}

/** File by file, which ignores neither nested repositories nor ignored files. */
async function addFiles(files: readonly string[], options: GitOptions): Promise<void> {
  if (files.length === 0) return
  const input = files.map((file) => `${file}\0`).join('')
  await git(['update-index', '--add', '-z', '--stdin'], { ...options, input })
}

async function findConflicted(
  repository: Repository,
  changed: readonly ChangedFile[],
): Promise<readonly string[]> {
  const objects = changed.flatMap(({ before, after }) => [before, after])
  const blobs = await readBlobs(repository, objects, textLimit)
  const read = (object: string) => blobs.get(object)?.toString('utf8') ?? ''
  const isConflicted = ({ before, after }: ChangedFile) =>
    hasNewMarkers(read(after), [read(before)])
  return changed.filter(isConflicted).map(({ path }) => path)
}

/** Nobody leaves conflict markers in larger files. */
const textLimit = 5_000_000
