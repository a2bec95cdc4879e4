import { readdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Repository } from '../repository.ts'
import { readWorktrees } from '../worktrees.ts'
import { isKept } from './lane-directory.ts'
import { worktreesDirectory } from './own-directory.ts'
import { removeWorktree } from './remove-worktree.ts'

/** Whether workspaces that were kept for a person count, too. */
export type Kept = 'with-kept' | 'without-kept'

/** The workspaces of this and of earlier runs, on the disk or only in git's memory, also after a crash. */
export async function findWorkspaces(
  repository: Repository,
  which: Kept,
): Promise<readonly string[]> {
  const parent = worktreesDirectory(repository)
  const onDisk = await readChildren(parent)
  const known = (await readWorktrees(repository)).map(({ dir }) => dir)
  const remembered = known.filter((dir) => dir.startsWith(parent + sep))
  const found = [...new Set([...onDisk, ...remembered])].sort()
  if (which === 'with-kept') return found
  const kept = await Promise.all(found.map(isKept))
  return found.filter((_, place) => !kept[place])
}

/** Removes them; gives back what it removed. */
export async function removeWorkspaces(
  repository: Repository,
  which: Kept,
): Promise<readonly string[]> {
  const directories = await findWorkspaces(repository, which)
  for (const dir of directories) await removeWorktree(repository, dir)
  if (which === 'with-kept') {
    await rm(worktreesDirectory(repository), { recursive: true, force: true })
  }
  return directories
}

async function readChildren(parent: string): Promise<readonly string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name))
}
