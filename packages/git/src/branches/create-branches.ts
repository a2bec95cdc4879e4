import { UserError } from '@wavefront/errors'
import type { Branches, BranchName, BranchState, CommitSha } from '@wavefront/wave'
import type { Repository } from '../repository.ts'
import { land } from './land.ts'
import { publish, publishAll } from './publish.ts'
import { readLanded } from './read-landed.ts'
import { readResults } from './read-results.ts'
import { isAncestor, readRef } from './refs.ts'
import type { Span } from './span.ts'

export interface FeatureBranch {
  readonly feature: BranchName
  /** What the feature branch starts from, and goes back to when it is done: a branch or a commit. */
  readonly base: BranchName | CommitSha
}

/** A feature branch with the branches of its tasks, in the repository's own refs. */
export function createBranches(repository: Repository, branch: FeatureBranch): Branches {
  return {
    readTip: () => readTip(repository, branch),
    read: () => readState(repository, branch),
    publish: (result) => publish(repository, branch.feature, result),
    publishAll: (results) => publishAll(repository, branch.feature, results),
    land: (landing) =>
      land(repository, {
        feature: branch.feature,
        landing,
        readBase: () => readBase(repository, branch),
      }),
  }
}

async function readSpan(repository: Repository, branch: FeatureBranch): Promise<Span> {
  const [base, tip] = await Promise.all([
    readBase(repository, branch),
    readRef(repository, `refs/heads/${branch.feature}`),
  ])
  return { base, tip: tip ?? base }
}

async function readState(repository: Repository, branch: FeatureBranch): Promise<BranchState> {
  const span = await readSpan(repository, branch)
  const [isUpToDate, landed] = await Promise.all([
    span.base === span.tip || isAncestor(repository, span.base, span.tip),
    readLanded(repository, span),
  ])
  const done = new Set(landed.map(({ id }) => id))
  const results = await readResults(repository, branch.feature, { tip: span.tip, done })
  return { tip: span.tip, landed, results, ...(!isUpToDate && { update: span.base }) }
}

async function readTip(repository: Repository, branch: FeatureBranch): Promise<CommitSha> {
  const tip = await readRef(repository, `refs/heads/${branch.feature}`)
  return tip ?? readBase(repository, branch)
}

async function readBase(repository: Repository, { base }: FeatureBranch): Promise<CommitSha> {
  const found =
    (await readRef(repository, `refs/heads/${base}`)) ?? (await repository.resolve(base))
  if (found !== undefined) return found
  throw new UserError({
    what: `the base "${base}" is neither a branch nor a commit`,
    where: repository.top,
    fix: 'name an existing branch: git branch --list',
  })
}
