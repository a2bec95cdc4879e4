import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitOptions, git } from '../exec/git.ts'
import { isOurs } from '../repository.ts'

/** A repository inside the workspace, with its path from the top (`app/`) and the files to take from it. */
export interface Nested {
  readonly dir: string
  readonly files: readonly string[]
}

/**
 * Generators like to run `git init` in what they make, and git would take such a directory for a submodule
 * whose commit nobody else has. So it counts as a plain directory. Linked worktrees and submodules have a
 * `.git` file: they are copies of what is kept elsewhere, and stay out.
 */
export async function findNested(top: string, options: GitOptions): Promise<readonly Nested[]> {
  const untracked = await readUntracked(options)
  const dirs = untracked.filter((path) => path.endsWith('/') && !isOurs(path))
  const all = dirs.map(async (dir) => ({ dir, files: await readFiles(top, dir, options) }))
  return Promise.all(all)
}

/** Git lists a nested repository as one path that ends in a slash. */
async function readUntracked(options: GitOptions): Promise<readonly string[]> {
  const output = await git(['ls-files', '--others', '-z', '--exclude-standard'], options)
  return output.split('\0').filter((path) => path !== '')
}

async function readFiles(
  top: string,
  dir: string,
  options: GitOptions,
): Promise<readonly string[]> {
  if (!(await lstat(join(top, dir, '.git'))).isDirectory()) return []
  const paths = await withEmptyIndex((index) => {
    const env = { ...options.env, GIT_WORK_TREE: join(top, dir), GIT_INDEX_FILE: index }
    return readUntracked({ cwd: join(top, dir), env })
  })
  const inside = paths.map((path) =>
    path.endsWith('/') ? readFiles(top, dir + path, options) : [dir + path],
  )
  return (await Promise.all(inside)).flat()
}

async function withEmptyIndex<T>(work: (index: string) => Promise<T>): Promise<T> {
  const temporary = await mkdtemp(join(tmpdir(), 'wavefront-nested-'))
  try {
    return await work(join(temporary, 'index'))
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}
