import { type Problem, UserError } from '@wavefront/errors'
import type { TaskId } from '@wavefront/tasks'
import { type BranchName, failedBranch, taskBranch } from '@wavefront/wave'
import type { Repository } from '../repository.ts'
import { findCheckedOut } from './checked-out.ts'
import { readMarks } from './read-marks.ts'
import { branchOf, readRefs } from './refs.ts'
import { foreignBranch } from './refuse-foreign.ts'

/** Throws what would stop work on a feature branch later on, all at once and before anything runs. */
export async function checkFeature(repository: Repository, feature: BranchName): Promise<void> {
  const checks = [findRivals, findCheckedOut, findForeign]
  const problems = await Promise.all(checks.map((check) => check(repository, feature)))
  if (problems.flat().length > 0) throw new UserError(problems.flat())
}

/** To git a branch is a file, and a branch with a slash is in a directory. */
async function findRivals(
  repository: Repository,
  feature: BranchName,
): Promise<readonly Problem[]> {
  const [start = feature] = feature.split('/')
  const beside = (await readRefs(repository, [`refs/heads/${start}`])).map(branchOf)
  const rivals = beside.filter(
    (branch) => feature.startsWith(`${branch}/`) || branch.startsWith(`${feature}/`),
  )
  return rivals.map((branch) => ({
    what: `the branch "${feature}" cannot be made beside the branch "${branch}": one name begins with the other`,
    fix: `choose another name, or rename that branch: git branch -m ${branch} my-${branch.replaceAll('/', '-')}`,
  }))
}

/** Branches named like those of our tasks. Of another feature branch, whose name begins with this one's, they may be. */
async function findForeign(
  repository: Repository,
  feature: BranchName,
): Promise<readonly Problem[]> {
  const any = '*' as TaskId
  const names = [taskBranch(feature, any), failedBranch(feature, any)]
  const patterns = names.flatMap((name) => [`refs/heads/${name}`, `refs/heads/${name}/**`])
  const refs = await readRefs(repository, patterns)
  const marks = await readMarks(repository, refs)
  const foreign = refs.filter(({ name, commit }) => {
    const id = marks.get(commit)?.id
    return !name.endsWith(`-task-${id}`) && !name.endsWith(`-failed-${id}`)
  })
  return foreign.map(foreignBranch)
}
