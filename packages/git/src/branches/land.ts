import { UserError } from '@wavefront/errors'
import type { BranchName, CommitSha, Landing } from '@wavefront/wave'
import { TipMovedError } from '@wavefront/wave'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { findCheckedOut } from './checked-out.ts'
import { planTidying } from './plan-tidying.ts'
import { isAncestor, readRef } from './refs.ts'

export interface LandRequest {
  readonly feature: BranchName
  readonly landing: Landing
  /** Asked only as long as there is no feature branch. */
  readonly readBase: () => Promise<CommitSha>
}

/** One transaction: the feature branch moves and the tasks' branches with it, or nothing happens. */
export async function land(repository: Repository, request: LandRequest): Promise<void> {
  const { feature, landing } = request
  const [{ tip, moves }, tidying] = await Promise.all([
    planMove(repository, request),
    planTidying(repository, feature, landing),
  ])
  try {
    await transact(repository, [...moves, ...tidying])
  } catch (cause) {
    const found = await readRef(repository, toRef(feature))
    if (found === tip) throw cause
    throw new TipMovedError(feature, landing.from, found, { cause })
  }
}

interface Move {
  readonly tip: CommitSha | undefined
  readonly moves: readonly string[]
}

async function planMove(
  repository: Repository,
  { feature, landing: { from, to }, readBase }: LandRequest,
): Promise<Move> {
  const ref = toRef(feature)
  const tip = await readRef(repository, ref)
  if (tip === to || from === to) return { tip, moves: [] }
  const [mayMove, losesNothing, checkedOut] = await Promise.all([
    tip === from || (tip === undefined && mayBegin(repository, from, readBase)),
    isAncestor(repository, from, to),
    findCheckedOut(repository, feature),
  ])
  if (!mayMove) throw new TipMovedError(feature, from, tip)
  if (!losesNothing)
    throw new Error(`${to} does not contain ${from}: landing it would lose commits`)
  if (checkedOut.length > 0) throw new UserError(checkedOut)
  const move = tip ? `update ${ref}\0${to}\0${from}\0` : `create ${ref}\0${to}\0`
  return { tip, moves: [move] }
}

/** As long as the branch does not exist it may begin anywhere on the base, which may have grown meanwhile. */
async function mayBegin(
  repository: Repository,
  from: CommitSha,
  readBase: () => Promise<CommitSha>,
): Promise<boolean> {
  return isAncestor(repository, from, await readBase())
}

async function transact(repository: Repository, commands: readonly string[]): Promise<void> {
  if (commands.length === 0) return
  const input = ['start\0', ...commands, 'prepare\0', 'commit\0'].join('')
  await git(['update-ref', '-z', '--stdin'], { cwd: repository.top, input })
}

function toRef(feature: BranchName): string {
  return `refs/heads/${feature}`
}
