import {
  type GitFault,
  type GitHubFault,
  type HostedWorld,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import { aAndB, bothLanded, feature, nothingYet, shop } from './shop.ts'

let world: HostedWorld
beforeEach(async () => {
  world = await shop()
})
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

async function integrated() {
  const wave = await workedWave(world, aAndB)
  expect((await wave.integrate()).code).toBe(0)
  return wave
}

/** What a landing sends to GitHub, one after the other. */
const sent: readonly Pick<GitHubFault, 'method' | 'path'>[] = [
  { method: 'POST', path: /\/pulls$/ },
  { method: 'POST', path: /\/statuses\// },
  { method: 'POST', path: /\/comments$/ },
  { method: 'POST', path: /\/dispatches$/ },
]

describe('GitHub fails once at each request, and the landing comes out whole', () => {
  const limited = { 'retry-after': '1' }
  const cases: Readonly<Record<string, Pick<GitHubFault, 'mode' | 'status' | 'headers' | 'body'>>> =
    {
      'an answer 502': { mode: 'status', status: 502, body: '<html>Bad Gateway</html>' },
      'the connection breaks before anything is done': { mode: 'cut-before' },
      'the connection breaks after it was done': { mode: 'cut-after' },
      'an answer 429 with retry-after': { mode: 'status', status: 429, headers: limited },
      'an answer 403 with retry-after': {
        mode: 'status',
        status: 403,
        headers: limited,
        body: { message: 'You have exceeded a secondary rate limit.' },
      },
    }
  test.each(Object.entries(cases))('%s', async (_, fault) => {
    const wave = await integrated()
    for (const one of sent) world.github.fault({ ...one, ...fault, times: 1 })
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave, end.outputs.pr_number]).toEqual([0, 'dispatched', '8'])
    expect(whatThereIs(world)).toEqual(bothLanded)
  })
})

describe('GitHub fails for good at one request', () => {
  test('the pull request: all else is done, the job is red, and run again it makes up for it', async () => {
    const wave = await integrated()
    world.github.fault({ method: 'POST', path: /\/pulls$/, mode: 'status', status: 502 })
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'dispatched'])
    expect(end.log).toContain('POST /repos/octo/demo/pulls: 502')
    expect(end.log).toContain('run the job again in some minutes')
    expect(end.log).not.toContain('A fault in Wavefront')
    expect(whatThereIs(world)).toEqual({ ...bothLanded, pulls: [] })
    world.github.clearFaults()
    const again = await wave.land()
    expect([again.code, again.outputs.pr_number]).toEqual([0, '8'])
    expect(whatThereIs(world)).toMatchObject({ ...bothLanded, dispatched: expect.any(Array) })
  })

  test('the dispatch: the job is red, and run again it starts the next wave', async () => {
    const wave = await integrated()
    world.github.fault({ method: 'POST', path: /\/dispatches$/, mode: 'status', status: 500 })
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
    expect(end.log).toContain('the next wave could not be started')
    expect(whatThereIs(world)).toEqual({
      ...bothLanded,
      comments: ['Stopped before the end · 2/3 tasks landed'],
      dispatched: [],
    })
    world.github.clearFaults()
    const again = await wave.land()
    expect([again.code, again.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(whatThereIs(world)).toEqual(bothLanded)
  })

  test('which workflow this is: the same', async () => {
    const wave = await integrated()
    world.github.fault({
      path: new RegExp(`/actions/runs/${wave.run}$`),
      mode: 'status',
      status: 403,
    })
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
    expect(whatThereIs(world)).toEqual({
      ...bothLanded,
      comments: ['Stopped before the end · 2/3 tasks landed'],
      dispatched: [],
    })
  })
})

describe('the push', () => {
  const post = { service: 'git-receive-pack', stage: 'post', times: 1 } as const
  const cases: Readonly<Record<string, GitFault>> = {
    'the answer breaks off after the branches moved': { ...post, mode: 'cut-answer' },
    'the request breaks off before they do': { ...post, mode: 'cut-request' },
    'an answer 503': { ...post, mode: 'status', status: 503 },
  }
  test.each(Object.entries(cases))('%s', async (_, fault) => {
    const wave = await integrated()
    world.git.fault(fault)
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(whatThereIs(world)).toEqual(bothLanded)
    const commits = world.served.git('log', '--format=%s', 'beads-sync').split('\n')
    expect(commits.filter((subject) => subject === 'chore: update the tasks')).toHaveLength(1)
  })

  test('fails for good: nothing has happened, and run again it lands', async () => {
    const wave = await integrated()
    world.git.fault({
      service: 'git-receive-pack',
      stage: 'info/refs',
      mode: 'status',
      status: 403,
    })
    const end = await wave.land()
    expect(end.code).toBe(1)
    expect(end.log).toContain('may write to this repository (contents: write)')
    expect(whatThereIs(world)).toEqual(nothingYet)
    world.git.clearFaults()
    expect((await wave.land()).code).toBe(0)
    expect(whatThereIs(world)).toEqual(bothLanded)
  })
})

test('the branches of tasks cannot be deleted: the next run does', async () => {
  const wave = await workedWave(world, aAndB, { onBranches: true })
  await wave.integrate()
  world.git.fault({
    service: 'git-receive-pack',
    stage: 'info/refs',
    mode: 'status',
    status: 403,
    skip: 1,
  })
  const end = await wave.land()
  expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
  const left = ['beads-sync', feature, `${feature}-task-a`, `${feature}-task-b`]
  expect(whatThereIs(world)).toEqual({ ...bothLanded, branches: left })
  world.git.clearFaults()
  await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
  expect(whatThereIs(world).branches).toEqual(['beads-sync', feature])
})
