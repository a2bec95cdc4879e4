import { type FileHandle, open, readFile, rm, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Problem, UserError } from '@wavefront/errors'
import { isDead, type Owner, parseOwner, thisProcess } from './owner.ts'

export interface LockOptions {
  /** How long to wait for another holder, in milliseconds. */
  readonly waitMs: number
  /** What is going on there, for whoever is kept out: `another run is at work here`. */
  readonly busy: string
  /** What they can do, besides deleting the file of a process that is gone. */
  readonly fix: string
}

/** Does something while no other process, and nobody else in this one, holds the lock. */
export async function withLock<R>(
  path: string,
  options: LockOptions,
  act: () => Promise<R>,
): Promise<R> {
  await acquire(path, options)
  try {
    return await act()
  } finally {
    await rm(path, { force: true })
  }
}

async function acquire(path: string, options: LockOptions): Promise<void> {
  const deadline = Date.now() + options.waitMs
  while (!(await tryCreate(path))) {
    const owner = await readOwner(path)
    if (owner && isDead(owner)) await removeStale(path, owner)
    else if (Date.now() >= deadline) throw stillHeld(path, owner, options)
    else await sleep(25)
  }
}

async function tryCreate(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx')
    await sign(file).catch(async (error) => {
      // An empty lock would keep everybody out for good.
      await rm(path, { force: true })
      throw error
    })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    throw new UserError(cannotLock(path, code), { cause: error })
  }
}

async function sign(file: FileHandle): Promise<void> {
  await file.writeFile(thisProcess()).finally(() => file.close())
}

async function readOwner(path: string): Promise<Owner | undefined> {
  return parseOwner(await readFile(path, 'utf8').catch(() => ''))
}

/**
 * Two who find the same stale lock must not remove each other's new one. So whoever removes it
 * holds a second lock meanwhile, and looks again once it has that.
 */
async function removeStale(path: string, dead: Owner): Promise<void> {
  const guard = `${path}.takeover`
  if (!(await tryCreate(guard))) {
    await forgetOldGuard(guard)
    await sleep(25)
    return
  }
  try {
    const owner = await readOwner(path)
    if (owner?.pid === dead.pid && owner.host === dead.host) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}

/** A guard is held for milliseconds: one that is seconds old is a crash's. */
async function forgetOldGuard(guard: string): Promise<void> {
  const stats = await stat(guard).catch(() => undefined)
  if (stats && Date.now() - stats.mtimeMs > 10_000) await rm(guard, { force: true })
}

function cannotLock(path: string, code = 'unknown error'): Problem {
  const fix = 'see that its folder exists, that you may write to it, and that its disk is not full'
  return { what: `no lock can be made here (${code})`, where: path, fix }
}

function stillHeld(path: string, owner: Owner | undefined, { busy, fix }: LockOptions): UserError {
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'an unknown process'
  return new UserError({
    what: `${busy} (${who})`,
    where: path,
    fix: `${fix}; if no such process runs any more, delete this file`,
  })
}
