import type { RunState } from '@wavefront/testing'
import { aGitHub, look, type World } from './a-github.ts'

let world: World
let dispatched: RunState[]
beforeEach(async () => {
  dispatched = []
  world = await aGitHub({ onDispatch: (run) => void dispatched.push(run) })
})
afterEach(() => world.close())

describe('a dispatch', () => {
  test('makes a run of the bot whose token it is', async () => {
    const token = world.github.token({
      type: 'github-actions',
      repo: 'octo/demo',
      permissions: { actions: 'write' },
    })
    expect(await dispatch({}, { token })).toMatchObject({ status: 204 })
    const [run] = dispatched
    expect(run).toMatchObject({
      path: '.github/workflows/wave.yml',
      ref: 'main',
      status: 'queued',
      event: 'workflow_dispatch',
      actor: { login: 'github-actions[bot]', type: 'Bot' },
      inputs: { issue_number: '7', branch: '', mode: 'fast' },
    })
    const { body } = await world.ask('GET', `~/actions/runs/${run?.id}`)
    expect(body).toMatchObject({
      status: 'queued',
      conclusion: null,
      head_branch: 'main',
      path: '.github/workflows/wave.yml',
      actor: { login: 'github-actions[bot]' },
    })
    expect(world.github.violations).toEqual([])
  })

  test('tells of its run where that is asked for', async () => {
    const { status, body } = await dispatch({ return_run_details: true })
    expect([status, look(body, 'workflow_run_id')]).toEqual([200, dispatched[0]?.id])
    expect(world.github.violations).toEqual([])
  })

  const refusals: readonly (readonly [string, object, number, string])[] = [
    ['an input it does not have', inputs({ x: '1' }), 422, 'Unexpected inputs provided: ["x"]'],
    ['a missing input', { inputs: {} }, 422, "Required input 'issue_number' not provided"],
    ['a ref that is not there', { ref: 'gone' }, 422, 'No ref found for: gone'],
    [
      'a choice that is none',
      inputs({ mode: 'medium' }),
      422,
      "Provided value 'medium' for input 'mode' not in the list of allowed values",
    ],
    ['too much', inputs({ branch: 'x'.repeat(65_536) }), 422, 'inputs are too large.'],
  ]
  test.each(refusals)('is refused for %s', async (_, differing, status, message) => {
    expect(await dispatch(differing)).toMatchObject({ status, body: { message } })
    expect([dispatched, world.github.violations]).toEqual([[], []])
  })

  test('is refused for more than 25 inputs, which the description forbids', async () => {
    const many = Object.fromEntries(Array.from({ length: 26 }, (_, at) => [`i${at}`, 'x']))
    expect(await dispatch({ inputs: many })).toMatchObject({ status: 422 })
    expect(world.github.violations).toMatchObject([{ where: 'request' }])
  })

  test('is refused by a workflow without the trigger', async () => {
    expect(await dispatch({}, { workflow: 'push.yml' })).toMatchObject({
      status: 422,
      body: { message: "Workflow does not have 'workflow_dispatch' trigger" },
    })
  })

  test('is refused on a branch that does not have the file', async () => {
    const tree = world.served.git('mktree')
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.org']
    world.served.git(
      'update-ref',
      'refs/heads/bare',
      world.served.git(...who, 'commit-tree', tree, '-m', 'x'),
    )
    expect(await dispatch({ ref: 'bare' })).toMatchObject({ status: 422 })
  })

  test('of a workflow that is not there is not found', async () => {
    expect(await dispatch({}, { workflow: 'gone.yml' })).toMatchObject({ status: 404 })
  })

  test('by the workflow’s id is as good', async () => {
    const { body } = await world.ask('GET', '~/actions/workflows/wave.yml')
    expect(await dispatch({}, { workflow: String(look(body, 'id')) })).toMatchObject({
      status: 204,
    })
  })

  test('on GitHub Enterprise Server 3.19 must not ask for the run', async () => {
    const server = await aGitHub({ ghes: true })
    const body = { ref: 'main', inputs: { issue_number: '7' }, return_run_details: true }
    const path = '~/actions/workflows/wave.yml/dispatches'
    expect(await server.ask('POST', path, { body })).toMatchObject({
      status: 422,
      body: { message: expect.stringContaining('"return_run_details" is not a permitted key') },
    })
    const { return_run_details: _, ...rest } = body
    expect(await server.ask('POST', path, { body: rest })).toMatchObject({ status: 204 })
    await server.close()
  })
})

