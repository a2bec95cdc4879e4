import {
  type ActionEnd,
  epicIssue,
  type HostedWish,
  type HostedWorld,
  hostedWorld,
  taskIssue,
  triedBefore,
} from '@wavefront/testing'
import { config, marked, push, ready, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const settings = { max_parallel: '5', runs_on: '"ubuntu-latest"', timeout_minutes: '120' }

/** Both names stand for whatever commit it is. */
function outputsOf({ outputs }: ActionEnd, commits: Readonly<Record<string, string>>): object {
  const name = Object.entries(commits).find(([, sha]) => sha === outputs.base_sha)?.[0]
  return { ...outputs, base_sha: name ?? outputs.base_sha }
}

test('a first wave, from the base', async () => {
  world = await hostedWorld({
    config,
    issues: [
      epicIssue(),
      taskIssue('a'),
      taskIssue('b', { needs: ['a'] }),
      taskIssue('c', { priority: 0 }),
    ],
  })
  const end = await ready(world)
  expect([end.code, outputsOf(end, { main: world.checkout.sha('main') })]).toEqual([
    0,
    {
      task_ids: '["a","c"]',
      task_count: '2',
      matrix: '{"include":[{"task_id":"a","attempt":1},{"task_id":"c","attempt":1}]}',
      wave: '1',
      base_sha: 'main',
      branch: 'opencode/issue-7',
      state: 'ready',
      finalize: 'true',
      held: '[]',
      ...settings,
    },
  ])
  expect(end.summary).toContain('2 tasks in this wave, at most 5 at a time')
})

test('a later wave, from the feature branch, with another attempt', async () => {
  const notes = { ...triedBefore(1) }
  world = await hostedWorld({
    config,
    issues: [epicIssue(), taskIssue('a', notes), taskIssue('b')],
  })
  const feature = world.checkout.commitOn('main', { 'x.txt': 'x' })
  push(world, 'opencode/issue-7', feature)
  const end = await ready(world)
  expect([end.code, outputsOf(end, { feature })]).toEqual([
    0,
    {
      task_ids: '["a","b"]',
      task_count: '2',
      matrix: '{"include":[{"task_id":"a","attempt":2},{"task_id":"b","attempt":1}]}',
      wave: '2',
      base_sha: 'feature',
      branch: 'opencode/issue-7',
      state: 'ready',
      finalize: 'true',
      held: '[]',
      ...settings,
    },
  ])
})

describe('the state', () => {
  const closed = { status: 'closed', closed_at: '2026-01-03T00:00:00Z' }
  const cases: Record<string, [issues: readonly object[], state: string, held: string]> = {
    'complete: everything is closed': [[epicIssue(), taskIssue('a', closed)], 'complete', '[]'],
    'stuck: no attempts are left': [
      [epicIssue(), taskIssue('a', { ...triedBefore(2) }), taskIssue('b', { needs: ['a'] })],
      'stuck',
      '[{"id":"a","because":{"is":"out-of-attempts","attempts":1}}]',
    ],
    'waiting: somebody has claimed it': [
      [epicIssue(), taskIssue('a', { status: 'in_progress' })],
      'waiting',
      '[]',
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [issues, state, held]) => {
    world = await hostedWorld({ config: `${config}max_attempts: 1\n`, issues })
    const { code, outputs } = await ready(world)
    expect([code, outputs.state, outputs.task_count, outputs.finalize, outputs.held]).toEqual([
      0,
      state,
      '0',
      'false',
      held,
    ])
    expect(outputs.matrix).toBe('{"include":[]}')
  })
})

describe('what is ready and held', () => {
  test('of 300 tasks 256 run, and each of the others has its reason', async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `t${index + 1}`)
    world = await hostedWorld({ config, issues: [epicIssue(), ...ids.map((id) => taskIssue(id))] })
    const { code, outputs } = await ready(world, { issue_number: 7, max_tasks: 256 })
    expect([code, outputs.task_count]).toEqual([0, '256'])
    expect(JSON.parse(outputs.task_ids ?? '')).toEqual(ids.slice(0, 256))
    const because = { is: 'wave-full', maxTasks: 256 }
    expect(JSON.parse(outputs.held ?? '')).toEqual(ids.slice(256).map((id) => ({ id, because })))
    const [comment] = world.github.repository('octo/demo').comments
    expect(comment?.body.length).toBeLessThanOrEqual(65_536)
  })

  test('no more than GitHub takes can be asked for', async () => {
    world = await hostedWorld(shop)
    const { code, log, outputs } = await ready(world, { issue_number: 7, max_tasks: 257 })
    expect([code, outputs]).toEqual([1, {}])
    expect(log).toContain('input max_tasks: "max_tasks" is "257"')
    expect(log).toContain('write a whole number from 1 to 256')
  })

  test('two tasks that declare the same file', async () => {
    const files = { metadata: { files: ['src/a.ts'] } }
    world = await hostedWorld({
      config,
      issues: [epicIssue(), taskIssue('a', files), taskIssue('b', files)],
    })
    const { outputs } = await ready(world)
    expect([outputs.task_ids, outputs.held]).toEqual([
      '["a"]',
      '[{"id":"b","because":{"is":"same-files","as":"a","files":"src/a.ts"}}]',
    ])
  })
})

