import { type Reply, type Script, type ScriptedServer, startScripted } from '../scripted-server.ts'

let server: ScriptedServer
afterEach(() => server.stop())

async function open(script: Script, clock?: () => Date) {
  server = await startScripted(script)
  return server.openGitHub(clock ? { clock } : {}).runs
}

test.each([
  ['.github/workflows/w.yml', '.github/workflows/w.yml'],
  ['.github/workflows/w.yml@main', '.github/workflows/w.yml'],
  ['o/r/.github/workflows/w.yml@refs/heads/main', '.github/workflows/w.yml'],
])("a run's workflow, which GitHub calls %s", async (path, told) => {
  const runs = await open({ 'GET /actions/runs/5': [{ body: { path, head_branch: 'main' } }] })
  expect(await runs.readWorkflow(5)).toEqual({ path: told, branch: 'main' })
})

test("a run's jobs, of all pages", async () => {
  const job = (name: string, conclusion: string | null) => ({
    name,
    conclusion,
    html_url: `https://x.test/${name}`,
  })
  const runs = await open({
    'GET /actions/runs/5/jobs': ({ query }) => {
      if (query.get('page') === '2') return { body: { total_count: 2, jobs: [job('b', null)] } }
      const link = `<${server.url}/repos/o/r/actions/runs/5/jobs?page=2>; rel="next"`
      return { body: { total_count: 2, jobs: [job('a', 'failure')] }, headers: { link } }
    },
  })
  expect(await runs.readJobs(5)).toEqual([
    { name: 'a', conclusion: 'failure', url: 'https://x.test/a' },
    { name: 'b', url: 'https://x.test/b' },
  ])
})