describe('runs', () => {
  test('are started in turn, one a group, the older of two that wait being cancelled', async () => {
    const { github } = world
    for (const mode of ['fast', 'slow', 'fast']) await dispatch(inputs({ mode, branch: 'F' }))
    await dispatch(inputs({ branch: 'other' }))
    expect(dispatched.map(({ status }) => status)).toEqual([
      'queued',
      'completed',
      'pending',
      'queued',
    ])
    expect(dispatched[1]?.conclusion).toEqual('cancelled')
    expect([github.runs.next()?.id, github.runs.next()?.id, github.runs.next()]).toEqual([
      dispatched[0]?.id,
      dispatched[3]?.id,
      undefined,
    ])
    github.finishRun(dispatched[0]?.id ?? 0, 'success')
    expect(github.runs.next()).toBe(dispatched[2])
    expect(dispatched[2]?.status).toEqual('in_progress')
  })

  test('are started by people too, who are refused as bots are', async () => {
    const { github } = world
    const start = (values: Record<string, string>) =>
      github.startRun({ workflow: 'wave.yml', actor: 'mona', inputs: values })
    const run = await start({ issue_number: '7' })
    expect(run.actor).toEqual({ login: 'mona', type: 'User' })
    await expect(start({})).rejects.toThrow("Required input 'issue_number' not provided")
  })

  test('have jobs while they go and when they have ended, by attempt', async () => {
    const { github } = world
    const run = await github.startRun({
      workflow: 'wave.yml',
      actor: 'mona',
      inputs: { issue_number: '7' },
    })
    github.runs.next()
    github.runs.reportJobs(run.id, [
      { name: 'execute (a)', conclusion: 'failure' },
      { name: 'land' },
    ])
    const jobs = async (query = '') => {
      const { body } = await world.ask('GET', `~/actions/runs/${run.id}/jobs${query}`)
      return [look(body, 'jobs.*.name'), look(body, 'jobs.*.conclusion')]
    }
    expect(await jobs()).toEqual([
      ['execute (a)', 'land'],
      ['failure', null],
    ])
    github.finishRun(run.id, 'failure', [{ name: 'all', conclusion: 'failure' }])
    github.runs.rerun(run.id)
    expect([await jobs(), await jobs('?filter=all')]).toEqual([
      [[], []],
      [['all'], ['failure']],
    ])
    expect(world.github.violations).toEqual([])
  })

  test('are listed by event, branch and date, the newest first', async () => {
    await dispatch({})
    await dispatch(inputs({ branch: 'F' }))
    const ids = async (query: string) => {
      const { body } = await world.ask('GET', `~/actions/workflows/wave.yml/runs?${query}`)
      return look(body, 'workflow_runs.*.id')
    }
    const newestFirst = dispatched.map(({ id }) => id).reverse()
    expect(await ids('event=workflow_dispatch&branch=main')).toEqual(newestFirst)
    expect(await ids('event=push')).toEqual([])
    expect(await ids(`created=${encodeURIComponent('>=2020-01-01T00:00:00Z')}`)).toEqual(
      newestFirst,
    )
    expect(await ids(`created=${encodeURIComponent('<2020-01-01')}`)).toEqual([])
  })

  test('are cancelled over the API once', async () => {
    await dispatch({})
    const cancel = () => world.ask('POST', `~/actions/runs/${dispatched[0]?.id}/cancel`)
    expect([(await cancel()).status, (await cancel()).status]).toEqual([202, 409])
    expect(dispatched[0]?.conclusion).toEqual('cancelled')
  })

  test('of a workflow that calls another wait in the group of that', async () => {
    const other = await aGitHub({ groupOf: ({ path }) => ({ name: `called-by-${path}` }) })
    const start = () => other.github.startRun({ workflow: 'call.yml', actor: 'mona', ref: 'main' })
    expect([(await start()).group?.name, (await start()).status]).toEqual([
      'called-by-.github/workflows/call.yml',
      'pending',
    ])
    await other.close()
  })

  test('that were going tell that they are cancelled', async () => {
    const cancelled: RunState[] = []
    const other = await aGitHub({ onCancel: (run) => void cancelled.push(run) })
    const run = await other.github.startRun({
      workflow: 'wave.yml',
      actor: 'mona',
      inputs: { issue_number: '7' },
    })
    other.github.runs.next()
    await other.ask('POST', `~/actions/runs/${run.id}/cancel`)
    expect(cancelled).toEqual([run])
    await other.close()
  })
})

function inputs(more: object) {
  return { inputs: { issue_number: '7', ...more } }
}

function dispatch(
  differing: object,
  { workflow = 'wave.yml', ...options }: { workflow?: string; token?: string } = {},
) {
  const body = { ref: 'main', ...inputs({}), ...differing }
  return world.ask('POST', `~/actions/workflows/${workflow}/dispatches`, { body, ...options })
}
