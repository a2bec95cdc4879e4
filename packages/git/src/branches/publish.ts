import {
  type BranchName,
  type CommitSha,
  failedBranch,
  type TaskResult,
  taskBranch,
} from '@wavefront/wave'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { type Ref, readRefs } from './refs.ts'
import { type Claim, refuseForeign } from './refuse-foreign.ts'

/**
 * Points the tasks' branches at their results, in the place of older results of the same tasks. What failed
 * does not stay on the task's own branch, and what changed nothing on none.
 */
export async function publishAll(
  repository: Repository,
  feature: BranchName,
  results: readonly TaskResult[],
): Promise<void> {
  const plans = results.map((result) => planPublishing(feature, result))
  const names = plans.flatMap(({ set, unset }) => [set?.name ?? [], unset?.name ?? []].flat())
  if (names.length === 0) return
  const there = new Map((await readRefs(repository, names)).map((ref) => [ref.name, ref]))
  const claims = plans.flatMap(({ id, set }): Claim[] => {
    const older = set && there.get(set.name)
    return older ? [{ id, ref: older }] : []
  })
  await refuseForeign(repository, claims)
  const commands = plans.flatMap((plan) => toCommands(plan, there))
  if (commands.length === 0) return
  await git(['update-ref', '-z', '--stdin'], { cwd: repository.top, input: commands.join('') })
}

export function publish(
  repository: Repository,
  feature: BranchName,
  result: TaskResult,
): Promise<void> {
  return publishAll(repository, feature, [result])
}

interface Plan {
  readonly id: TaskResult['id']
  readonly set?: Ref
  readonly unset?: Ref
}

function planPublishing(feature: BranchName, { id, outcome, commit }: TaskResult): Plan {
  if (commit === undefined) return { id }
  const at = (branch: BranchName): Ref => ({ name: `refs/heads/${branch}`, commit })
  const own = at(taskBranch(feature, id))
  if (outcome === 'done') return { id, set: own }
  if (outcome === 'no-changes') return { id, unset: own }
  return { id, set: at(failedBranch(feature, id)), unset: own }
}

/** Each from where it is now, which for a branch that is to be made is nowhere. */
function toCommands({ set, unset }: Plan, there: ReadonlyMap<string, Ref>): readonly string[] {
  const forgotten = unset && there.get(unset.name)?.commit === unset.commit
  const older = set && (there.get(set.name)?.commit ?? nowhere(set.commit))
  return [
    ...(forgotten ? [`delete ${unset.name}\0${unset.commit}\0`] : []),
    ...(set ? [`update ${set.name}\0${set.commit}\0${older}\0`] : []),
  ]
}

function nowhere(commit: CommitSha): string {
  return '0'.repeat(commit.length)
}
