import { sep } from 'node:path'
import { UserError } from '@wavefront/errors'
import type { BranchName, CommitSha, Landing } from '@wavefront/wave'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { worktreesDirectory } from '../workspaces/own-directory.ts'
import { readWorktrees } from '../worktrees.ts'
import { planTidying } from './plan-tidying.ts'
import { isAncestor, readRef } from './refs.ts'
import { TipMovedError } from './tip-moved-error.ts'

/** One transaction: the feature branch moves and the tasks' branches with it, or nothing happens. */
export async function land(
  repository: Repository,
  feature: BranchName,
  base: CommitSha,
  landing: Landing,
): Promise<void> {
  const ref = `refs/heads/${feature}`
  const tip = await readRef(repository, ref)
  const isThere = tip === landing.to || landing.from === landing.to
  const moves = isThere ? [] : [await planMove(repository, { ref, base, tip, landing })]
  if (!isThere) await refuseCheckedOut(repository, feature)
  const tidying = await planTidying(repository, feature, landing)
  try {
    await transact(repository, [...moves, ...tidying])
  } catch (cause) {
    const found = await readRef(repository, ref)
    if (found === tip) throw cause
    throw new TipMovedError(feature, landing.from, found, { cause })
  }
}

interface Move {
  readonly ref: string
  readonly base: CommitSha
  readonly tip: CommitSha | undefined
  readonly landing: Landing
}

/** As long as the branch does not exist it may begin anywhere on the base, which may have grown meanwhile. */
async function planMove(
  repository: Repository,
  { ref, base, tip, landing }: Move,
): Promise<string> {
  const { from, to } = landing
  const mayBegin = tip === undefined && (await isAncestor(repository, from, base))
  if (tip !== from && !mayBegin) throw new TipMovedError(ref.slice('refs/heads/'.length), from, tip)
  if (!(await isAncestor(repository, from, to)))
    throw new Error(`${to} does not contain ${from}: landing it would lose commits`)
  return tip === undefined ? `create ${ref}\0${to}\0` : `update ${ref}\0${to}\0${from}\0`
}

/** Moving a branch under a checkout would make everything in it look changed; our own places have no branch to lose. */
async function refuseCheckedOut(repository: Repository, feature: BranchName): Promise<void> {
  const own = worktreesDirectory(repository) + sep
  const worktrees = await readWorktrees(repository)
  const holder = worktrees.find(
    ({ dir, ref }) => ref === `refs/heads/${feature}` && !dir.startsWith(own),
  )
  if (holder === undefined) return
  throw new UserError({
    what: `the branch "${feature}" is checked out, so it cannot be moved without disturbing that checkout`,
    where: holder.dir,
    fix: 'switch that checkout to another branch (git switch -), or leave the branch: git switch --detach',
  })
}

async function transact(repository: Repository, commands: readonly string[]): Promise<void> {
  if (commands.length === 0) return
  const input = ['start\0', ...commands, 'prepare\0', 'commit\0'].join('')
  await git(['update-ref', '-z', '--stdin'], { cwd: repository.top, input })
}
