import type { Issues, PullRequests, Runs } from '@wavefront/wave'
import { type ConnectionWish, connect } from './connection/connect.ts'
import { createIssues } from './issues/issues.ts'
import { createPullRequests } from './pulls/pull-requests.ts'
import { createRuns } from './runs/runs.ts'

export interface GitHubWish extends ConnectionWish {
  /** Another token for pull requests, statuses and runs: an App's, so that what it makes starts workflows. */
  readonly writeToken?: string
}

export interface GitHub {
  readonly issues: Issues
  readonly pullRequests: PullRequests
  readonly runs: Runs
}

export function openGitHub({ writeToken, ...wish }: GitHubWish): GitHub {
  const connection = connect(wish)
  const writing = writeToken ? connect({ ...wish, token: writeToken }) : connection
  return {
    issues: createIssues(connection),
    pullRequests: createPullRequests(writing),
    runs: createRuns(writing),
  }
}
