import { UserError } from '@wavefront/errors'
import type {
  CommitStatus,
  Issues,
  PullRequests,
  Runs,
  WantedPullRequest,
  WantedRun,
} from '@wavefront/wave'

type Verb = 'find pull request' | 'write pull request' | 'write status' | 'write comment'

export interface ForgeWish {
  /** What the forge says no to, and what it says. */
  readonly refuse?: Partial<Record<Verb, string>>
  /** Workflows that cannot be started. */
  readonly refuseRuns?: readonly string[]
}

/** Issues, pull requests and runs in memory, and what was done to them, in order. */
export interface MemoryForge {
  readonly issues: Issues
  readonly pullRequests: PullRequests
  readonly runs: Runs
  readonly comments: readonly string[]
  readonly written: readonly WantedPullRequest[]
  readonly statuses: readonly CommitStatus[]
  readonly dispatched: readonly WantedRun[]
}

export function memoryForge(wish: ForgeWish = {}, calls: string[] = []): MemoryForge {
  const comments: string[] = []
  const written: WantedPullRequest[] = []
  const statuses: CommitStatus[] = []
  const dispatched: WantedRun[] = []

  function act(verb: Verb): void {
    calls.push(verb)
    const what = wish.refuse?.[verb]
    if (what !== undefined) throw new UserError({ what, fix: `allow to ${verb}` })
  }

  return {
    ...{ comments, written, statuses, dispatched },
    issues: {
      read: async () => undefined,
      async writeComment({ body }) {
        act('write comment')
        comments.push(body)
        return { url: 'https://example.org/octo/demo/issues/7#1' }
      },
    },
    pullRequests: {
      async find(head) {
        act('find pull request')
        return written.some((one) => one.head === head) ? thePullRequest : undefined
      },
      async write(wanted) {
        act('write pull request')
        written.push(wanted)
        return thePullRequest
      },
      async writeStatus(status) {
        act('write status')
        statuses.push(status)
      },
    },
    runs: {
      readWorkflow: async () => ({ path: '.github/workflows/wavefront.yml', branch: 'main' }),
      readJobs: async () => [],
      async dispatch(wanted) {
        calls.push(`dispatch ${wanted.workflow}`)
        if (wish.refuseRuns?.includes(wanted.workflow)) {
          return { is: 'refused', why: 'it has no workflow_dispatch', fix: 'add it' }
        }
        dispatched.push(wanted)
        return { is: 'dispatched' }
      },
    },
  }
}

const thePullRequest = { number: 12, url: 'https://example.org/octo/demo/pull/12' }
