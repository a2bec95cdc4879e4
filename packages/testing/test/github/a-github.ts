import {
  type FakeGitHub,
  type FakeGitHubOptions,
  type GitServer,
  type Permissions,
  type ServedRepository,
  startFakeGitHub,
  startGitServer,
} from '@wavefront/testing'

/** Both servers with `octo/demo` on them: `main`, `feature` one commit ahead, and `same` at `main`. */
export interface World {
  readonly github: FakeGitHub
  readonly git: GitServer
  readonly served: ServedRepository
  /** The answer to a request, by default with a token that may do everything. */
  ask(method: string, path: string, options?: AskOptions): Promise<Answered>
  close(): Promise<void>
}

export interface AskOptions {
  readonly body?: unknown
  readonly token?: string
}

export interface Answered {
  readonly status: number
  readonly body: unknown
  readonly headers: Headers
}

const everything: Permissions = {
  actions: 'write',
  administration: 'read',
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  secrets: 'read',
  statuses: 'write',
}

export const waveFile = `
name: Wave
on:
  workflow_dispatch:
    inputs:
      issue_number: { required: true, type: string }
      branch: { type: string, default: '' }
      mode: { type: choice, options: [fast, slow], default: fast }
concurrency:
  group: wavefront-\${{ inputs.branch || github.ref }}
jobs: {}
`

export async function aGitHub(options: FakeGitHubOptions = {}): Promise<World> {
  const github = await startFakeGitHub(options)
  const git = await startGitServer(github.gitAccess)
  const served = git.createRepository('octo/demo', {
    files: {
      'README.md': 'a demo ünd more\n',
      'docs/a.md': 'a\n',
      '.github/workflows/wave.yml': waveFile,
      '.github/workflows/call.yml': 'on: workflow_dispatch\njobs: {}\n',
      '.github/workflows/push.yml': 'on: push\njobs: {}\n',
    },
  })
  const main = served.git('rev-parse', 'main')
  served.git('update-ref', 'refs/heads/same', main)
  commitOn(served, 'feature', main)
  github.addRepository('octo/demo', {
    git: served.path,
    collaborators: { octo: 'admin', mona: 'maintain', tria: 'triage' },
    secrets: ['APP_ID'],
  })
  github.addIssue('octo/demo', { number: 7, title: 'Seven', body: 'the body', labels: ['wave'] })
  const token = github.token({
    type: 'app',
    login: 'waves[bot]',
    repo: 'octo/demo',
    permissions: everything,
  })
  return {
    github,
    git,
    served,
    ask: (method, path, given = {}) =>
      ask(github.url, method, path.replace('~', '/repos/octo/demo'), { token, ...given }),
    close: async () => {
      await github.close()
      await git.close()
    },
  }
}

/** What an answer has at a path: `head.sha`; `*` stands for each of a list. */
export function look(body: unknown, path: string): unknown {
  const [key = '', ...rest] = path.split('.')
  if (path === '') return body
  if (key === '*') return (body as readonly unknown[]).map((one) => look(one, rest.join('.')))
  return look((body as Readonly<Record<string, unknown>> | undefined)?.[key], rest.join('.'))
}

/** An empty commit, so that the branch is ahead of its parent. */
export function commitOn(served: ServedRepository, branch: string, parent: string): string {
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org']
  const commit = served.git(...who, 'commit-tree', `${parent}^{tree}`, '-p', parent, '-m', branch)
  served.git('update-ref', `refs/heads/${branch}`, commit)
  return commit
}

async function ask(
  url: string,
  method: string,
  path: string,
  { body, token }: AskOptions,
): Promise<Answered> {
  const answer = await fetch(`${url}${path}`, {
    method,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    body: text === '' ? undefined : JSON.parse(text),
    headers: answer.headers,
  }
}
