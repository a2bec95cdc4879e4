import { readFile, realpath } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { GitOptions } from '../exec/git.ts'
import type { Repository } from '../repository.ts'

/** A worktree of ours, with its own part of the git directory. */
export interface Place {
  readonly dir: string
  readonly admin: string
  readonly others?: Others
}

/** Untracked paths from the top that were there before the agent. */
export interface Others {
  /** File by file, but for directories of very many: not the agent's work. */
  readonly files: readonly string[]
  /** As coarse as git tells them: not to be cleaned away. */
  readonly paths: readonly string[]
}

/** The pathspecs by which git passes over some paths. */
export function passOver(paths: readonly string[] = []): readonly string[] {
  return paths.map((path) => `:(exclude,top,literal)${path}`)
}

/**
 * Names the git directory and the files outright. The `.git` file inside the worktree is the agent's
 * to break, and one that leads elsewhere must not be followed.
 */
export function inPlace(place: Place): GitOptions {
  return { cwd: place.dir, env: { GIT_DIR: place.admin, GIT_WORK_TREE: place.dir } }
}

/** The index as we left it. The agent works with the one that git finds. */
export function ownIndex(place: Place): string {
  return join(place.admin, 'wavefront-index')
}

/** The place at a directory; nothing unless both of its links lead where they should. */
export async function findPlace(repository: Repository, dir: string): Promise<Place | undefined> {
  try {
    const link = await readFile(join(dir, '.git'), 'utf8')
    const admin = await realpath(resolve(dir, link.replace(/^gitdir: /, '').trimEnd()))
    const back = (await readFile(join(admin, 'gitdir'), 'utf8')).trimEnd()
    const leadsBack = (await realpath(resolve(admin, back))) === (await realpath(join(dir, '.git')))
    return leadsBack && dirname(admin) === join(repository.gitDir, 'worktrees')
      ? { dir, admin }
      : undefined
  } catch {
    return undefined
  }
}
