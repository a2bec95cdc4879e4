import { openInspector } from '@wavefront/github'
import { type Reply, type Script, type ScriptedServer, startScripted } from '../scripted-server.ts'

let server: ScriptedServer
afterEach(() => server.stop())

async function open(script: Script) {
  server = await startScripted(script)
  return openInspector({ token: 't', repository: 'o/r', apiUrl: server.url, secondMs: 1 })
}

const forbidden: Reply = { status: 403, body: { message: 'Must have admin rights to Repository.' } }
const why = (path: string) =>
  `GitHub: Must have admin rights to Repository. (GET /repos/o/r${path}: 403)`

describe('the repository', () => {
  const found = {
    full_name: 'o/r',
    default_branch: 'main',
    private: true,
    fork: false,
    archived: false,
  }
  const pull = { admin: false, maintain: false, push: false, triage: false, pull: true }

  test.each([
    ['an administrator', { ...pull, push: true, maintain: true, admin: true }, 'admin'],
    ['a writer', { ...pull, push: true, triage: true }, 'write'],
    ['a reader', pull, 'read'],
    ["an App's token", undefined, 'unknown'],
  ])('seen by %s', async (_, permissions, role) => {
    const inspector = await open({ 'GET ': [{ body: { ...found, permissions } }] })
    expect(await inspector.readRepository()).toEqual({
      is: 'found',
      repository: 'o/r',
      defaultBranch: 'main',
      isPrivate: true,
      isFork: false,
      isArchived: false,
      role,
    })
  })

  test('there is none', async () => {
    const inspector = await open({})
    expect(await inspector.readRepository()).toEqual({ is: 'missing' })
  })

  test('a token that is wrong is an error', async () => {
    const inspector = await open({
      'GET ': [{ status: 401, body: { message: 'Bad credentials' } }],
    })
    await expect(inspector.readRepository()).rejects.toThrow(/Bad credentials.*\n.*fix: /)
  })
})

describe("the workflow's permissions", () => {
  const call = 'GET /actions/permissions/workflow'

  test('known to administrators', async () => {
    const body = { default_workflow_permissions: 'read', can_approve_pull_request_reviews: false }
    const inspector = await open({ [call]: [{ body }] })
    expect(await inspector.readWorkflowPermissions()).toEqual({
      is: 'known',
      byDefault: 'read',
      mayCreatePullRequests: false,
    })
  })

  test('unknown to others', async () => {
    const inspector = await open({ [call]: [forbidden] })
    expect(await inspector.readWorkflowPermissions()).toEqual({
      is: 'unknown',
      why: why('/actions/permissions/workflow'),
    })
  })
})

describe('the rules for a branch', () => {
  const rules = 'GET /rules/branches/a%2Fb'
  const branch = 'GET /branches/a%2Fb'
  const protection = 'GET /branches/a%2Fb/protection'
  const none = {
    is: 'known',
    isCreationRestricted: false,
    isPushRestricted: false,
    needsPullRequest: false,
    needsSignatures: false,
    needsLinearHistory: false,
    requiredChecks: [],
    others: [],
    gaps: [],
  }

  test('none', async () => {
    const inspector = await open({
      [rules]: [{ body: [] }],
      [branch]: [{ body: { protected: false } }],
    })
    expect(await inspector.readBranchRules('a/b')).toEqual(none)
  })

  test('rulesets and the older protection together', async () => {
    const ruleset = [
      { type: 'pull_request', parameters: { required_approving_review_count: 1 } },
      {
        type: 'required_status_checks',
        parameters: { required_status_checks: [{ context: 'build' }] },
      },
      { type: 'commit_message_pattern', parameters: { operator: 'regex', pattern: 'x' } },
      { type: 'deletion' },
    ]
    const classic = {
      required_status_checks: { contexts: ['test', 'build'] },
      restrictions: { users: [], teams: [], apps: [] },
      required_signatures: { enabled: false },
      lock_branch: { enabled: false },
    }
    const inspector = await open({
      [rules]: [{ body: ruleset }],
      [branch]: [{ body: { protected: true } }],
      [protection]: [{ body: classic }],
    })
    expect(await inspector.readBranchRules('a/b')).toEqual({
      ...none,
      isPushRestricted: true,
      needsPullRequest: true,
      requiredChecks: ['build', 'test'],
      others: ['commit_message_pattern'],
    })
  })

  test('a branch that is to come, in a private repository of a free plan', async () => {
    const message = 'Upgrade to GitHub Pro or make this repository public to enable this feature.'
    const inspector = await open({ [rules]: [{ status: 403, body: { message } }] })
    expect(await inspector.readBranchRules('a/b')).toEqual({
      ...none,
      gaps: ['the branch protection that a/b would get: it does not exist yet'],
    })
  })

  test('to somebody who is no administrator', async () => {
    const inspector = await open({
      [rules]: [{ body: [] }],
      [branch]: [
        {
          body: { protected: true, protection: { required_status_checks: { contexts: ['test'] } } },
        },
      ],
      [protection]: [forbidden],
    })
    expect(await inspector.readBranchRules('a/b')).toEqual({
      ...none,
      requiredChecks: ['test'],
      gaps: ['who may push, and whether by a pull request only: that takes "administration: read"'],
    })
  })

  test('unknown', async () => {
    const inspector = await open({ [rules]: [forbidden] })
    expect(await inspector.readBranchRules('a/b')).toEqual({
      is: 'unknown',
      why: why('/rules/branches/a%2Fb'),
    })
  })
})

