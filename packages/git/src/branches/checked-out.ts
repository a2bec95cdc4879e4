import { sep } from 'node:path'
import { type Problem, UserError } from '@wavefront/errors'
import type { BranchName } from '@wavefront/wave'
import type { Repository } from '../repository.ts'
import { worktreesDirectory } from '../workspaces/own-directory.ts'
import { readWorktrees } from '../worktrees.ts'

/** Moving a branch under a checkout would make everything in it look changed; our own places have no branch to lose. */
export async function findCheckedOut(
  repository: Repository,
  feature: BranchName,
): Promise<readonly Problem[]> {
  const own = worktreesDirectory(repository) + sep
  const worktrees = await readWorktrees(repository)
  const holders = worktrees.filter(
    ({ dir, ref }) => ref === `refs/heads/${feature}` && !dir.startsWith(own),
  )
  return holders.map(({ dir }) => ({
    what: `the branch "${feature}" is checked out, so it cannot be moved without disturbing that checkout`,
    where: dir,
    fix: 'switch that checkout to another branch (git switch -), or leave the branch: git switch --detach',
  }))
}

export async function refuseCheckedOut(repository: Repository, branch: BranchName): Promise<void> {
  const problems = await findCheckedOut(repository, branch)
  if (problems.length > 0) throw new UserError(problems)
}
