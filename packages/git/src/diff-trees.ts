import { git } from './exec/git.ts'
import type { Repository } from './repository.ts'

/** A path that differs between two trees; objects of nothing are all zeros. */
export interface ChangedFile {
  readonly path: string
  readonly before: string
  readonly after: string
}

export async function diffTrees(
  repository: Repository,
  before: string,
  after: string,
): Promise<readonly ChangedFile[]> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', before, after]
  const fields = (await git(args, { cwd: repository.top })).split('\0')
  const changed: ChangedFile[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    // `:100644 100644 <before> <after> M`
    const [, , before = '', after = ''] = (fields[at] ?? '').split(' ')
    changed.push({ path: fields[at + 1] ?? '', before, after })
  }
  return changed
}
