import { randomUUID } from 'node:crypto'
import { open, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { UserError } from '@wavefront/errors'
import type { Disk } from './disk.ts'

/**
 * Puts a text in a file's place, all or nothing: whatever goes wrong, the old file is whole.
 * A link is written through, and the file's mode stays. One writer at a time.
 */
export async function replaceFile(path: string, text: string, disk: Disk): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const mode = await stat(target).then(
    (stats) => stats.mode & 0o7777,
    () => 0o644,
  )
  await removeDrafts(target)
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`)
  try {
    await disk.create(draft, Buffer.from(text), mode)
    await disk.rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    throw explain(error, path)
  }
  await syncDirectory(dirname(target))
}

/** Those of writers that were killed. Best effort: they only lie about. */
async function removeDrafts(target: string): Promise<void> {
  const names = await readdir(dirname(target)).catch(() => [])
  const isDraft = (name: string) =>
    name.startsWith(`.${basename(target)}.`) && /\.[0-9a-f-]{36}\.tmp$/.test(name)
  for (const name of names.filter(isDraft))
    await rm(join(dirname(target), name), { force: true }).catch(() => {})
}

/** Best effort: not every system lets a directory be opened. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => undefined)
  await directory?.sync().catch(() => {})
  await directory?.close()
}

function explain(error: unknown, path: string): unknown {
  const remedy = remedies.get((error as NodeJS.ErrnoException).code ?? '')
  if (!remedy) return error
  const what = `the task store cannot be written: ${remedy.what}; the old file is untouched`
  return new UserError({ what, where: path, fix: remedy.fix }, { cause: error })
}

const readOnly = {
  what: 'no permission',
  fix: 'give yourself write permission to the file and its directory, or run as their owner',
}
const full = { what: 'the disk is full', fix: 'free some space and run the same command again' }

const remedies = new Map([
  ['ENOSPC', full],
  ['EDQUOT', { ...full, what: 'your disk quota is used up' }],
  ['EACCES', readOnly],
  ['EPERM', readOnly],
  [
    'EROFS',
    { what: 'its file system is read-only', fix: 'work in a checkout on a writable file system' },
  ],
])
