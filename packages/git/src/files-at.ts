import type { CommitSha } from '@wavefront/wave'
import { git, tryGit } from './exec/git.ts'
import { wavefront } from './identity.ts'
import { writeBlob, writeTree } from './merge/write-tree.ts'
import type { Repository } from './repository.ts'
import { writeCommit } from './write-commit.ts'

/** A file's text in a commit; nothing where there is no such file. */
export async function readFileAt(
  repository: Repository,
  commit: CommitSha,
  path: string,
): Promise<string | undefined> {
  const { code, stdout } = await tryGit(['cat-file', 'blob', `${commit}:${path}`], {
    cwd: repository.top,
  })
  return code === 0 ? stdout : undefined
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
  const versions = new Map<string, { mode: string; object: string }>()
  for (const [path, text] of files)
    versions.set(path, { mode: '100644', object: await writeBlob(repository, text) })
  const tree = await writeTree(repository, parent ?? emptyTree, versions)
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
