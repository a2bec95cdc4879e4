import { type HostedWorld, whatThereIs, workedWave } from '@wavefront/testing'
import { aAndB, bothLanded, config, feature, filesOn, push, pushOnto, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

async function landed(inputs: Readonly<Record<string, string>> = {}) {
  const wave = await workedWave(world, aAndB)
  await wave.integrate()
  return wave.land({ inputs })
}

describe('store_branch', () => {
  test('none: the tasks are closed in the feature branch, in the same push', async () => {
    world = await shop({ config: `${config}store_branch: none\n` })
    const end = await landed()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(whatThereIs(world, { store: feature })).toEqual({
      ...bothLanded,
      branches: [feature],
      landed: [...bothLanded.landed, 'chore: update the tasks'],
    })
  })

  test('none: the next wave goes on from there, to the end', async () => {
    world = await shop({ config: `${config}store_branch: none\n` })
    await landed()
    const next = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect([next.land?.code, next.land?.outputs.next_wave]).toEqual([0, 'complete'])
    expect(whatThereIs(world, { store: feature })).toMatchObject({
      branches: [feature],
      closed: ['shop', 'a', 'b', 'c'],
      attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
    })
  })

  test('none: the job that lands, run again, changes nothing', async () => {
    world = await shop({ config: `${config}store_branch: none\n` })
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    await wave.land()
    const before = world.served.git('for-each-ref')
    const end = await wave.land()
    expect([end.code, world.served.git('for-each-ref')]).toEqual([0, before])
  })

  test('a name of its own', async () => {
    world = await shop({ config: `${config}store_branch: tasks/all\n` })
    expect((await landed()).code).toBe(0)
    expect(whatThereIs(world, { store: 'tasks/all' })).toEqual({
      ...bothLanded,
      branches: [feature, 'tasks/all'],
    })
  })

  test('a branch of code is refused by name, before anything is pushed', async () => {
    world = await shop({ config: `${config}store_branch: main\n` })
    const end = await landed()
    expect([end.code, whatThereIs(world).branches]).toEqual([1, []])
    expect(end.log).toContain(`the store's branch is "main", which is a branch of code`)
  })
})

describe('update_base', () => {
  async function grown(policy: string) {
    world = await shop({ config: `${config}update_base: ${policy}\n` })
    push(world, feature, world.checkout.commitOn('main', { 'x.txt': 'x\n' }))
    return pushOnto(world, 'main', { 'n.txt': 'new\n' })
  }

  test('each_wave: it is merged in before the tasks', async () => {
    const base = await grown('each_wave')
    expect((await landed()).code).toBe(0)
    expect(whatThereIs(world).landed).toEqual([
      'a commit',
      `merge: base ${base.slice(0, 12)}`,
      ...bothLanded.landed,
    ])
  })

  test('never: it is left to people', async () => {
    await grown('never')
    expect((await landed()).code).toBe(0)
    await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect(whatThereIs(world).landed).toEqual(['a commit', ...bothLanded.landed, 'merge: task c'])
    expect(filesOn(world, feature)).not.toContain('n.txt')
  })

  test('end: it is merged in with the last wave alone', async () => {
    const base = await grown('end')
    expect((await landed()).code).toBe(0)
    expect(whatThereIs(world).landed).toEqual(['a commit', ...bothLanded.landed])
    await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect(whatThereIs(world).landed).toEqual([
      'a commit',
      ...bothLanded.landed,
      `merge: base ${base.slice(0, 12)}`,
      'merge: task c',
    ])
  })
})

describe('ci_workflows', () => {
  const ci = 'name: CI\non: { workflow_dispatch: {} }\njobs: {}\n'

  test('are started on the branch, after a landing', async () => {
    world = await shop({
      config: `${config}ci_workflows: [ci.yml]\n`,
      files: { '.github/workflows/ci.yml': ci },
    })
    expect((await landed()).code).toBe(0)
    const started = world.github.runs.all.filter(({ actor }) => actor.type === 'Bot')
    expect(started.map(({ path, ref, headSha }) => [path, ref, headSha])).toEqual([
      ['.github/workflows/wavefront.yml', 'main', world.served.git('rev-parse', 'main')],
      ['.github/workflows/ci.yml', feature, world.served.git('rev-parse', feature)],
    ])
  })

  test('are started by the re-run of a job that was killed before it came to that', async () => {
    world = await shop({
      config: `${config}ci_workflows: [ci.yml]\n`,
      files: { '.github/workflows/ci.yml': ci },
    })
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    const request = { method: 'POST', path: /ci\.yml\/dispatches$/ }
    world.github.fault({ ...request, mode: 'hang' })
    const at = () => world.github.count(request) > 0
    expect((await wave.land({ kill: { at, by: 'SIGKILL' } })).code).toBe(null)
    world.github.clearFaults()
    expect((await wave.land()).code).toBe(0)
    const started = world.github.runs.all.filter(({ path }) => path.endsWith('/ci.yml'))
    expect(started.map(({ ref }) => ref)).toEqual([feature])
  })

  test('are not started where nothing has landed', async () => {
    world = await shop({
      config: `${config}ci_workflows: [ci.yml]\n`,
      files: { '.github/workflows/ci.yml': ci },
    })
    const wave = await workedWave(world, {}, { silent: ['a', 'b'] })
    await wave.integrate()
    expect((await wave.land()).code).toBe(0)
    const started = world.github.runs.all.filter(({ actor }) => actor.type === 'Bot')
    expect(started.map(({ path }) => path)).toEqual(['.github/workflows/wavefront.yml'])
  })

  test('that are not there: all else is done, and the job is red with what to do', async () => {
    world = await shop({ config: `${config}ci_workflows: [ci.yml]\n` })
    const end = await landed()
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'dispatched'])
    expect(end.log).toContain('the workflow .github/workflows/ci.yml could not be started')
    expect(end.log).toContain('put .github/workflows/ci.yml on the default branch')
    expect(whatThereIs(world)).toEqual(bothLanded)
  })
})