describe('the names of secrets', () => {
  const own = 'GET /actions/secrets'
  const shared = 'GET /actions/organization-secrets'
  const body = (...names: string[]) => ({
    body: { total_count: names.length, secrets: names.map((name) => ({ name })) },
  })

  const cases: readonly [string, Script, object][] = [
    [
      "the repository's and the organization's",
      { [own]: [body('A', 'B')], [shared]: [body('B', 'C')] },
      { is: 'known', names: ['A', 'B', 'C'], organization: 'known' },
    ],
    [
      "the organization's are kept secret",
      { [own]: [body('A')], [shared]: [forbidden] },
      { is: 'known', names: ['A'], organization: 'unknown' },
    ],
    ['all are', { [own]: [forbidden] }, { is: 'unknown', why: why('/actions/secrets') }],
  ]
  test.each(cases)('%s', async (_, script, told) => {
    const inspector = await open(script)
    expect(await inspector.readSecretNames()).toEqual(told)
  })
})

describe('a file', () => {
  const call = 'GET /contents/.github/a%20b.yml'
  const file = (content: string) => ({ type: 'file', encoding: 'base64', content })

  test('found, at a ref', async () => {
    const content = `${Buffer.from('Grüße: 1\n').toString('base64')}\n`
    const inspector = await open({ [call]: [{ body: file(content) }] })
    const found = await inspector.readFile({ path: '.github/a b.yml', ref: 'x/y' })
    expect(found).toEqual({ is: 'found', text: 'Grüße: 1\n' })
    expect(server.seen[0]?.query.get('ref')).toBe('x/y')
  })

  test.each<[string, Reply, object]>([
    ['missing', { status: 404, body: { message: 'Not Found' } }, { is: 'missing' }],
    [
      'a directory',
      { body: [] },
      { is: 'unknown', why: '.github/a b.yml is no file, or too big to be read' },
    ],
    [
      'too big',
      { body: { type: 'file', encoding: 'none', content: '' } },
      { is: 'unknown', why: '.github/a b.yml is no file, or too big to be read' },
    ],
    ['forbidden', forbidden, { is: 'unknown', why: why('/contents/.github/a%20b.yml') }],
  ])('%s', async (_, reply, told) => {
    const inspector = await open({ [call]: [reply] })
    expect(await inspector.readFile({ path: '.github/a b.yml' })).toEqual(told)
  })
})

test('the workflows', async () => {
  const workflow = (name: string, state: string) => ({
    name,
    state,
    path: `.github/workflows/${name}.yml`,
  })
  const inspector = await open({
    'GET /actions/workflows': [
      {
        body: {
          total_count: 3,
          workflows: [
            workflow('a', 'active'),
            workflow('b', 'disabled_manually'),
            workflow('c', 'deleted'),
          ],
        },
      },
    ],
  })
  expect(await inspector.readWorkflows()).toEqual({
    is: 'known',
    workflows: [
      { path: '.github/workflows/a.yml', name: 'a', isEnabled: true },
      { path: '.github/workflows/b.yml', name: 'b', isEnabled: false },
    ],
  })
})
