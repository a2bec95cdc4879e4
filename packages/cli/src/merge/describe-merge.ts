import { type Repository, readTree } from '@wavefront/git'
import type { MergedBranch, MergeReport } from '@wavefront/report'
import { type BranchName, explainStop, type Integration } from '@wavefront/wave'
import type { GivenBranch } from './read-branches.ts'

/** What became of each branch. Nobody is accused of what the branch itself, or the policy, has brought about. */
export async function describeMerge(
  repository: Repository,
  {
    onto,
    given,
  }: { readonly onto: { branch: BranchName }; readonly given: readonly GivenBranch[] },
  integration: Integration,
): Promise<MergeReport> {
  const { batch, flaky = [] } = integration
  const problem = describeProblem(onto.branch, integration)
  const nameOf = new Map(given.map(({ name, result }) => [result.id, name]))
  return {
    ...{ onto: onto.branch, tip: batch.to },
    tree: batch.tree ?? (await readTree(repository, batch.to)),
    branches: given.map((one) => describeBranch(one, integration)),
    ...(problem === undefined ? {} : { problem }),
    flaky: flaky.map(({ ids, reason }) => ({
      branches: ids.map((id) => nameOf.get(id) ?? id),
      reason,
    })),
  }
}

function describeBranch(
  { name, result }: GivenBranch,
  { batch, ejected }: Integration,
): MergedBranch {
  const merged = batch.merged.find((one) => one.result.id === result.id)
  if (merged) return { name, is: 'merged', commit: merged.commit, resolutions: merged.resolutions }
  const requeued = batch.requeued.find((one) => one.result.id === result.id)
  if (requeued) {
    const { why, isForPerson, paths } = requeued
    const is = isForPerson ? 'set-aside' : 'requeued'
    return { name, is, why, ...(paths && { paths }), resolutions: [] }
  }
  const culprit = ejected.find((one) => one.result.id === result.id)
  if (culprit) return { name, is: 'ejected', why: culprit.reason, resolutions: [] }
  return { name, is: 'waiting', resolutions: [] }
}

function describeProblem(onto: string, integration: Integration): string | undefined {
  const { redBase, stopped } = integration
  if (redBase !== undefined)
    return `The checks fail on ${onto} itself, so nothing can be proved:\n${redBase}`
  if (stopped === undefined) return undefined
  return `Nothing is merged: ${explainStop(integration)}:\n${stopped}`
}
