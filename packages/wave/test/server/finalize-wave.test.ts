import { UserError } from '@wavefront/errors'
import { tasksOf } from '@wavefront/testing'
import { prepareWave } from '@wavefront/wave'
import { endsIn, openIn } from '../world.ts'
import { aServerWorld } from './server-world.ts'

const ci = { workflow: 'ci.yml', on: ['opencode/issue-7'], inputs: {} }

describe('the effects of a landing', () => {
  test('come in the order of the design', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: ['a'] }) })
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results), { ciRuns: [ci] })
    expect(world.calls).toEqual([
      'push landing',
      'write pull request',
      'write status',
      'write comment',
      'push task branches',
      'dispatch wave.yml',
      'dispatch ci.yml',
    ])
    expect(done).toMatchObject({
      next: 'dispatched',
      landed: { is: 'landed' },
      pullRequest: { number: 12 },
      problems: [],
      report: { phase: 'landed', notes: [] },
    })
    expect([await openIn(world.store), await endsIn(world.store)]).toEqual([
      ['b'],
      { a: ['landed'] },
    ])
    expect(world.repository.tipFiles()).toMatchObject({ 'a.txt': 'a\n' })
    expect(world.forge.statuses).toEqual([
      {
        commit: await world.repository.branches.readTip(),
        url: 'https://example.org/runs/1',
        state: 'pending',
        description: expect.stringContaining('1/2 tasks landed'),
      },
    ])
  })

  test('may be repeated', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
    const results = [await world.work('a')]
    const integration = await world.integrate(results)
    const first = await world.finalize(results, integration)
    const second = await world.finalize(results, integration)
    expect([first.next, second.next]).toEqual(['complete', 'complete'])
    expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
    expect(world.forge.dispatched).toEqual([])
    expect(second.report).toEqual(first.report)
  })

  test('of the last wave say that all is done, and start nothing', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
    const results = [await world.work('a')]
    expect(await world.finalize(results, await world.integrate(results))).toMatchObject({
      next: 'complete',
      report: { phase: 'complete' },
    })
    expect(world.forge.statuses).toMatchObject([{ state: 'success' }])
    expect(world.calls.filter((call) => call.startsWith('dispatch'))).toEqual([])
  })

  test('of a wave in which nothing landed count the attempts, and open no pull request', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
    const results = [await world.work('a', { outcome: 'failed', reason: 'no luck' })]
    const done = await world.finalize(results, await world.integrate(results), { ciRuns: [ci] })
    expect(done.next).toEqual('dispatched')
    expect(await endsIn(world.store)).toEqual({ a: ['failed'] })
    expect(world.forge.written).toEqual([])
    expect([...world.repository.setAside]).toEqual(['a'])
    // No commit is new, so there is nothing for the project's own workflows.
    expect(world.forge.dispatched.map(({ workflow }) => workflow)).toEqual(['wave.yml'])
  })

  test('of a wave without an issue write no comment', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
    const results = [await world.work('a')]
    const prepared = await prepareWave(world.ports, world.options)
    const integration = await world.integrate(results)
    await world.finalize(results, integration, { prepared, issue: undefined as never })
    expect(world.calls).not.toContain('write comment')
  })

  test('of a landing that was cut off before its tasks were closed are caught up on', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: [] }) })
    const results = [await world.work('a')]
    const integration = await world.integrate(results)
    await world.repository.branches.land({
      ...{ from: integration.from, to: integration.batch.to, landed: [], setAside: [] },
    })
    const nothing = await world.integrate([])
    expect(await world.finalize([], nothing)).toMatchObject({ next: 'dispatched' })
    expect(await openIn(world.store)).toEqual(['b'])
  })
})

