import { type Change, type CommitSha, commitSha } from '@wavefront/wave'
import { git, gitBytes } from './exec/git.ts'
import type { Repository } from './repository.ts'

const nothing = '000000'
const submodule = '160000'

/** What a commit changes against another, file by file, with the sizes of what is new. */
export async function readChanges(
  repository: Repository,
  from: CommitSha | string,
  to: CommitSha | string,
): Promise<readonly Change[]> {
  const fields = (await git([...diffTree, from, to], { cwd: repository.top })).split('\0')
  const entries = takeEntries(fields)
  const sizes = await readSizes(repository, entries)
  return entries.map((entry) => toChange(entry, sizes))
}

/** The same for many commits against one, with git started twice for all of them. */
export async function readAllChanges(
  repository: Repository,
  from: CommitSha,
  commits: readonly CommitSha[],
): Promise<ReadonlyMap<CommitSha, readonly Change[]>> {
  if (commits.length === 0) return new Map()
  const input = commits.map((to) => `${to} ${from}\n`).join('')
  const output = await git([...diffTree, '--stdin'], { cwd: repository.top, input })
  const fields = output.split('\0')
  const entries = new Map(commits.map((to): [CommitSha, Entry[]] => [to, []]))
  while (fields.length > 1) entries.set(commitSha(fields.shift() ?? ''), takeEntries(fields))
  const sizes = await readSizes(repository, [...entries.values()].flat())
  return new Map([...entries].map(([to, all]) => [to, all.map((entry) => toChange(entry, sizes))]))
}

const diffTree = ['diff-tree', '-r', '-z', '--raw', '--no-abbrev', '--no-renames']

interface Entry {
  readonly path: string
  readonly was: string
  readonly mode: string
  readonly object: string
}

/** `:<mode> <mode> <object> <object> <status>` and the path, as long as there are such pairs. */
function takeEntries(fields: string[]): Entry[] {
  const end = fields.findIndex((field, at) => at % 2 === 0 && !field.startsWith(':'))
  const taken = fields.splice(0, end < 0 ? fields.length : end)
  const entries: Entry[] = []
  for (let at = 0; at + 1 < taken.length; at += 2) {
    const [was = '', mode = '', , object = ''] = (taken[at] ?? '').slice(1).split(' ')
    entries.push({ path: taken[at + 1] ?? '', was, mode, object })
  }
  return entries
}

function toChange({ path, was, mode, object }: Entry, sizes: ReadonlyMap<string, number>): Change {
  return {
    path,
    is: mode === nothing ? 'deleted' : was === nothing ? 'added' : 'modified',
    bytes: sizes.get(object) ?? 0,
  }
}

async function readSizes(
  repository: Repository,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, number>> {
  const objects = entries
    .filter(({ mode }) => mode !== nothing && mode !== submodule)
    .map(({ object }) => object)
  if (objects.length === 0) return new Map()
  const input = objects.map((object) => `${object}\n`).join('')
  const output = await git(['cat-file', '--batch-check'], { cwd: repository.top, input })
  const lines = output.split('\n').map((line) => line.split(' '))
  return new Map(lines.map(([object = '', , size]) => [object, Number(size)]))
}

/** The same for people to read, and for `git apply`. */
export function readPatch(
  repository: Repository,
  from: CommitSha,
  to: CommitSha | string,
): Promise<Buffer> {
  const args = ['diff-tree', '-p', '--binary', '--no-ext-diff', '--no-textconv', from, to]
  return gitBytes(args, { cwd: repository.top })
}
