import { notFound } from './answers/refusal.ts'
import { branchTip, isAncestor } from './repository/bare-git.ts'
import type { RunState } from './runs/run-state.ts'
import type { RunsOfRepositories } from './runs/runs.ts'
import type { GitHubState, IssueState, PullState, RepositoryState } from './state.ts'
import type { Tokens } from './tokens.ts'

/** What every operation works on. */
export interface World {
  readonly state: GitHubState
  readonly tokens: Tokens
  readonly runs: RunsOfRepositories
  readonly isServer: boolean
  readonly now: () => Date
  readonly newId: () => number
  readonly onDispatch: (run: RunState) => void
  /** Where the API is. */
  url: string
}

export function findIssue(repository: RepositoryState, number: string): IssueState | PullState {
  const found = [...repository.issues, ...repository.pulls].find(
    (one) => String(one.number) === number,
  )
  if (found === undefined) throw notFound()
  return found
}

export function isPull(issue: IssueState | PullState): issue is PullState {
  return 'head' in issue
}

export function nextNumber({ issues, pulls }: RepositoryState): number {
  return Math.max(0, ...[...issues, ...pulls].map(({ number }) => number)) + 1
}

/** Pushes change pull requests: a branch that is gone closes its own, a base that has it all merges it. */
export async function refreshPull(repository: RepositoryState, pull: PullState): Promise<void> {
  if (pull.state === 'closed') return
  const tip = await branchTip(repository.git, pull.head)
  const isMerged = await isAncestor(repository.git, tip ?? pull.headSha, `refs/heads/${pull.base}`)
  Object.assign(pull, {
    headSha: tip ?? pull.headSha,
    isMerged,
    state: tip === undefined || isMerged ? 'closed' : 'open',
  })
}
