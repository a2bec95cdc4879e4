import { type GitHubWish, openGitHub, openInspector } from '@wavefront/github'
import {
  type FakeGitHub,
  type FakeGitHubOptions,
  type Permissions,
  startFakeGitHub,
  startGitServer,
} from '@wavefront/testing'
import { branchName, commitSha } from '@wavefront/wave'

export const workflow = '.github/workflows/wave.yml'
export const feature = branchName('opencode/issue-7')
export const main = branchName('main')

export interface Forge {
  readonly fake: FakeGitHub
  /** The commit at the tip of the feature branch, which is one ahead of `main`. */
  readonly tip: ReturnType<typeof commitSha>
  /** What was asked, in order: `GET /issues/7/comments`. */
  calls(): string[]
  /** As a job that has these permissions, and no others. */
  asJob(permissions: Permissions, more?: Partial<GitHubWish>): ReturnType<typeof openGitHub>
  asPerson(login: string): ReturnType<typeof openGitHub>
  inspectAs(login: string): ReturnType<typeof openInspector>
  close(): Promise<void>
}

const waveFile = `
on:
  workflow_dispatch:
    inputs:
      issue_number: { required: true, type: string }
      branch: { type: string }
jobs: {}
`

/** `o/r` with issue 7, a workflow that takes our inputs, one that takes none, and a feature branch. */
export async function aForge(options: FakeGitHubOptions = {}): Promise<Forge> {
  const fake = await startFakeGitHub(options)
  const git = await startGitServer(fake.gitAccess)
  const files = {
    'a ü.txt': 'a\n',
    [workflow]: waveFile,
    '.github/workflows/bare.yml': 'on: workflow_dispatch\n',
  }
  const served = git.createRepository('o/r', { files })
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@example.org']
  const made = served.git(...who, 'commit-tree', 'main^{tree}', '-p', 'main', '-m', 'work')
  served.git('update-ref', `refs/heads/${feature}`, made)
  served.git('update-ref', 'refs/heads/same', 'main')
  fake.addRepository('o/r', { git: served.path, collaborators: { ann: 'admin', bob: 'write' } })
  fake.addIssue('o/r', { number: 7, title: 'Seven' })
  const shared = { repository: 'o/r', apiUrl: fake.url, secondMs: 1 }
  return {
    fake,
    tip: commitSha(made),
    calls: () =>
      fake.requests.map(
        ({ method, path }) => `${method} ${path.replace(/^\/repos\/o\/r|\?.*$/g, '')}`,
      ),
    asJob: (permissions, more = {}) => {
      const token = fake.token({ type: 'github-actions', repo: 'o/r', permissions })
      return openGitHub({ ...shared, token, ...more })
    },
    asPerson: (login) => openGitHub({ ...shared, token: fake.token({ type: 'user', login }) }),
    inspectAs: (login) => openInspector({ ...shared, token: fake.token({ type: 'user', login }) }),
    close: async () => {
      await fake.close()
      await git.close()
    },
  }
}
