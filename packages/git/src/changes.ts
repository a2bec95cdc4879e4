import type { Change, CommitSha } from '@wavefront/wave'
import { git, gitBytes } from './exec/git.ts'
import type { Repository } from './repository.ts'

const nothing = '000000'

/** What a commit changes against another, file by file, with the sizes of what is new. */
export async function readChanges(
  repository: Repository,
  from: CommitSha | string,
  to: CommitSha | string,
): Promise<readonly Change[]> {
  const args = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames', from, to]
  const fields = (await git(args, { cwd: repository.top })).split('\0')
  const entries: { path: string; was: string; mode: string; object: string }[] = []
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [was = '', mode = '', , object = ''] = (fields[at] ?? '').slice(1).split(' ')
    entries.push({ path: fields[at + 1] ?? '', was, mode, object })
  }
  const sizes = await readSizes(
    repository,
    entries.filter(({ mode }) => mode.startsWith('100')).map(({ object }) => object),
  )
  return entries.map(({ path, was, mode, object }) => ({
    path,
    is: mode === nothing ? 'deleted' : was === nothing ? 'added' : 'modified',
    bytes: sizes.get(object) ?? 0,
  }))
}

async function readSizes(
  repository: Repository,
  objects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (objects.length === 0) return new Map()
  const input = objects.map((object) => `${object}\n`).join('')
  const output = await git(['cat-file', '--batch-check'], { cwd: repository.top, input })
  const lines = output.split('\n').map((line) => line.split(' '))
  return new Map(lines.map(([object = '', , size]) => [object, Number(size)]))
}

/** The same for people to read, and for `git apply`. */
export function readPatch(repository: Repository, from: CommitSha, to: CommitSha): Promise<Buffer> {
  const args = ['diff-tree', '-p', '--binary', '--no-ext-diff', '--no-textconv', from, to]
  return gitBytes(args, { cwd: repository.top })
}
