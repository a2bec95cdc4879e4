import { readdir, rm } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { BranchName } from '@wavefront/wave'
import { readRef } from '../branches/refs.ts'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { readWorktrees } from '../worktrees.ts'
import { worktreesDirectory } from './own-directory.ts'
import { removeWorktree } from './remove-worktree.ts'

export interface Removed {
  readonly directories: readonly string[]
  readonly branches: readonly BranchName[]
}

/** Removes every workspace, also those of a run that crashed and those that were kept, and the branches it is given. */
export async function removeWorkspaces(
  repository: Repository,
  branches: readonly BranchName[] = [],
): Promise<Removed> {
  const directories = await findWorkspaces(repository)
  for (const dir of directories) await removeWorktree(repository, dir)
  await rm(worktreesDirectory(repository), { recursive: true, force: true })
  return { directories, branches: await deleteBranches(repository, branches) }
}

/** Those on the disk and those that git still remembers. */
async function findWorkspaces(repository: Repository): Promise<readonly string[]> {
  const parent = worktreesDirectory(repository)
  const onDisk = await readChildren(parent)
  const known = (await readWorktrees(repository)).map(({ dir }) => dir)
  const remembered = known.filter((dir) => dir.startsWith(parent + sep))
  return [...new Set([...onDisk, ...remembered])].sort()
}

async function readChildren(parent: string): Promise<readonly string[]> {
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name))
}

async function deleteBranches(
  repository: Repository,
  branches: readonly BranchName[],
): Promise<readonly BranchName[]> {
  const deleted: BranchName[] = []
  for (const branch of branches) {
    const ref = `refs/heads/${branch}`
    const commit = await readRef(repository, ref)
    if (commit === undefined) continue
    await git(['update-ref', '-d', ref, commit], { cwd: repository.top })
    deleted.push(branch)
  }
  return deleted
}
