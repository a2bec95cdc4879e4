import { readFileSync } from 'node:fs'
import {
  type FakeGitHub,
  type FakeGitHubOptions,
  type Files,
  type GitWorld,
  gitWorld,
  type RepositoryChoice,
  startFakeGitHub,
} from '@wavefront/testing'
import type { Row } from '../../src/doctor/row.ts'
import { wavefrontHere } from '../in-process.ts'

const example = (name: string) => readFileSync(`examples/${name}.yml`, 'utf8')
const epic = {
  ...{ id: 'x-1', title: 'Shop', status: 'open', priority: 2, issue_type: 'epic' },
  external_ref: 'gh-7',
}
const at = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
const good: Files = {
  '.github/workflows/wavefront.yml': example('wavefront'),
  '.github/wavefront.yml':
    'agent: opencode run\nsetup: npm i -g opencode-ai\nchecks: [npm run lint, npm test]\n',
  '.beads/issues.jsonl': `${JSON.stringify({ ...epic, ...at })}\n`,
}
const tokenEnv = 'WAVEFRONT_TEST_TOKEN'

let shared: FakeGitHub
let suite: GitWorld
/** The shared one, but where a test needs another kind of server. */
let github: FakeGitHub
let worlds: GitWorld[]

beforeAll(async () => {
  shared = await startFakeGitHub()
  suite = gitWorld({
    files: { '.github/workflows/wave.yml': readFileSync('.github/workflows/wave.yml') },
  })
  suite.branch('v1')
  suite.addRemote('served')
})
afterAll(async () => {
  await shared.close()
  suite.remove()
})
beforeEach(() => {
  worlds = []
})
afterEach(async () => {
  delete process.env[tokenEnv]
  for (const world of worlds) world.remove()
  const violations = [...github.violations]
  github.clearFaults()
  github.forgetViolations()
  if (github !== shared) await github.close()
  expect(violations).toEqual([])
})

interface Wish extends Partial<Omit<RepositoryChoice, 'git'>> {
  readonly files?: Files
  readonly login?: string
  readonly server?: FakeGitHubOptions
  readonly branches?: Readonly<Record<string, Files>>
}

/** `octo/demo` and the suite, as GitHub would have them; and `doctor`, asked by one of its people. */
async function aRepository({ files = {}, login = 'octo', server, branches, ...choice }: Wish = {}) {
  github = server === undefined ? shared : await startFakeGitHub(server)
  github.addRepository('wavefront-actions/wavefront', {
    git: suite.git('remote', 'get-url', 'served'),
    isPrivate: false,
  })
  const kept = Object.entries({ ...good, ...files }).filter(([, text]) => text !== null)
  const world = gitWorld({ files: Object.fromEntries(kept) })
  worlds.push(world)
  for (const [name, changed] of Object.entries(branches ?? {})) {
    world.branch(name, world.commitOn('main', changed))
  }
  github.addRepository('octo/demo', {
    ...{ secrets: ['ANTHROPIC_API_KEY'], collaborators: { octo: 'admin', wendy: 'write' } },
    ...choice,
    git: world.addRemote('served').dir,
  })
  process.env[tokenEnv] = github.token({ type: 'user', login })
  return async (...args: readonly string[]) => {
    const place = ['--repository', 'octo/demo', '--api', github.url, '--token-env', tokenEnv]
    return wavefrontHere(world.dir, 'doctor', ...place, ...args)
  }
}

async function rowsOf(wish: Wish, ...args: readonly string[]) {
  const doctor = await aRepository(wish)
  const { code, stdout, stderr } = await doctor('--json', ...args)
  expect(stderr).toBe('')
  const { rows } = JSON.parse(stdout) as { rows: Row[] }
  return { code, rows, problems: rows.filter(({ is }) => is === 'problem') }
}

