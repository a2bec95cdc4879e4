import { lstat, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import type { Repository } from '@wavefront/git'
import { withLock } from '@wavefront/locks'

/**
 * Only one run, or one clean-up, at a time in a repository, whichever of its checkouts it is typed
 * in: they share their branches. A run that crashed does not count.
 */
export async function whileAlone<R>(
  { top, gitDir }: Pick<Repository, 'top' | 'gitDir'>,
  act: () => Promise<R>,
): Promise<R> {
  await makeOwnFolder(join(top, '.wavefront'))
  const options = {
    waitMs: 0,
    busy: 'another run is at work in this repository',
    fix: 'wait for it',
  }
  return withLock(join(gitDir, 'wavefront.lock'), options, act)
}

/** What is in it is removed without asking, so it must be a folder of ours and lead nowhere else. */
async function makeOwnFolder(own: string): Promise<void> {
  const stats = await lstat(own).catch(() => undefined)
  if (stats && !stats.isDirectory()) {
    throw new UserError({
      what: 'this is where Wavefront keeps its worktrees and reports, and it is no plain folder',
      where: own,
      fix: 'move it out of the way: mv .wavefront .wavefront-old',
    })
  }
  await mkdir(own, { recursive: true })
  await writeFile(join(own, '.gitignore'), '*\n')
}
