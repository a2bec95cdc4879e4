import { issueMarker, longestBody } from '@wavefront/github'
import type { GitHubFault, Permissions } from '@wavefront/testing'
import { aForge, type Forge, feature, main, workflow } from './a-forge.ts'

const writes: Permissions = {
  actions: 'write',
  contents: 'read',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
}
const bot = 'github-actions[bot]'

let forge: Forge
beforeEach(async () => {
  forge = await aForge()
})
afterEach(async () => {
  await forge.close()
})

const comments = () =>
  forge.fake.repository('o/r').comments.map(({ user, body }) => `${user.login}: ${body}`)
const pulls = () => forge.fake.repository('o/r').pulls

describe('the one comment', () => {
  const write = (body: string) => forge.asJob(writes).issues.writeComment({ issue: 7, body })

  test('is made, edited in place, and left alone when it says the same', async () => {
    const first = await write('one')
    expect(await write('two')).toEqual(first)
    await write('two')
    expect(comments()).toEqual([`${bot}: ${issueMarker}\ntwo`])
    expect(forge.fake.count({ method: 'PATCH' })).toBe(1)
    expect(forge.fake.violations).toEqual([])
  })

  test('is not the stranger’s that carries our marker', async () => {
    const theirs = `${issueMarker}\n[click](https://evil.test)`
    forge.fake.addComment('o/r', { issue: 7, login: 'mallory', body: theirs })
    await write('one')
    await write('two')
    expect(comments()).toEqual([`mallory: ${theirs}`, `${bot}: ${issueMarker}\ntwo`])
    expect(forge.fake.violations).toEqual([])
  })

  test('of two is the older', async () => {
    for (const body of ['one', 'two']) {
      forge.fake.addComment('o/r', { issue: 7, login: bot, body: `${issueMarker}\n${body}` })
    }
    await write('three')
    expect(comments()).toEqual([`${bot}: ${issueMarker}\nthree`, `${bot}: ${issueMarker}\ntwo`])
  })

  test('is found behind two hundred others', async () => {
    for (let n = 0; n < 205; n += 1) {
      forge.fake.addComment('o/r', { issue: 7, login: 'bob', body: `comment ${n}` })
    }
    await write('one')
    await write('two')
    expect(comments().filter((line) => line.startsWith(bot))).toEqual([
      `${bot}: ${issueMarker}\ntwo`,
    ])
  })

  test('of a person is told from others by the name of the token’s owner', async () => {
    const { issues } = forge.asPerson('ann')
    await issues.writeComment({ issue: 7, body: 'one' })
    await issues.writeComment({ issue: 7, body: 'two' })
    expect(comments()).toEqual([`ann: ${issueMarker}\ntwo`])
  })

  test('never is longer than GitHub takes', async () => {
    await write(`| a |\n| - |\n${'| 😀 |\n'.repeat(20_000)}`)
    const [{ body } = { body: '' }] = forge.fake.repository('o/r').comments
    expect(body.length).toBeLessThanOrEqual(longestBody)
    expect(body.length).toBeGreaterThan(longestBody - 100)
  })

  const faults: readonly [string, Omit<GitHubFault, 'path'>][] = [
    ['broke off after it was made', { mode: 'cut-after', times: 1 }],
    ['broke off before it was made', { mode: 'cut-before', times: 1 }],
    ['502', { mode: 'status', status: 502, body: '<html>Unicorn!</html>', times: 2 }],
    [
      '429',
      {
        mode: 'status',
        status: 429,
        headers: { 'retry-after': '9' },
        body: { message: 'secondary rate limit' },
        times: 2,
      },
    ],
    ['silent', { mode: 'hang', times: 1 }],
  ]
  test.each(faults)('is one, whatever becomes of the answer: %s', async (_, fault) => {
    forge.fake.fault({ method: 'POST', path: /comments$/, ...fault })
    await forge.asJob(writes, { answerMs: 200 }).issues.writeComment({ issue: 7, body: 'one' })
    expect(comments()).toEqual([`${bot}: ${issueMarker}\none`])
  })

  test('takes a permission', async () => {
    const { issues } = forge.asJob({ issues: 'read' })
    await expect(issues.writeComment({ issue: 7, body: 'x' })).rejects.toThrow(
      /permissions:\n {6}issues: write/,
    )
  })
})