describe('wavefront doctor', () => {
  test('finds nothing missing where everything is there', async () => {
    const { code, rows } = await rowsOf({ branches: { 'opencode/issue-1': {}, 'beads-sync': {} } })
    expect(rows.map(({ is, about, says }) => [is, about, says])).toEqual([
      ['unknown', 'Your role', 'GitHub does not tell what this token may do'],
      [
        'ok',
        'Workflow',
        '.github/workflows/wavefront.yml is on main, and calls wavefront-actions/wavefront/.github/workflows/wave.yml@v1',
      ],
      [
        'ok',
        'Dispatch',
        'it is started by workflow_dispatch, with issue_number, branch, base, agent, model, overrides',
      ],
      ['ok', 'Inputs', 'what is typed arrives in the called workflow'],
      [
        'ok',
        'Permissions',
        'the job "wave" grants what the called workflow asks for; the repository\'s default does not matter',
      ],
      ['ok', 'Secrets', 'ANTHROPIC_API_KEY: there'],
      ['ok', 'Configuration', '.github/wavefront.yml on main can be read'],
      ['ok', 'Agent', 'opencode run'],
      ['ok', 'Checks', 'npm run lint && npm test'],
      ['ok', 'Pull requests', 'GitHub Actions may open them'],
      ['ok', 'Branch opencode/issue-*', 'nothing refuses pushes to it'],
      ['ok', 'Branch beads-sync', 'nothing refuses pushes to it'],
      ['ok', 'Required checks', 'none on main that a wave could not meet'],
      ['ok', 'Task store', '.beads/issues.jsonl on beads-sync, with 1 issue'],
      ['ok', 'Epics', 'for #7'],
    ])
    expect(code).toBe(0)
  })

  test('says to people what to do, and never the token', async () => {
    const doctor = await aRepository({ files: { '.github/wavefront.yml': 'agnt: x\n' } })
    const { code, stdout, stderr } = await doctor()
    expect(code).toBe(1)
    expect(stdout).toContain(
      '✖ Configuration            .github/wavefront.yml:1: unknown key "agnt" (did you mean "agent"?)\n    fix: write one of',
    )
    expect(stdout).toContain('? Branch beads-sync')
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^1 problem, \d to be looked at/)
    expect(stdout + stderr).not.toContain(process.env[tokenEnv])
  })

  test('shows to a writer what only administrators may see as unknown', async () => {
    const { code, rows } = await rowsOf({ login: 'wendy' })
    const unknown = rows.filter(({ is }) => is === 'unknown').map(({ about }) => about)
    expect(unknown).toEqual([
      ...['Your role', 'Secrets', 'Pull requests'],
      ...['Branch opencode/issue-*', 'Branch beads-sync'],
    ])
    expect(code).toBe(0)
  })

  const workflow = (change: (text: string) => string): Files => ({
    '.github/workflows/wavefront.yml': change(example('wavefront')),
  })
  const cases: readonly (readonly [string, Wish, string, string, string])[] = [
    [
      'no workflow',
      { files: { '.github/workflows/wavefront.yml': null } },
      'Workflow',
      'no workflow on main calls wave.yml',
      'wavefront init',
    ],
    [
      'a workflow that does something else',
      { files: workflow(() => 'on: push\njobs: { a: { runs-on: x } }\n') },
      'Workflow',
      'calls no wave.yml',
      'wavefront init --force',
    ],
    [
      'a workflow that is no YAML',
      { files: workflow((text) => `${text}\n  - [`) },
      'Workflow',
      '.github/workflows/wavefront.yml:',
      'mend the YAML',
    ],
    [
      'no dispatch',
      { files: workflow((text) => text.replace('workflow_dispatch:', 'workflow_call:')) },
      'Dispatch',
      'cannot be started',
      'workflow_dispatch:',
    ],
    [
      'no issue_number among the inputs',
      {
        files: workflow((text) => text.replace('      issue_number:\n', '      issue_numbers:\n')),
      },
      'Dispatch',
      'does not declare issue_number',
      'issue_number:\n            type: string',
    ],
    [
      'an input that the called workflow does not have',
      { files: workflow((text) => text.replace('      base: ${{', '      bse: ${{')) },
      'Inputs',
      'gives "bse" (did you mean "base"?)',
      'write one of',
    ],
    [
      'a branch that is not handed over',
      { files: workflow((text) => text.replace(`      branch: \${{ inputs.branch }}\n`, '')) },
      'Inputs',
      'does not hand branch over',
      `branch: \${{ inputs.branch }}`,
    ],
    [
      'a permission too few',
      { files: workflow((text) => text.replace(/ {6}statuses: write.*\n/, '')) },
      'Permissions',
      'does not grant statuses: write: GitHub ends such a run as startup_failure',
      'actions: write',
    ],
    [
      'no permissions at all, and a default that only reads',
      {
        files: workflow((text) =>
          text.replace('permissions: {}\n', '').replace(/ {4}permissions:\n( {6}.*\n){5}/, ''),
        ),
      },
      'Permissions',
      'does not grant contents: write, issues: write',
      '    wave:\n    permissions:',
    ],
    [
      'a group around the wave',
      { files: workflow((text) => text.replace('jobs:', 'concurrency: x\njobs:')) },
      'Workflow',
      'has a concurrency group around the wave',
      'remove `concurrency:`',
    ],
    [
      'secrets that are inherited from another owner',
      {
        files: workflow((text) => text.replace(/ {4}secrets:\n[\s\S]*/, '    secrets: inherit\n')),
      },
      'Secrets',
      'arrives empty in a workflow of another owner',
      'agent_env: |',
    ],
    [
      'a secret that is not there',
      { secrets: [] },
      'Secrets',
      'names the secret ANTHROPIC_API_KEY',
      'gh secret set',
    ],
    [
      'an App with half of its secrets',
      {
        files: workflow((text) => `${text}      app_id: \${{ secrets.ANTHROPIC_API_KEY }}\n`),
      },
      'Secrets',
      'only one of app_id',
      'pass both',
    ],
    [
      'no configuration',
      { files: { '.github/wavefront.yml': null } },
      'Configuration',
      'main has no .github/wavefront.yml',
      'wavefront init',
    ],
    [
      'no agent',
      { files: { '.github/wavefront.yml': 'checks: npm test\n' } },
      'Agent',
      'none is configured',
      'agent: opencode run',
    ],
    [
      'no checks',
      { files: { '.github/wavefront.yml': 'agent: x\n' } },
      'Checks',
      'nothing is verified',
      'checks: npm test',
    ],
    [
      'pull requests that are not allowed',
      { settings: { canCreatePullRequests: false } },
      'Pull requests',
      'may not open them',
      '/octo/demo/settings/actions',
    ],
    [
      'a ruleset over every branch',
      {
        rules: { 'opencode/issue-1': [{ type: 'pull_request' }, { type: 'required_signatures' }] },
      },
      'Branch opencode/issue-*',
      'changes need a pull request, and commits need signatures',
      'leave opencode/issue-* out',
    ],
    [
      "a ruleset over the store's branch",
      { rules: { 'beads-sync': [{ type: 'creation' }] } },
      'Branch beads-sync',
      'not everybody may create it',
      'leave beads-sync out',
    ],
    [
      'required checks that never report',
      { protections: { main: { requiredChecks: ['build', 'wavefront'] } } },
      'Required checks',
      'main requires "build", which never reports',
      'ci_workflows: [ci.yml]',
    ],
    [
      'a CI workflow that cannot be dispatched',
      {
        files: {
          '.github/wavefront.yml': 'agent: x\nchecks: y\nci_workflows: [ci.yml]\n',
          '.github/workflows/ci.yml': 'on: push\njobs: { a: { runs-on: x } }\n',
        },
      },
      'Required checks',
      'it has no workflow_dispatch',
      'workflow_dispatch:',
    ],
    [
      'no tasks',
      { files: { '.beads/issues.jsonl': null } },
      'Task store',
      'neither beads-sync nor main',
      'bd init',
    ],
    [
      'tasks that cannot be read',
      { files: { '.beads/issues.jsonl': '<<<<<<< HEAD\n' } },
      'Task store',
      'issues.jsonl:1',
      '',
    ],
    [
      'a bd that opens no Dolt database',
      {
        files: {
          '.beads/metadata.json': '{"backend":"dolt"}',
          '.github/wavefront.yml': "agent: x\nchecks: y\nbd_version: '0.47.1'\n",
        },
      },
      'Task store',
      'bd_version is 0.47.1',
      "bd_version: '1.3.0'",
    ],
    [
      'a store of bd that is none',
      { files: { '.github/workflows/wavefront.yml': example('dolt') } },
      'Task store',
      'tells of no Dolt database',
      'bd init',
    ],
  ]
  test.each(cases)('%s', async (_, wish, about, says, fix) => {
    const { code, problems } = await rowsOf(wish)
    expect(problems).toEqual([
      {
        ...{ is: 'problem', about },
        says: expect.stringContaining(says),
        fix: expect.stringContaining(fix),
      },
    ])
    expect(code).toBe(1)
  })

  test('a workflow that is disabled', async () => {
    const doctor = await aRepository()
    await doctor()
    const [known] = github.repository('octo/demo').workflows
    if (known) known.state = 'disabled_manually'
    expect((await doctor()).stdout).toContain(
      '✖ Workflow                 .github/workflows/wavefront.yml is disabled',
    )
  })

  test.each<[string, Wish, readonly string[]]>([
    [
      'a GitHub App makes the setting and required checks harmless',
      {
        files: { '.github/workflows/wavefront.yml': example('github-app') },
        secrets: ['ANTHROPIC_API_KEY', 'WAVEFRONT_APP_ID', 'WAVEFRONT_APP_PRIVATE_KEY'],
        settings: { canCreatePullRequests: false },
        protections: { main: { requiredChecks: ['build'] } },
      },
      [],
    ],
    [
      'workflows to dispatch make required checks report',
      {
        files: {
          '.github/wavefront.yml': 'agent: x\nchecks: y\nci_workflows: [ci.yml]\n',
          '.github/workflows/ci.yml': 'on: workflow_dispatch\njobs: { a: { runs-on: x } }\n',
        },
        protections: { main: { requiredChecks: ['build'] } },
      },
      [],
    ],
    [
      'three plain jobs',
      { files: { '.github/workflows/wavefront.yml': example('three-jobs') } },
      [],
    ],
    [
      'Dolt, whose branch is another one',
      {
        files: {
          '.github/workflows/wavefront.yml': example('dolt'),
          '.beads/metadata.json': '{"backend":"dolt"}',
        },
        rules: { 'beads-sync': [{ type: 'creation' }] },
      },
      [],
    ],
    [
      'another name for the workflow',
      {
        files: {
          '.github/workflows/wavefront.yml': null,
          '.github/workflows/agents.yml': example('wavefront'),
        },
      },
      [],
    ],
    [
      "an agent that the workflow names, and a secret that may be the organization's",
      {
        files: {
          '.github/workflows/wavefront.yml': example('wavefront').replace(
            `\${{ inputs.agent }}`,
            'opencode run',
          ),
          '.github/wavefront.yml': 'checks: y\n',
        },
        secrets: [],
        organizationSecrets: ['anthropic_api_key'],
      },
      [],
    ],
  ])('%s', async (_, wish, problems) => {
    expect((await rowsOf(wish)).problems).toEqual(problems)
  })

  test('GitHub Enterprise Server, whose workflows cannot refer to themselves', async () => {
    const { problems } = await rowsOf({ server: { ghes: true } })
    expect(problems.map(({ about, says }) => [about, says])).toEqual([
      ['Workflow', expect.stringContaining('GitHub Enterprise Server does not know')],
    ])
  })

  test('another base', async () => {
    const branches = { next: { '.github/wavefront.yml': 'agent: y\nchecks: z\n' } }
    const { problems, rows } = await rowsOf({ branches }, '--branch', 'next')
    expect(problems).toEqual([])
    expect(rows).toContainEqual({ is: 'ok', about: 'Agent', says: 'y' })
  })

  test('a base that does not exist', async () => {
    const { problems } = await rowsOf({}, '--branch', 'nxt')
    expect(problems.map(({ says }) => says)).toContain('there is no branch nxt')
  })

  test('only asks', async () => {
    const doctor = await aRepository()
    github.forgetRequests()
    await doctor()
    expect(new Set(github.requests.map(({ method }) => method))).toEqual(new Set(['GET']))
  })
})

describe('bad input ends with 2 and a remedy', () => {
  test('a token that is no longer valid', async () => {
    const doctor = await aRepository()
    github.revoke(process.env[tokenEnv] ?? '')
    const { code, stdout, stderr } = await doctor()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Bad credentials')
    expect(stderr).toContain('fix: give a token that is valid')
  })

  test('a repository that the token may not see', async () => {
    const doctor = await aRepository({ login: 'stranger' })
    const { code, stderr } = await doctor()
    expect(code).toBe(2)
    expect(stderr).toContain('there is no repository octo/demo')
  })

  test('a branch that is an option', async () => {
    const { code, stderr } = await (await aRepository())('--branch=--force')
    expect(code).toBe(2)
    expect(stderr).toContain('--branch: "--force" is not a branch name')
  })

  test('GitHub answers nothing useful', async () => {
    const doctor = await aRepository()
    github.fault({ mode: 'status', status: 200, body: {}, path: /demo$/, times: 99 })
    const { code, stderr } = await doctor()
    expect(code).toBe(2)
    expect(stderr).toContain('GitHub gave no useful answer: GET /repos/octo/demo: 200')
    expect(stderr).toContain('githubstatus')
  })
})