describe('what is refused after the landing keeps no later step from being done', () => {
  const refusals = [
    { verb: 'write pull request', next: 'dispatched' },
    { verb: 'write status', next: 'dispatched' },
    { verb: 'write comment', next: 'dispatched' },
  ] as const
  test.each(refusals)('$verb', async ({ verb, next }) => {
    const world = aServerWorld({
      tasks: tasksOf({ a: [], b: ['a'] }),
      forge: { refuse: { [verb]: 'no' } },
    })
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results))
    expect(world.calls).toEqual([
      'push landing',
      'write pull request',
      'write status',
      'write comment',
      'push task branches',
      'dispatch wave.yml',
    ])
    expect(done.next).toEqual(next)
    expect(done.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`allow to ${verb}`),
    ])
  })

  test('the next wave: the comment says so', async () => {
    const world = aServerWorld({
      tasks: tasksOf({ a: [], b: ['a'] }),
      forge: { refuseRuns: ['wave.yml'] },
    })
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results), { ciRuns: [ci] })
    expect(done).toMatchObject({
      next: 'stopped',
      report: { phase: 'stopped', why: expect.stringContaining('it has no workflow_dispatch') },
    })
    expect(done.problems).toHaveLength(1)
    expect(world.forge.comments).toHaveLength(2)
    expect(world.forge.comments[1]).toContain('the next wave could not be started: it has no')
    expect(world.forge.dispatched).toEqual([ci])
  })

  test('asking which workflow this is', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: ['a'] }) })
    const results = [await world.work('a')]
    const nextRun = async () => {
      throw new UserError({ what: 'this token may not read runs', fix: 'actions: write' })
    }
    const done = await world.finalize(results, await world.integrate(results), {
      nextRun,
      ciRuns: [ci],
    })
    expect(done.next).toEqual('stopped')
    expect(done.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('this token may not read runs'),
    ])
    expect(world.forge.dispatched).toEqual([ci])
    expect(world.forge.comments.at(-1)).toContain('this token may not read runs')
  })

  test('one of the project’s own workflows', async () => {
    const world = aServerWorld({
      tasks: tasksOf({ a: [], b: ['a'] }),
      forge: { refuseRuns: ['ci.yml'] },
    })
    const results = [await world.work('a')]
    const other = { ...ci, workflow: 'other.yml' }
    const done = await world.finalize(results, await world.integrate(results), {
      ciRuns: [ci, other],
    })
    expect(done.next).toEqual('dispatched')
    expect(done.problems).toHaveLength(1)
    expect(world.forge.dispatched.map(({ workflow }) => workflow)).toEqual([
      'wave.yml',
      'other.yml',
    ])
  })

  test('a branch of a task: the comment says which', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: ['a'] }) })
    world.server.keepBranches('f-task-a stays as it was: [rejected] (stale info)')
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results))
    expect(done.report.notes).toEqual(['f-task-a stays as it was: [rejected] (stale info)'])
    expect(world.forge.comments).toHaveLength(2)
    expect(world.forge.comments[1]).toContain('stale info')
  })

  test('a next run that cannot be told from others: the comment says so', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: ['a'] }) })
    const dispatch = async () => ({ is: 'dispatched', doubt: 'it is one of 2' }) as const
    Object.assign(world.ports, { runs: { ...world.ports.runs, dispatch } })
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results))
    expect([done.next, done.problems]).toEqual(['dispatched', []])
    expect(done.report.notes).toEqual(['The next wave was started, but it is one of 2.'])
    expect(world.forge.comments[1]).toContain('but it is one of 2')
  })

  test('but a bug is one', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
    const results = [await world.work('a')]
    const integration = await world.integrate(results)
    const pullRequests = {
      ...world.ports.pullRequests,
      write: async () => Promise.reject(new TypeError('a bug')),
    }
    Object.assign(world.ports, { pullRequests })
    await expect(world.finalize(results, integration)).rejects.toThrow('a bug')
  })
})

describe('what keeps a wave from landing', () => {
  test('somebody who pushed to the branch: the work waits, and the next wave merges it there', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
    const results = [await world.work('a')]
    const integration = await world.integrate(results)
    world.server.othersDo(() => world.repository.growFeature({ 'theirs.txt': 'theirs\n' }))
    const done = await world.finalize(results, integration)
    expect(done).toMatchObject({
      landed: { is: 'moved', waiting: ['a'] },
      next: 'dispatched',
      report: {
        notes: [expect.stringContaining('Somebody changed the branch or the tasks meanwhile')],
      },
    })
    expect(world.repository.tipFiles()).toEqual({
      'README.md': 'hello\n',
      'theirs.txt': 'theirs\n',
    })
    expect([...world.repository.results.keys()]).toEqual(['a'])
    expect(await endsIn(world.store)).toEqual({})
    const again = await world.integrate([...world.repository.results.values()])
    expect(await world.finalize([...world.repository.results.values()], again)).toMatchObject({
      next: 'complete',
    })
    expect(world.repository.tipFiles()).toMatchObject({ 'a.txt': 'a\n', 'theirs.txt': 'theirs\n' })
  })

  test('a server that says no: nothing is lost, nothing is closed, nothing starts', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: ['a'] }) })
    const results = [await world.work('a')]
    const integration = await world.integrate(results)
    world.server.refuse({ why: 'the branch is protected', fix: 'allow it' })
    expect(await world.finalize(results, integration, { ciRuns: [ci] })).toMatchObject({
      landed: { is: 'refused', waiting: ['a'] },
      next: 'stopped',
      report: {
        phase: 'stopped',
        why: 'the branch is protected',
        notes: ['The server did not take the work: allow it.'],
      },
    })
    expect(await openIn(world.store)).toEqual(['a', 'b'])
    expect([...world.repository.results.keys()]).toEqual(['a'])
    expect(world.forge.dispatched).toEqual([])
  })

  test('a red base: nobody’s attempt is counted, and the log is in the comment', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [] }), red: () => 'test 7 fails' })
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results))
    expect(done).toMatchObject({ next: 'stopped', report: { phase: 'failed' } })
    expect(done.report.why).toContain('test 7 fails')
    expect(await endsIn(world.store)).toEqual({})
    expect(world.repository.tipFiles()).toEqual({ 'README.md': 'hello\n' })
  })

  test('max_waves: what there is has landed, and a person may go on', async () => {
    const world = aServerWorld({ tasks: tasksOf({ a: [], b: ['a'] }) })
    const results = [await world.work('a')]
    const done = await world.finalize(results, await world.integrate(results), { maxWaves: 1 })
    expect(done).toMatchObject({
      next: 'stopped',
      report: { why: '1 waves have run, and `max_waves` is 1' },
    })
  })
})
