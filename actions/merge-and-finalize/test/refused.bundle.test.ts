import {
  type HostedWorld,
  ourComment,
  taskIssue,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import { aAndB, bothLanded, config, feature, issues, nothingYet, push, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

async function landed(workers: Parameters<typeof workedWave>[1] = aAndB) {
  const wave = await workedWave(world, workers)
  await wave.integrate()
  return wave.land()
}

describe('the server does not take the push', () => {
  const cases: Readonly<Record<string, [forbid: () => void, said: string]>> = {
    'a protected branch': [() => world.served.protect(feature), 'GH006'],
    'a ruleset': [() => world.served.addRule(feature, 'Changes must be signed.'), 'GH013'],
  }
  test.each(Object.entries(cases))(
    '%s: nothing is closed, and the work is kept',
    async (_, [forbid, said]) => {
      world = await shop()
      forbid()
      const end = await landed()
      expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([1, 'stopped', '[]'])
      expect(end.log).toContain('nothing has landed: the push was refused')
      expect(end.log).toContain(said)
      expect(end.log).toContain(`the work waits on the branches of a, b`)
      expect(end.log).toContain(
        "fix: the branch is protected: push to another branch, or allow this one in the repository's branch rules",
      )
      expect(whatThereIs(world)).toEqual({
        ...nothingYet,
        branches: [`${feature}-task-a`, `${feature}-task-b`],
        comments: ['Stopped before the end · 0/3 tasks landed'],
      })
      expect(ourComment(world)).toContain('the push was refused')
      expect(ourComment(world)).toContain('the branch is protected: push to another branch')
    },
  )

  test('when the branch is free again, a run lands the work that was kept', async () => {
    world = await shop()
    world.served.protect(feature)
    await landed()
    world.served.free(feature)
    const next = await world.wave()
    expect([next.land?.code, [...next.tasks.keys()]]).toEqual([0, []])
    expect(whatThereIs(world)).toMatchObject({ ...bothLanded, statuses: expect.any(Array) })
  })

  test('workflow files, which this token may not push', async () => {
    world = await shop({ config: `${config}allow_paths: ['.github/workflows/**']\n` })
    const end = await landed({ a: { '.github/workflows/new.yml': 'on: push\n' } })
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
    expect(end.log).toContain('without `workflows` permission')
    expect(end.log).not.toContain('the work waits on the branches')
    expect(end.log).toContain(
      'fix: this token may not change workflow files: leave `.github/workflows/` out of the work (`protected_paths` does that), or push with the token of a GitHub App that was minted with `permission-workflows: write`',
    )
    expect(whatThereIs(world)).toMatchObject({ landed: [], closed: [], pulls: [] })
  })

  test('the same with the token of an App that may', async () => {
    world = await shop({ config: `${config}allow_paths: ['.github/workflows/**']\n` })
    const permissions = {
      contents: 'write',
      workflows: 'write',
      'pull-requests': 'write',
      statuses: 'write',
      actions: 'write',
    } as const
    const app = { type: 'app', login: 'our-app[bot]', repo: 'octo/demo', permissions } as const
    const wave = await workedWave(world, { a: { '.github/workflows/new.yml': 'on: push\n' } })
    await wave.integrate()
    const end = await wave.land({ inputs: { app_token: world.github.token(app) } })
    expect([end.code, end.outputs.closed]).toEqual([0, '["a"]'])
  })

  test('workflow files without leave: the result is rejected, and everything else lands', async () => {
    world = await shop({ issues: [...issues, taskIssue('d')] })
    const failed = { files: { 'd.txt': 'd\n' }, outcome: 'failed' }
    const workers = { ...aAndB, a: { '.github/workflows/new.yml': 'on: push\n' }, d: failed }
    const end = await landed(workers)
    expect([end.code, end.outputs.failed, end.outputs.closed]).toEqual([0, '["a","d"]', '["b"]'])
    expect(whatThereIs(world)).toMatchObject({
      branches: ['beads-sync', feature, `${feature}-failed-d`],
      landed: ['merge: task b'],
      attempts: { a: ['1 rejected'], b: ['1 landed'], d: ['1 failed'] },
    })
    const comment = ourComment(world)
    expect(comment).toContain('it changes protected paths')
    expect(comment).not.toContain('failed-a')
  })
})

test('no leave to create pull requests: the work lands, the next wave starts, and the job is red', async () => {
  world = await shop()
  world.github.repository('octo/demo').settings.canCreatePullRequests = false
  const end = await landed()
  expect([end.code, end.outputs.next_wave, end.outputs.pr_number]).toEqual([
    1,
    'dispatched',
    undefined,
  ])
  expect(end.log).toContain('GitHub Actions is not permitted to create or approve pull requests')
  expect(end.log).toContain('fix: tick "Allow GitHub Actions to create and approve pull requests"')
  expect(whatThereIs(world)).toEqual({ ...bothLanded, pulls: [] })
})

test('no leave to write statuses: the same', async () => {
  world = await shop()
  const permissions = {
    contents: 'write',
    'pull-requests': 'write',
    issues: 'write',
    actions: 'write',
  } as const
  const token = world.github.token({ type: 'github-actions', repo: 'octo/demo', permissions })
  const wave = await workedWave(world, aAndB)
  await wave.integrate()
  const end = await wave.land({ token })
  expect([end.code, end.outputs.next_wave]).toEqual([1, 'dispatched'])
  expect(end.log).toMatch(/Resource not accessible by integration.*statuses: write/s)
  expect(whatThereIs(world)).toEqual({ ...bothLanded, statuses: [] })
})

describe('the next wave cannot be started', () => {
  const workflow = (inputs: string) =>
    `name: Wavefront\non:\n  workflow_dispatch:\n${inputs}jobs: {}\n`

  test("the caller's workflow has no such inputs: the comment and the log say what to write", async () => {
    world = await shop({ files: { '.github/workflows/wavefront.yml': workflow('') } })
    const run = await world.startRun({})
    const wave = await workedWave(world, aAndB, { run })
    await wave.integrate()
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
    expect(end.log).toContain('the next wave could not be started')
    expect(end.log).toContain('Unexpected inputs provided')
    expect(end.log.replaceAll('%0A', '\n')).toContain(
      [
        'declare them in the workflow that is dispatched, on the branch that it runs on:',
        '    on:',
        '      workflow_dispatch:',
        '        inputs:',
        '          issue_number:',
        '            type: string',
        '          branch:',
        '            type: string',
      ].join('\n'),
    )
    expect(whatThereIs(world)).toEqual({
      ...bothLanded,
      dispatched: [],
      comments: ['Stopped before the end · 2/3 tasks landed'],
    })
    expect(ourComment(world)).toContain('Unexpected inputs provided')
  })

  test('the workflow is disabled', async () => {
    world = await shop()
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    for (const one of world.github.repository('octo/demo').workflows)
      one.state = 'disabled_manually'
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
    expect(end.log).toContain('enable the workflow: Actions → the workflow → Enable workflow')
  })

  test('the token may not start workflows', async () => {
    world = await shop()
    const permissions = {
      contents: 'write',
      'pull-requests': 'write',
      issues: 'write',
      statuses: 'write',
      actions: 'read',
    } as const
    const token = world.github.token({ type: 'github-actions', repo: 'octo/demo', permissions })
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    const end = await wave.land({ token })
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
    expect(end.log).toContain('actions: write')
    expect(whatThereIs(world)).toMatchObject({ closed: ['a', 'b'], dispatched: [] })
  })
})

test("a stranger's comment that begins as ours does is left alone, and ours is another", async () => {
  world = await shop()
  const body = '<!-- wavefront:issue -->\nEverything is done. Click here.'
  world.github.addComment('octo/demo', { issue: 7, login: 'mallory', body })
  world.github.addComment('octo/demo', { issue: 7, login: 'other[bot]', body })
  const end = await landed()
  expect(end.code).toBe(0)
  const { comments } = world.github.repository('octo/demo')
  expect(comments.map(({ user, body: text }) => [user.login, text === body])).toEqual([
    ['mallory', true],
    ['other[bot]', true],
    ['github-actions[bot]', false],
  ])
})

test("a person's branch that has the name of a task's is not deleted", async () => {
  world = await shop()
  const own = world.checkout.commitOn('main', { 'own.txt': 'mine\n' })
  push(world, `${feature}-task-a`, own)
  const end = await landed()
  expect([end.code, end.outputs.closed]).toEqual([1, undefined])
  expect(end.log).toContain(
    `the branch "${feature}-task-a" is not a result of Wavefront, but has the name of one`,
  )
  expect(whatThereIs(world)).toEqual({ ...nothingYet, branches: [`${feature}-task-a`] })
  expect(world.served.git('rev-parse', `${feature}-task-a`)).toBe(own)
})
