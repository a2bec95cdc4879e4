import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { type GitOptions, git, tryGit } from '../exec/git.ts'
import { isOurs } from '../repository.ts'
import type { Place } from './place.ts'

/** Ignored files that the agent put into its index on purpose (`git add --force`): it wants them kept. */
export async function readForced(place: Place, options: GitOptions): Promise<readonly string[]> {
  const known = new Set(splitPaths(await git(['ls-files', '-z'], options)))
  const agents = { ...options.env, GIT_INDEX_FILE: join(place.admin, 'index') }
  // An index that the agent broke tells nothing.
  const { code, stdout } = await tryGit(['ls-files', '-z', '--stage'], { ...options, env: agents })
  const staged = code === 0 ? splitPaths(stdout).flatMap(toFile) : []
  const unknown = staged.filter((path) => !known.has(path) && !isOurs(path))
  const present = await Promise.all(unknown.map((path) => isFile(join(place.dir, path))))
  return unknown.filter((_, index) => present[index])
}

function splitPaths(output: string): readonly string[] {
  return output.split('\0').filter((path) => path !== '')
}

/** `100644 <object> 0\t<path>`; nested repositories have mode 160000. */
function toFile(entry: string): readonly string[] {
  return entry.startsWith('160000 ') ? [] : [entry.slice(entry.indexOf('\t') + 1)]
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  )
}
