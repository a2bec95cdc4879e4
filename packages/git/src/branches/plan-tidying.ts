import { type BranchName, failedBranch, type Landing, taskBranch } from '@wavefront/wave'
import type { Repository } from '../repository.ts'
import { isAncestor, type Ref, readRef } from './refs.ts'

/** What becomes of the tasks' branches, as commands of `git update-ref --stdin -z`. */
export async function planTidying(
  repository: Repository,
  feature: BranchName,
  landing: Landing,
): Promise<readonly string[]> {
  return [
    ...(await planDeletions(repository, feature, landing)),
    ...(await planRenames(repository, feature, landing)),
  ]
}

/** The branches of what landed. A task branch that has something newer on it stays. */
async function planDeletions(
  repository: Repository,
  feature: BranchName,
  { to, landed }: Landing,
): Promise<readonly string[]> {
  const commands: string[] = []
  for (const id of landed) {
    const done = await findBranch(repository, taskBranch(feature, id))
    if (done && (await isAncestor(repository, done.commit, to))) commands.push(deletion(done))
    const failed = await findBranch(repository, failedBranch(feature, id))
    if (failed) commands.push(deletion(failed))
  }
  return commands
}

/** Work that was set aside takes the place of what failed before it. */
async function planRenames(
  repository: Repository,
  feature: BranchName,
  { setAside }: Landing,
): Promise<readonly string[]> {
  const commands: string[] = []
  for (const id of setAside) {
    const work = await findBranch(repository, taskBranch(feature, id))
    if (work === undefined) continue
    const failed = `refs/heads/${failedBranch(feature, id)}`
    commands.push(`update ${failed}\0${work.commit}\0\0`, deletion(work))
  }
  return commands
}

async function findBranch(repository: Repository, branch: BranchName): Promise<Ref | undefined> {
  const name = `refs/heads/${branch}`
  const commit = await readRef(repository, name)
  return commit && { name, commit }
}

function deletion({ name, commit }: Ref): string {
  return `delete ${name}\0${commit}\0`
}