describe('an issue', () => {
  test('is read', async () => {
    expect(await forge.asJob({ issues: 'read' }).issues.read(7)).toMatchObject({
      title: 'Seven',
      isOpen: true,
      isPullRequest: false,
    })
    expect(await forge.asJob({ issues: 'read' }).issues.read(99)).toBeUndefined()
  })
})

describe('the pull request', () => {
  const wanted = { head: feature, base: main, title: '🤖 Implement Issue #7: Seven', body: 'one' }
  const write = (more: object = {}) =>
    forge.asJob(writes).pullRequests.write({ ...wanted, ...more })

  test('is made and updated; what people wrote stays', async () => {
    const made = await write()
    const [pull] = pulls()
    if (pull === undefined) throw new Error('none was made')
    pull.title = 'Renamed'
    pull.body = `Look first at a.\n\n${pull.body}\nAnd then at b.`
    expect(await write({ body: 'two', title: 'other' })).toEqual(made)
    expect(await forge.asJob(writes).pullRequests.find(feature)).toEqual(made)
    expect(pulls()).toMatchObject([
      {
        title: 'Renamed',
        isDraft: false,
        body: 'Look first at a.\n\n<!-- wavefront:begin -->\ntwo\n<!-- wavefront:end -->\n\nAnd then at b.',
      },
    ])
    expect(forge.fake.violations).toEqual([])
  })

  test.each<[string, GitHubFault]>([
    [
      'the answer to making it is lost',
      { method: 'POST', path: /pulls$/, mode: 'cut-after', times: 1 },
    ],
    [
      'the list is late',
      { method: 'GET', path: /pulls\?/, mode: 'status', status: 200, body: [], skip: 1, times: 1 },
    ],
  ])('is one: %s', async (_, fault) => {
    forge.fake.fault(fault)
    await write()
    await write({ body: 'two' })
    expect(pulls()).toMatchObject([{ body: expect.stringContaining('two') }])
    expect(pulls()).toHaveLength(1)
  })

  test.each<[string, object, RegExp]>([
    ['there is nothing to merge', { head: 'same' }, /No commits between main and same/],
    ['the base is not there', { base: 'gone' }, /base is invalid/],
    ['the head is not there', { head: 'gone' }, /head is invalid/],
  ])('is not made when %s', async (_, more, said) => {
    await expect(write(more)).rejects.toThrow(said)
    expect(pulls()).toEqual([])
  })

  test('is not made where the setting forbids it', async () => {
    forge.fake.repository('o/r').settings.canCreatePullRequests = false
    await expect(write()).rejects.toThrow(/tick "Allow GitHub Actions to create/)
  })

  test('takes a permission, and a status another', async () => {
    const { pullRequests } = forge.asJob({ 'pull-requests': 'read' })
    await expect(pullRequests.write(wanted)).rejects.toThrow(/ {6}pull-requests: write/)
    const status = { commit: forge.tip, state: 'success', description: 'x' } as const
    await expect(pullRequests.writeStatus(status)).rejects.toThrow(/ {6}statuses: write/)
  })

  test('has a status beside its commit', async () => {
    const description = 'ü'.repeat(200)
    await forge
      .asJob(writes)
      .pullRequests.writeStatus({ commit: forge.tip, state: 'pending', description })
    expect(forge.fake.repository('o/r').statuses).toMatchObject([
      {
        sha: forge.tip,
        state: 'pending',
        context: 'wavefront',
        description: `${'ü'.repeat(139)}…`,
      },
    ])
    expect(forge.fake.violations).toEqual([])
  })
})

describe('the next wave', () => {
  const inputs = { issue_number: '7', branch: feature }
  const wanted = { workflow, on: [feature, main], inputs }
  const runs = () => forge.fake.repository('o/r').runs

  test('is dispatched on the first branch that has the workflow', async () => {
    const on = ['gone', main]
    const told = await forge.asJob(writes).runs.dispatch({ ...wanted, on })
    expect(runs()).toMatchObject([{ ref: 'main', inputs, actor: { login: bot } }])
    expect(told).toEqual({ is: 'dispatched', url: expect.stringContaining(String(runs()[0]?.id)) })
    expect(await forge.asJob(writes).runs.readWorkflow(runs()[0]?.id ?? 0)).toEqual({
      path: workflow,
      branch: 'main',
    })
    expect(forge.fake.violations).toEqual([])
  })

  test.each<[string, Omit<GitHubFault, 'path'>]>([
    ['broke off after it was done', { mode: 'cut-after', times: 1 }],
    ['broke off before it was done', { mode: 'cut-before', times: 1 }],
    ['503 twice', { mode: 'status', status: 503, times: 2 }],
  ])('is one run, whatever becomes of the answer: %s', async (_, fault) => {
    forge.fake.fault({ method: 'POST', path: /dispatches$/, ...fault })
    expect(await forge.asJob(writes).runs.dispatch(wanted)).toMatchObject({ is: 'dispatched' })
    expect(runs()).toMatchObject([{ ref: feature }])
    expect(forge.fake.violations).toEqual([])
  })

  test.each<[string, object, Permissions, RegExp, RegExp]>([
    [
      'a workflow without our inputs',
      { workflow: 'bare.yml' },
      writes,
      /Unexpected inputs/,
      /issue_number:\n {12}type: string/,
    ],
    [
      'no such workflow',
      { workflow: 'gone.yml' },
      writes,
      /on opencode\/issue-7: .*Not Found.*; on main: /,
      /default branch/,
    ],
    ['an input too few', { inputs: {} }, writes, /'issue_number' not provided/, /a default/],
    ['no permission', {}, { actions: 'read' }, /not accessible/, / {6}actions: write/],
  ])('is refused: %s', async (_, more, permissions, why, fix) => {
    const told = await forge.asJob(permissions).runs.dispatch({ ...wanted, ...more })
    expect(told).toEqual({
      is: 'refused',
      why: expect.stringMatching(why),
      fix: expect.stringMatching(fix),
    })
    expect(runs()).toEqual([])
  })

  test('is dispatched on GitHub Enterprise Server, which tells nothing of the run', async () => {
    await forge.close()
    forge = await aForge({ ghes: true })
    const { runs: opened } = forge.asJob(writes)
    expect(await opened.dispatch(wanted)).toEqual({ is: 'dispatched' })
    expect(await opened.dispatch(wanted)).toEqual({ is: 'dispatched' })
    expect(forge.fake.count({ method: 'POST' })).toBe(3)
    expect(runs()).toHaveLength(2)
  })
})

describe('the inspector', () => {
  test('tells an administrator everything', async () => {
    const { protections, rules } = forge.fake.repository('o/r')
    protections[feature] = { requiredChecks: ['test'], requiresPullRequest: true }
    rules[feature] = [{ type: 'required_linear_history' }]
    const inspector = forge.inspectAs('ann')
    expect(await inspector.readRepository()).toMatchObject({
      is: 'found',
      defaultBranch: 'main',
      isPrivate: true,
    })
    expect(await inspector.readWorkflowPermissions()).toEqual({
      is: 'known',
      byDefault: 'read',
      mayCreatePullRequests: true,
    })
    expect(await inspector.readBranchRules(feature)).toMatchObject({
      needsPullRequest: true,
      needsLinearHistory: true,
      requiredChecks: ['test'],
      gaps: [],
    })
    expect(await inspector.readFile({ path: 'a ü.txt', ref: feature })).toEqual({
      is: 'found',
      text: 'a\n',
    })
    expect(await inspector.readFile({ path: 'b.txt' })).toEqual({ is: 'missing' })
    expect(await inspector.readFile({ path: '.github' })).toMatchObject({ is: 'unknown' })
    expect(await inspector.readWorkflows()).toMatchObject({
      workflows: [{ path: '.github/workflows/bare.yml' }, { path: workflow, isEnabled: true }],
    })
    expect(forge.fake.violations).toEqual([])
    expect(forge.fake.count()).toBe(forge.fake.count({ method: 'GET' }))
  })

  test('tells others what they may know', async () => {
    expect(await forge.inspectAs('bob').readWorkflowPermissions()).toMatchObject({ is: 'unknown' })
    expect(await forge.inspectAs('eve').readRepository()).toEqual({ is: 'missing' })
  })
})
