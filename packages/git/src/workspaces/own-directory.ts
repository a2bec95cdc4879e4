import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../repository.ts'

/** What we keep in a checkout. */
export function ownDirectory({ top }: Pick<Repository, 'top'>): string {
  return join(top, '.wavefront')
}

export function worktreesDirectory(repository: Pick<Repository, 'top'>): string {
  return join(ownDirectory(repository), 'worktrees')
}

/** Made so that git ignores it, and itself does not show in `git status`. */
export async function ensureWorktreesDirectory(repository: Repository): Promise<string> {
  const worktrees = worktreesDirectory(repository)
  await mkdir(worktrees, { recursive: true })
  await writeFile(join(ownDirectory(repository), '.gitignore'), '*\n')
  return worktrees
}
