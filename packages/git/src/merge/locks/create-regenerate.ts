import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { git } from '../../exec/git.ts'
import type { Repository } from '../../repository.ts'
import { decodeText } from '../encoding.ts'
import type { LockRequest, Regenerate } from './regenerate-locks.ts'

export interface RegenerateOptions {
  /** By the lock file's name, without its directory. */
  readonly commands: Readonly<Record<string, string>>
  /** Runs one in a directory; false if it failed. */
  readonly run: (line: string, dir: string) => Promise<boolean>
}

/** Runs the user's command beside the lock file, in a checkout of the merged tree that is thrown away. */
export function createRegenerate(
  repository: Repository,
  { commands, run }: RegenerateOptions,
): Regenerate {
  const made = new Map<string, Promise<string | undefined>>()
  return async (request) => {
    const name = basename(request.path)
    const line = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (line === undefined) return undefined
    // A wave that is merged again, without a culprit, comes by the same trees.
    const key = `${request.tree} ${request.path}`
    const known = made.get(key) ?? make(repository, request, (dir) => run(line, dir))
    made.set(key, known)
    return known
  }
}

async function make(
  repository: Repository,
  { path, tree }: LockRequest,
  run: (dir: string) => Promise<boolean>,
): Promise<string | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-locks-'))
  const files = join(dir, 'files')
  try {
    await mkdir(files)
    const options = { cwd: repository.top, env: { GIT_INDEX_FILE: join(dir, 'index') } }
    await git(['read-tree', tree], options)
    await git(['checkout-index', '--all', `--prefix=${files}/`], options)
    if (!(await run(join(files, dirname(path))))) return undefined
    return decodeText(await readFile(join(files, path)))?.content
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
