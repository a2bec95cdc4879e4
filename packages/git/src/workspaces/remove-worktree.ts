import { rm } from 'node:fs/promises'
import { tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'

/** The directory first: git refuses to remove a damaged worktree, but forgets one that is gone. */
export async function removeWorktree(repository: Repository, dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true, maxRetries: 3 })
  await tryGit(['worktree', 'remove', '--force', '--force', dir], { cwd: repository.top })
}