describe('what git says', () => {
  const result = (attempt: number) =>
    marked('feat(a): Task a', { Task: 'a', Wave: '1', Attempt: String(attempt), Outcome: 'done' })

  test('a task that has landed counts as closed while the store says open', async () => {
    world = await hostedWorld(shop)
    const worked = world.checkout.commitOn('main', { 'a.txt': 'a' }, result(1))
    const message = marked('merge: task a', { Task: 'a', Wave: '1', Attempt: '1' })
    const feature = world.checkout.commitOn(['main', worked], { 'a.txt': 'a' }, message)
    push(world, 'opencode/issue-7', feature)
    const { code, outputs } = await ready(world)
    const { task_ids, wave, base_sha, finalize } = outputs
    expect([code, task_ids, wave, base_sha, finalize]).toEqual([0, '["b"]', '2', feature, 'true'])
  })

  test('a result that waits to be merged is not worked on again', async () => {
    world = await hostedWorld({ config, issues: [epicIssue(), taskIssue('a'), taskIssue('c')] })
    push(
      world,
      'opencode/issue-7-task-a',
      world.checkout.commitOn('main', { 'a.txt': 'a' }, result(1)),
    )
    const { code, outputs } = await ready(world)
    expect([code, outputs.task_ids, outputs.finalize]).toEqual([0, '["c"]', 'true'])
  })

  test('with nothing but such a result there is no worker, and something to finish', async () => {
    world = await hostedWorld({ config, issues: [epicIssue(), taskIssue('a')] })
    push(
      world,
      'opencode/issue-7-task-a',
      world.checkout.commitOn('main', { 'a.txt': 'a' }, result(1)),
    )
    const { outputs } = await ready(world)
    const { state, task_count, matrix, finalize } = outputs
    expect([state, task_count, matrix, finalize]).toEqual(['ready', '0', '{"include":[]}', 'true'])
  })

  test('the branch of an attempt that has been counted is a leftover', async () => {
    world = await hostedWorld({
      config,
      issues: [epicIssue(), taskIssue('a', { ...triedBefore(1, 'ejected') })],
    })
    push(
      world,
      'opencode/issue-7-task-a',
      world.checkout.commitOn('main', { 'a.txt': 'a' }, result(1)),
    )
    const { outputs } = await ready(world)
    expect(outputs.matrix).toBe('{"include":[{"task_id":"a","attempt":2}]}')
  })

  test("a person's branch with the name of a result is none", async () => {
    world = await hostedWorld(shop)
    push(world, 'opencode/issue-7-task-a', world.checkout.commitOn('main', { 'a.txt': 'mine' }))
    expect((await ready(world)).outputs.task_ids).toBe('["a"]')
  })

  test('a feature branch that somebody has deleted begins anew, its closed tasks stay closed', async () => {
    const done = { status: 'closed', ...triedBefore(1, 'landed', '') }
    world = await hostedWorld({
      config,
      issues: [epicIssue(), taskIssue('a', done), taskIssue('b', { needs: ['a'] })],
    })
    const { outputs } = await ready(world)
    const { task_ids, wave, base_sha } = outputs
    expect([task_ids, wave, base_sha]).toEqual(['["b"]', '2', world.checkout.sha('main')])
  })

  test("another issue's branches with a longer number are not ours", async () => {
    world = await hostedWorld(shop)
    const foreign = world.checkout.commitOn('main', { 'a.txt': 'a' }, result(1))
    push(world, 'opencode/issue-70', foreign)
    push(world, 'opencode/issue-70-task-a', foreign)
    expect((await ready(world)).outputs.task_ids).toBe('["a"]')
  })
})

