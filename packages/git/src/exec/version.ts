import { UserError } from '@wavefront/errors'
import { git } from './git.ts'

/** `merge-tree --write-tree`, which everything here is built on, came with 2.38. */
const oldest = { major: 2, minor: 38 }

export async function checkVersion(cwd: string): Promise<void> {
  requireVersion(await git(['--version'], { cwd }))
}

/** Distributions add to the number: `git version 2.39.5 (Apple Git-154)`. */
export function requireVersion(output: string): void {
  const [, major, minor] = /(\d+)\.(\d+)/.exec(output)?.map(Number) ?? []
  if (major === undefined || minor === undefined)
    throw new Error(`no version in ${JSON.stringify(output)}`)
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return
  throw new UserError({
    what: `git ${major}.${minor} is too old`,
    where: output.trim(),
    fix: `install git ${oldest.major}.${oldest.minor} or newer (2022)`,
  })
}
