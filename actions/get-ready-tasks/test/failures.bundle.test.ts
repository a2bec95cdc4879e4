import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ActionEnd,
  epicIssue,
  type HostedWish,
  type HostedWorld,
  hostedWorld,
  taskIssue,
} from '@wavefront/testing'
import { commands, config, ready, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

/** No failure may look like a graph that is done. */
function expectNothing({ code, outputs, summary }: ActionEnd): void {
  expect([code, outputs, summary]).toEqual([1, {}, ''])
  expect(world.github.repository('octo/demo').comments).toEqual([])
}

describe('a store that cannot be read', () => {
  const line = JSON.stringify(taskIssue('a'))
  const at = '.beads/issues.jsonl'
  const cases: Record<string, [wish: Omit<HostedWish, 'config'>, words: readonly string[]]> = {
    'no file': [
      {},
      ['there is no task store: neither the branch beads-sync nor main has a file', 'bd init'],
    ],
    'a line that is no JSON': [
      { files: { [at]: `${line}\n{"id": "b",\n` } },
      [`file=${at},line=2`, 'not a JSON line', 'restore the file from git'],
    ],
    'a conflict that nobody has resolved': [
      { files: { [at]: `<<<<<<< HEAD\n${line}\n=======\n>>>>>>> x\n` } },
      [`file=${at},line=1`, 'a merge conflict is not resolved'],
    ],
    'a circle of tasks': [
      {
        issues: [
          taskIssue('a', { dependencies: [{ issue_id: 'a', depends_on_id: 'b', type: 'blocks' }] }),
          taskIssue('b', { dependencies: [{ issue_id: 'b', depends_on_id: 'a', type: 'blocks' }] }),
        ],
      },
      ['a', 'b'],
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [wish, words]) => {
    world = await hostedWorld({ config, ...wish })
    const end = await ready(world)
    expectNothing(end)
    for (const word of words) expect(end.log).toContain(word)
    expect(end.log).not.toContain('A fault in Wavefront')
  })

  test('ids that are commands, tricks with refs or options: all of them are named', async () => {
    const ids = [
      'a;rm -rf /',
      '../x',
      'x.lock',
      '-x',
      'a b',
      'a`id`',
      '$(id)',
      'refs/heads/main',
      'ä',
    ]
    world = await hostedWorld({ config, issues: [epicIssue(), ...ids.map((id) => taskIssue(id))] })
    const end = await ready(world)
    expectNothing(end)
    for (const id of ids) expect(end.log).toContain(`task id ${JSON.stringify(id)} is not safe`)
    expect(commands(end)).toHaveLength(ids.length)
  })

  test('an id with a workflow command in it does not become one', async () => {
    const ids = ['x\n::set-output name=state::complete', '##[add-path]/tmp', '::stop-commands::x']
    world = await hostedWorld({ config, issues: [epicIssue(), ...ids.map((id) => taskIssue(id))] })
    const end = await ready(world)
    expectNothing(end)
    expect(commands(end).filter((line) => !line.startsWith('::error'))).toEqual([])
  })
})

describe('a server that does not give the tasks', () => {
  const upload = { service: 'git-upload-pack' } as const

  test('is asked again after a 502', async () => {
    world = await hostedWorld(shop)
    world.git.fault({ ...upload, mode: 'status', status: 502, times: 1 })
    const { code, outputs } = await ready(world)
    expect([code, outputs.task_ids]).toEqual([0, '["a"]'])
  })

  test('is asked again where the answer broke off', async () => {
    world = await hostedWorld(shop)
    world.git.fault({ ...upload, stage: 'post', mode: 'cut-answer', after: 100, times: 1 })
    expect((await ready(world)).outputs.task_ids).toBe('["a"]')
  })

  test('is asked again when it says nothing', async () => {
    world = await hostedWorld(shop)
    world.git.fault({ ...upload, mode: 'hang', times: 1 })
    const more = { env: { GIT_HTTP_LOW_SPEED_TIME: '1' } }
    expect((await ready(world, undefined, more)).outputs.task_ids).toBe('["a"]')
  })

  test('which stays broken, is a failure', async () => {
    world = await hostedWorld(shop)
    world.git.fault({ ...upload, mode: 'status', status: 500 })
    const end = await ready(world)
    expectNothing(end)
    expect(end.log).toMatch(/::error::git fetch: .*error: 500%0A {2}fix: /)
    expect(world.git.roundTrips()).toBe(4)
  })

  test('which is not there', async () => {
    world = await hostedWorld(shop)
    const env = { GITHUB_SERVER_URL: 'http://127.0.0.1:9' }
    const end = await ready(world, undefined, { env })
    expectNothing(end)
    expect(end.log).toMatch(/::error::git fetch: .*fix: check the network/)
  })

  test('because the token is no good, is not asked twice', async () => {
    world = await hostedWorld(shop)
    const end = await ready(world, undefined, { token: 'ghs_expired' })
    expectNothing(end)
    expect(end.log).toMatch(/::error::git fetch: .*fix: check that the token/)
    expect(end.log.replace('::add-mask::ghs_expired', '')).not.toContain('ghs_expired')
    expect(world.git.requests.every(({ status }) => status === 401)).toBe(true)
  })

  test('because the base is not there', async () => {
    world = await hostedWorld(shop)
    const end = await ready(world, { issue_number: 7, base: 'nowhere' })
    expectNothing(end)
    expect(end.log).toContain("couldn't find remote ref refs/heads/nowhere")
    expect(end.log).toContain('fix: ')
  })
})

describe('a job that is cancelled', () => {
  function expectCancelled({ code, log }: ActionEnd): void {
    expect(code).toBe(1)
    expect(log).toContain('::error::the job was cancelled before its wave was announced%0A  fix: ')
    expect(log).not.toContain('A fault in Wavefront')
  }

  test('while the server is slow, ends at once', async () => {
    world = await hostedWorld(shop)
    world.git.fault({ service: 'git-upload-pack', mode: 'hang' })
    const kill = { at: () => world.git.requests.length > 0, by: 'SIGTERM' } as const
    const began = Date.now()
    const end = await ready(world, undefined, { kill })
    expectCancelled(end)
    expectNothing(end)
    expect(Date.now() - began).toBeLessThan(4_000)
  })

  test('while it looks for its comment, does not write it any more', async () => {
    world = await hostedWorld(shop)
    const path = /\/issues\/7\/comments/
    const asks = () => world.github.requests.filter((one) => path.test(one.path))
    world.github.fault({ method: 'GET', path, mode: 'hang', times: 1 })
    const end = await ready(world, undefined, {
      kill: { at: () => asks().length > 0, by: 'SIGINT' },
    })
    expectCancelled(end)
    await sleep(300)
    expect(asks().map(({ method }) => method)).toEqual(['GET'])
    expect(world.github.repository('octo/demo').comments).toEqual([])
  })
})

describe('inputs', () => {
  type Given = Record<string, string | number>
  const cases: Record<string, [inputs: Given, words: readonly string[]]> = {
    'neither issue nor branch': [{}, ['neither an issue nor a branch', 'write `issue_number: 7`']],
    'a name with a slip': [
      { issue_numbr: 7, branch: 'b' },
      ['unknown input "issue_numbr" (did you mean "issue_number"?)', 'write one of token, '],
    ],
    'no number': [
      { issue_number: '7; rm -rf /' },
      ['"issue_number" is "7; rm -rf /"', 'write a whole'],
    ],
    'a branch that is an option': [
      { branch: '--upload-pack=touch /tmp/x' },
      ['"branch" is "--upload-pack=touch /tmp/x"', 'write a branch name such as `main`'],
    ],
    'a base with a trick': [{ issue_number: 7, base: 'a..b' }, ['"base" is "a..b"']],
    'overrides that are no JSON': [
      { issue_number: 7, overrides: '{max_tasks: 3}' },
      ['input overrides: "overrides" is "{max_tasks: 3}"', 'write JSON'],
    ],
    'an override with a slip': [
      { issue_number: 7, overrides: '{"max_task": 3}' },
      ['overrides: unknown key "max_task" (did you mean "max_tasks"?)'],
    ],
    'an override out of range': [
      { issue_number: 7, overrides: '{"max_tasks": 1000}' },
      ['overrides: "max_tasks" is 1000', 'write a whole number from 1 to 256'],
    ],
    'overrides that are a list': [
      { issue_number: 7, overrides: '[1]' },
      ['overrides: the settings are a list of 1'],
    ],
    'runners that nobody has': [
      { issue_number: 7, runs_on: '{"labels": ["x"]}' },
      ['inputs: "runs_on'],
    ],
    'a base that is the feature branch': [
      { branch: 'main' },
      ['the feature branch and its base are both "main"', 'give the work a branch of its own'],
    ],
    "the store's branch as a feature branch": [
      { branch: 'beads-sync' },
      ['the store\'s branch is "beads-sync", which is a branch of code'],
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [inputs, words]) => {
    world = await hostedWorld(shop)
    const end = await ready(world, inputs)
    expectNothing(end)
    for (const word of words) expect(end.log).toContain(word)
    expect(end.log).not.toContain('A fault in Wavefront')
  })

  test('all that is wrong is said at once', async () => {
    world = await hostedWorld(shop)
    const end = await ready(world, { issue_number: 'x', max_tasks: 0, brnch: 'y' })
    expectNothing(end)
    expect(end.log).toContain('3 problems:')
  })

  test('an issue that is not there', async () => {
    world = await hostedWorld({ ...shop, issues: [epicIssue(99), taskIssue('a')] })
    const end = await ready(world, { issue_number: 99 })
    expect(end.code).toBe(1)
    expect(end.log).toContain('issue_number: there is no issue #99 in this repository')
  })
})

describe('a configuration that is wrong is shown at its line', () => {
  const cases: Record<string, [text: string, words: string]> = {
    'an unknown key': [
      'agent: cat\nmax_paralel: 3\n',
      'file=.github/wavefront.yml,line=2::.github/wavefront.yml:2: unknown key "max_paralel" (did you mean "max_parallel"?)',
    ],
    'no YAML': ['agent: cat\nsetup: [a\n', 'file=.github/wavefront.yml,line='],
    'limits that do not fit': [
      'agent: cat\nagent_timeout: 100\ntimeout_minutes: 90\n',
      'line=3::.github/wavefront.yml:3: agent_timeout (100) and checks_timeout (30) are 130 minutes',
    ],
    'an expression': [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what a person may write by mistake
      'agent: ${{ vars.AGENT }}\n',
      'nothing here is evaluated',
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [text, words]) => {
    world = await hostedWorld({ ...shop, config: text })
    const end = await ready(world)
    expectNothing(end)
    expect(end.log).toContain(words)
  })
})
