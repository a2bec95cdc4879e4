import {
  epicIssue,
  type HostedWish,
  type HostedWorld,
  hostedWorld,
  taskIssue,
} from '@wavefront/testing'

/** Each task writes a file of its own name. */
export const config = `agent: 'cat >/dev/null; echo "$WAVEFRONT_TASK_ID" > "$WAVEFRONT_TASK_ID.txt"'\n`

export const feature = 'opencode/issue-7'

/** `c` waits for `a`; `b` waits for nobody. */
export const issues = [
  epicIssue(),
  taskIssue('a'),
  taskIssue('b'),
  taskIssue('c', { needs: ['a'] }),
]

export function shop(wish: Partial<HostedWish> = {}): Promise<HostedWorld> {
  return hostedWorld({ config, issues, ...wish })
}

/** What `a` and `b` made. */
export const aAndB = { a: { 'a.txt': 'a\n' }, b: { 'b.txt': 'b\n' } }

/** Where everything is when both have landed. */
export const bothLanded = {
  branches: ['beads-sync', feature],
  landed: ['merge: task a', 'merge: task b'],
  closed: ['a', 'b'],
  attempts: { a: ['1 landed'], b: ['1 landed'] },
  pulls: ['open 🤖 Implement Issue #7: Add a shop'],
  comments: ['Wave 1 is done · 2/3 tasks landed'],
  statuses: ['pending 2/3 tasks landed'],
  dispatched: [{ issue_number: '7', branch: feature }],
}

/** Where everything is before anything has happened. */
export const nothingYet = {
  branches: [],
  landed: [],
  closed: [],
  attempts: {},
  pulls: [],
  comments: [],
  statuses: [],
  dispatched: [],
}

/** Puts a commit on a branch of the server, as somebody else would. */
export function push({ checkout }: HostedWorld, branch: string, commit: string): void {
  checkout.git('push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${branch}`)
}

/** A commit on top of what the server has on a branch, pushed there. */
export function pushOnto(
  world: HostedWorld,
  branch: string,
  files: Readonly<Record<string, string | null>>,
): string {
  const { checkout } = world
  checkout.git('fetch', '--quiet', 'origin', `+refs/heads/${branch}:refs/remotes/origin/${branch}`)
  const commit = checkout.commitOn(`refs/remotes/origin/${branch}`, files, 'a person works on')
  push(world, branch, commit)
  return commit
}

export function filesOn({ served }: HostedWorld, branch: string): readonly string[] {
  const names = served.git('ls-tree', '-r', '--name-only', branch).split('\n')
  return names.filter((name) => /^[a-z]+\.txt$/.test(name))
}

/** As the examples have it: what a run is for is told by its title alone. */
export const titled = {
  '.github/workflows/wavefront.yml': `name: Wavefront
run-name: 'Wavefront: issue #\${{ inputs.issue_number }}'
on:
  workflow_dispatch:
    inputs: { issue_number: { type: string }, branch: { type: string } }
`,
}