describe('whose tasks', () => {
  const two: HostedWish = {
    config,
    issues: [
      epicIssue(),
      {
        ...epicIssue(8, 'till'),
        external_ref: 'https://github.com/octo/demo/issues/8',
      },
      taskIssue('a'),
      taskIssue('t', { under: 'till' }),
      taskIssue('loose', { dependencies: [] }),
    ],
  }
  const cases: Record<string, [inputs: Record<string, string | number>, ids: string]> = {
    "the issue's": [{ issue_number: 7 }, '["a"]'],
    'those of an epic by address': [{ issue_number: 8 }, '["t"]'],
    'those of a named epic': [{ branch: 'my-work', epic: 'till' }, '["t"]'],
    'a named epic, whatever the issue': [{ issue_number: 7, epic: 'till' }, '["t"]'],
    'all, where there is only a branch': [{ branch: 'my-work' }, '["a","loose","t"]'],
  }
  test.each(Object.entries(cases))('%s', async (_, [inputs, ids]) => {
    world = await hostedWorld(two)
    world.github.addIssue('octo/demo', { number: 8 })
    const { code, outputs } = await ready(world, inputs)
    expect([code, outputs.task_ids]).toEqual([0, ids])
    expect(outputs.branch).toBe(inputs.branch ?? `opencode/issue-${inputs.issue_number}`)
  })

  const wrong: Record<string, [epic: string, said: string]> = {
    'an epic that is not there': ['tull', 'epic: there is no epic "tull" in the task store'],
    'a task': ['a', 'epic: "a" is a task and not an epic'],
    'what cannot be an id': ['../x', 'epic: there is no epic "../x" in the task store'],
  }
  test.each(Object.entries(wrong))('%s is refused', async (_, [name, said]) => {
    world = await hostedWorld(two)
    const { code, outputs, log } = await ready(world, { issue_number: 7, epic: name })
    expect([code, outputs]).toEqual([1, {}])
    expect(log).toContain(said)
  })

  test('two open epics of one issue: nobody can say which', async () => {
    world = await hostedWorld({
      config,
      issues: [epicIssue(7, 'one'), epicIssue(7, 'two'), epicIssue()],
    })
    const { code, outputs, log } = await ready(world)
    expect([code, outputs]).toEqual([1, {}])
    expect(log).toContain('issue_number: 3 open epics stand for issue #7: one, two, shop')
    expect(log).toContain('write `epic: one`')
  })
})

describe('settings', () => {
  test('from the configuration', async () => {
    const more =
      'max_parallel: 2\nruns_on: [self-hosted, linux]\ntimeout_minutes: 100\nmax_tasks: 1\n'
    world = await hostedWorld({
      config: config + more,
      issues: [epicIssue(), taskIssue('a'), taskIssue('b')],
    })
    const { task_ids, max_parallel, runs_on, timeout_minutes } = (await ready(world)).outputs
    expect([task_ids, max_parallel, runs_on, timeout_minutes]).toEqual([
      '["a"]',
      '2',
      '["self-hosted","linux"]',
      '100',
    ])
  })

  test('inputs win over overrides, and overrides over the file', async () => {
    world = await hostedWorld({
      ...shop,
      config: `${config}max_parallel: 2\ntimeout_minutes: 100\n`,
    })
    const { outputs } = await ready(world, {
      issue_number: 7,
      overrides: '{"max_parallel": 3, "timeout_minutes": 110}',
      max_parallel: 4,
      runs_on: '{"group": "big", "labels": ["x64"]}',
    })
    const { max_parallel, runs_on, timeout_minutes } = outputs
    expect([max_parallel, runs_on, timeout_minutes]).toEqual([
      '4',
      '{"group":"big","labels":["x64"]}',
      '110',
    ])
  })

  test('the base branch has the say, and not the branch that agents work on', async () => {
    world = await hostedWorld(shop)
    const files = { '.github/wavefront.yml': 'max_parallel: 200\nnonsense: true\n' }
    push(world, 'opencode/issue-7', world.checkout.commitOn('main', files))
    const { code, outputs } = await ready(world)
    expect([code, outputs.max_parallel]).toEqual([0, '5'])
  })

  test('of another base, that one', async () => {
    world = await hostedWorld(shop)
    const files = { '.github/wavefront.yml': 'max_parallel: 9\n' }
    const next = world.checkout.commitOn('main', files)
    push(world, 'next', next)
    const { outputs } = await ready(world, { issue_number: 7, base: 'next' })
    expect([outputs.max_parallel, outputs.base_sha]).toEqual(['9', next])
  })
})