test("app_token: an App pushes, opens the pull request and starts the next wave; comments are the job's own", async () => {
  world = await shop()
  const permissions = {
    contents: 'write',
    'pull-requests': 'write',
    statuses: 'write',
    actions: 'write',
  } as const
  const app = { type: 'app', login: 'our-app[bot]', repo: 'octo/demo', permissions } as const
  const wave = await workedWave(world, aAndB)
  await wave.integrate()
  world.git.forgetRequests()
  const end = await wave.land({ inputs: { app_token: world.github.token(app) } })
  expect(end.code).toBe(0)
  expect(whatThereIs(world)).toEqual(bothLanded)
  const { pulls, comments, statuses } = world.github.repository('octo/demo')
  const pushers = world.git.requests
    .filter(({ service }) => service === 'git-receive-pack')
    .map(({ login }) => login)
  expect({
    pushes: [...new Set(pushers)],
    pulls: pulls.map(({ user }) => user.login),
    statuses: statuses.map(({ creator }) => creator.login),
    comments: comments.map(({ user }) => user.login),
    runs: world.github.runs.all.map(({ actor }) => actor.login),
  }).toEqual({
    pushes: ['our-app[bot]'],
    pulls: ['our-app[bot]'],
    statuses: ['our-app[bot]'],
    comments: ['github-actions[bot]'],
    runs: ['octo', 'our-app[bot]'],
  })
  expect(end.log).not.toMatch(/^(?!::add-mask::).*ghs_/m)
})

test("the caller's own inputs go along to the next wave", async () => {
  world = await shop()
  const inputs = { issue_number: '7', overrides: '{"max_tasks": 1}' }
  const run = await world.startRun(inputs)
  const wave = await workedWave(world, aAndB, { run })
  await wave.integrate()
  expect((await wave.land()).code).toBe(0)
  expect(whatThereIs(world).dispatched).toEqual([{ ...inputs, branch: feature }])
})
