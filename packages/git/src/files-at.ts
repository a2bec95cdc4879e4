import type { CommitSha } from '@wavefront/wave'
import { git } from './exec/git.ts'
import { wavefront } from './identity.ts'
import { editTree } from './objects/edit-tree.ts'
import { objectsOf } from './objects/objects.ts'
import { toBytes, type Version } from './objects/tree.ts'
import type { Repository } from './repository.ts'
import { writeCommit } from './write-commit.ts'

/** A file's text in a commit or a tree; nothing where there is no such file. */
export async function readFileAt(
  repository: Repository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const objects = objectsOf(repository)
  const version = await objects.find(commit, toBytes(path))
  const file = version && (await objects.read(version.object))
  return file?.type === 'blob' ? file.content.toString('utf8') : undefined
}

/** The plain files below a directory of a commit, by their whole paths. */
export async function listFilesAt(
  repository: Repository,
  commit: CommitSha,
  dir: string,
): Promise<readonly string[]> {
  const args = ['ls-tree', '-r', '-z', commit, '--', `${dir}/`]
  const entries = (await git(args, { cwd: repository.top })).split('\0')
  return entries.flatMap((entry) =>
    entry.startsWith('100') ? [entry.slice(entry.indexOf('\t') + 1)] : [],
  )
}

export interface FilesCommit {
  /** The commit that the files are changed in; without one it is the first of a branch. */
  readonly parent?: CommitSha
  readonly files: ReadonlyMap<string, string>
  readonly subject: string
  readonly at: Date
}

/** A commit with some files replaced; everything else in the parent stays. */
export async function commitFiles(
  repository: Repository,
  { parent, files, subject, at }: FilesCommit,
): Promise<CommitSha> {
  const objects = objectsOf(repository)
  const versions = new Map<string, Version>()
  for (const [path, text] of files)
    versions.set(toBytes(path), { mode: '100644', object: await objects.write('blob', text) })
  const tree = await editTree(objects, parent ?? emptyTree, versions)
  const parents = parent === undefined ? [] : [parent]
  return writeCommit(repository, {
    tree,
    parents,
    at,
    message: { subject, trailers: {} },
    by: wavefront,
  })
}

/** Known to every git without being stored. */
const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'
