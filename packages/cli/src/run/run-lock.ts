import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '@wavefront/locks'

/** Only one run, or one clean-up, at a time in a repository; a run that crashed does not count. */
export async function whileAlone<R>(
  { top }: { readonly top: string },
  act: () => Promise<R>,
): Promise<R> {
  const own = join(top, '.wavefront')
  await mkdir(own, { recursive: true })
  await writeFile(join(own, '.gitignore'), '*\n')
  const options = {
    waitMs: 0,
    busy: 'another run is at work in this repository',
    fix: 'wait for it',
  }
  return withLock(join(own, 'lock'), options, act)
}