describe('dispatch', () => {
  const post = 'POST /actions/workflows/w.yml/dispatches'
  const list = 'GET /actions/workflows/w.yml/runs'
  const wanted = {
    workflow: '.github/workflows/w.yml',
    on: ['feature', 'main'],
    inputs: { issue_number: '7', branch: 'feature' },
  }
  const started: Reply = {
    body: { workflow_run_id: 1, run_url: 'https://x.test/api/1', html_url: 'https://x.test/1' },
  }
  const refused = (status: number, message: string): Reply => ({ status, body: { message } })
  const noRef = refused(422, 'No ref found for: feature')
  const noTrigger = refused(422, "Workflow does not have 'workflow_dispatch' trigger")
  const notFound = refused(404, 'Not Found')

  test('on the first branch, with the details of the run', async () => {
    const runs = await open({ [post]: [started] })
    expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched', url: 'https://x.test/1' })
    expect(server.sent(post)).toEqual([
      {
        ref: 'feature',
        inputs: { issue_number: '7', branch: 'feature' },
        return_run_details: true,
      },
    ])
  })

  test.each([
    ['is not there', noRef],
    ['has no such workflow', notFound],
    ['has it without the trigger', noTrigger],
  ])('the first branch %s: on the next', async (_, reply) => {
    const runs = await open({ [post]: [reply, started] })
    expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched', url: 'https://x.test/1' })
    expect(server.sent(post).map(({ ref }) => ref)).toEqual(['feature', 'main'])
  })

  test('no branch has it: refused, with what each said', async () => {
    const runs = await open({ [post]: [noRef, noTrigger] })
    expect(await runs.dispatch(wanted)).toEqual({
      is: 'refused',
      why: `on feature: GitHub: No ref found for: feature (POST /repos/o/r/actions/workflows/w.yml/dispatches: 422); on main: GitHub: Workflow does not have 'workflow_dispatch' trigger (POST /repos/o/r/actions/workflows/w.yml/dispatches: 422)`,
      fix: expect.stringContaining('on:\n      workflow_dispatch:'),
    })
  })

  test('an empty branch, and one that is named twice, are not asked again', async () => {
    const runs = await open({ [post]: [notFound] })
    expect(await runs.dispatch({ ...wanted, on: ['', 'main', 'main'] })).toMatchObject({
      is: 'refused',
      fix: expect.stringContaining('on the default branch'),
    })
    expect(server.calls()).toEqual([post])
  })

  test.each<[string, Reply, string]>([
    [
      'inputs it does not know',
      refused(422, 'Unexpected inputs provided: ["issue_number", "branch"]'),
      '          issue_number:\n            type: string\n          branch:\n            type: string',
    ],
    ['an input it misses', refused(422, "Required input 'x' not provided"), '"x" a default'],
    ['no permission', refused(403, 'Resource not accessible by integration'), 'actions: write'],
    ['a token that ended', refused(401, 'Bad credentials'), 'has not expired'],
  ])('%s: refused at once, with the remedy', async (_, reply, fix) => {
    const runs = await open({ [post]: [reply] })
    expect(await runs.dispatch(wanted)).toMatchObject({
      is: 'refused',
      fix: expect.stringContaining(fix),
    })
    expect(server.calls()).toEqual([post])
  })

  test('a server that does not know of run details is asked without, from then on', async () => {
    const unknown = refused(422, 'Invalid request.\n\n"return_run_details" is not a permitted key.')
    const runs = await open({ [post]: [unknown, { status: 204 }] })
    expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched' })
    expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched' })
    expect(server.sent(post).map((body) => body.return_run_details)).toEqual([
      true,
      undefined,
      undefined,
    ])
  })

  const clock = () => new Date('2026-01-01T10:00:00.700Z')
  const aRun = (more: object = {}) => ({
    id: 2,
    html_url: 'https://x.test/2',
    event: 'workflow_dispatch',
    head_branch: 'feature',
    created_at: '2026-01-01T10:00:00Z',
    ...more,
  })
  /** The server's clock is the test's. */
  const date = { date: 'Thu, 01 Jan 2026 10:00:00 GMT' }

  test.each<Reply>(['hang up', 'break off', { status: 502, headers: date }])(
    'the answer is lost (%j), but the run is there: not a second one',
    async (lost) => {
      const runs = await open(
        { [post]: [lost], [list]: [{ body: { workflow_runs: [aRun()] } }] },
        clock,
      )
      expect(await runs.dispatch(wanted)).toEqual({
        is: 'dispatched',
        url: 'https://x.test/2',
      })
      expect(server.sent(post)).toHaveLength(1)
    },
  )

  test.each([
    ['an older one', { created_at: '2026-01-01T09:59:59Z' }],
    ['one of another branch', { head_branch: 'main' }],
    ['one that a push started', { event: 'push' }],
    ['one of another issue', { display_title: 'Wavefront: issue #8' }],
  ])('the answer is lost, and there is only %s: it is sent again', async (_, more) => {
    const runs = await open(
      { [post]: ['hang up', started], [list]: [{ body: { workflow_runs: [aRun(more)] } }] },
      clock,
    )
    expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched', url: 'https://x.test/1' })
    expect(server.calls()).toEqual([post, list, post])
    expect(Object.fromEntries(server.seen[1]?.query ?? [])).toEqual({
      branch: 'feature',
      event: 'workflow_dispatch',
      created: '>=2026-01-01T10:00:00Z',
      per_page: '100',
    })
  })

  describe('the answer is lost, and others were started at the same moment', () => {
    const title = (url: string, display_title: string) =>
      aRun({ html_url: `https://x.test/${url}`, display_title })
    const bot = { actor: { type: 'Bot' } }
    const person = { actor: { type: 'User' } }
    const doubt =
      'its run is one of 2 that were started at the same moment and could not be told apart'
    const cases: Record<string, [found: readonly object[], told: object, token?: string]> = {
      'for another issue, by its title': [
        [title('8', 'Wavefront: issue #8'), title('7', 'Wavefront: issue #7')],
        { url: 'https://x.test/7' },
      ],
      'for issue 77': [
        [title('77', 'Wavefront: issue #77'), title('7', 'Wavefront: issue #7')],
        { url: 'https://x.test/7' },
      ],
      'for another branch, by its title': [
        [title('x', 'wave of other'), title('7', 'wave of feature')],
        { url: 'https://x.test/7' },
      ],
      'by a person': [[aRun(person), aRun({ ...bot, html_url: 'b' })], { url: 'b' }, 'ghs_x'],
      'by a bot': [[aRun(bot), aRun({ ...person, html_url: 'p' })], { url: 'p' }, 'github_pat_x'],
      'of which no title tells': [[aRun(), aRun({ html_url: 'https://x.test/3' })], { doubt }],
      'of the same title': [[title('1', 'issue #7'), title('2', 'issue #7')], { doubt }],
    }
    test.each(Object.entries(cases))('%s', async (_, [found, told, token = 't']) => {
      server = await startScripted({
        [post]: ['hang up'],
        [list]: [{ body: { workflow_runs: found } }],
      })
      const { runs } = server.openGitHub({ clock, token })
      expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched', ...told })
      expect(server.sent(post)).toHaveLength(1)
    })
  })

  describe('a run that is run again', () => {
    const again = { ...wanted, again: 5 }
    const next = { id: 6, display_title: 'Wavefront: issue #7', status: 'queued' }

    test('what it started is still to come: not a second one', async () => {
      const runs = await open({ [list]: [{ body: { workflow_runs: [aRun(next)] } }] })
      expect(await runs.dispatch(again)).toEqual({ is: 'dispatched', url: 'https://x.test/2' })
      expect(server.calls()).toEqual([list])
    })

    test.each([
      ['has ended', { status: 'completed' }],
      ['is itself', { id: 5 }],
      ["is another issue's", { display_title: 'Wavefront: issue #77' }],
      ['has no title that tells', { display_title: 'Wavefront' }],
    ])('the only one there %s: it is started', async (_, more) => {
      const found = { body: { workflow_runs: [aRun({ ...next, ...more })] } }
      const runs = await open({ [list]: [found], [post]: [started] })
      expect(await runs.dispatch(again)).toEqual({ is: 'dispatched', url: 'https://x.test/1' })
      expect(server.calls()).toEqual([list, post])
    })
  })

  test("what is asked for is told by GitHub's clock, where it is known", async () => {
    const runs = await open(
      {
        'GET /actions/runs/5': [
          {
            body: { path: 'w.yml', head_branch: 'main' },
            headers: { date: 'Thu, 01 Jan 2026 09:00:00 GMT' },
          },
        ],
        [post]: ['hang up'],
        [list]: [{ body: { workflow_runs: [aRun({ created_at: '2026-01-01T09:00:01Z' })] } }],
      },
      clock,
    )
    await runs.readWorkflow(5)
    expect(await runs.dispatch(wanted)).toEqual({ is: 'dispatched', url: 'https://x.test/2' })
  })

  test('GitHub stays away: three tries, then what to do', async () => {
    const runs = await open({
      [post]: [{ status: 503 }],
      [list]: [{ body: { workflow_runs: [] } }],
    })
    await expect(runs.dispatch(wanted)).rejects.toThrow(
      'GitHub: without a word (POST /repos/o/r/actions/workflows/w.yml/dispatches: 503)',
    )
    expect(server.calls()).toEqual([post, list, post, list, post, list])
  })

  test('a rate limit is no refusal', async () => {
    const limit: Reply = {
      status: 403,
      body: { message: 'API rate limit exceeded' },
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAnHour() },
    }
    const runs = await open({ [post]: [limit] })
    await expect(runs.dispatch(wanted)).rejects.toThrow(/API rate limit exceeded/)
  })
})

function inAnHour(): string {
  return String(Math.floor(Date.now() / 1000) + 3600)
}
