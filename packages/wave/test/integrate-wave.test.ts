import { tasksOf } from '@wavefront/testing'
import { aServerWorld, type ServerWorld } from './server/server-world.ts'

const tasks = tasksOf({ a: [], b: [] })

describe('the base’s new commits', () => {
  test('are merged first, and the tasks onto them', async () => {
    const world = aServerWorld({ tasks, red: () => undefined })
    const a = await world.work('a')
    const integration = await grown(world, [a])
    expect(integration).toMatchObject({
      checks: 'passed',
      update: { is: 'merged', resolutions: [] },
      batch: { merged: [{ result: { id: 'a' } }] },
    })
    await world.finalize([a], integration)
    expect(world.repository.tipFiles()).toEqual({
      'README.md': 'hello\n',
      'new.txt': 'new\n',
      'a.txt': 'a\n',
    })
    expect(world.checkRuns()).toEqual(1)
  })

  test('land without a task, once they are verified', async () => {
    const world = aServerWorld({ tasks, red: () => undefined })
    const integration = await grown(world, [])
    expect(integration).toMatchObject({ checks: 'passed', update: { is: 'merged' } })
    await world.finalize([], integration)
    expect(world.repository.tipFiles()).toMatchObject({ 'new.txt': 'new\n' })
  })

  test('that conflict are left out, and the tasks land all the same', async () => {
    const world = aServerWorld({ tasks, red: () => undefined })
    const first = [await world.work('a', { files: { 'new.txt': 'of a\n' } })]
    await world.finalize(first, await world.integrate(first))
    const b = await world.work('b')
    const integration = await grown(world, [b])
    expect(integration).toMatchObject({
      checks: 'passed',
      update: { is: 'conflicts', why: 'both changed it', paths: ['new.txt'] },
      batch: { merged: [{ result: { id: 'b' } }] },
    })
    const { report } = await world.finalize([b], integration)
    expect(report.notes).toEqual([
      expect.stringContaining('The base has new commits that conflict with the branch in new.txt'),
    ])
    expect(world.repository.tipFiles()).toEqual({
      'README.md': 'hello\n',
      'new.txt': 'of a\n',
      'b.txt': 'b\n',
    })
  })

  test('that make the branch red are left out, and the tasks are checked without them', async () => {
    const world = aServerWorld({
      tasks,
      red: (files) => (files['new.txt'] ? 'the base broke it' : undefined),
    })
    const a = await world.work('a')
    const integration = await grown(world, [a])
    expect(integration).toMatchObject({
      checks: 'passed',
      update: { is: 'red', reason: 'the base broke it' },
      batch: { merged: [{ result: { id: 'a' } }] },
      ejected: [],
    })
    await world.finalize([a], integration)
    expect(world.repository.tipFiles()).toEqual({ 'README.md': 'hello\n', 'a.txt': 'a\n' })
  })

  test('with a task that is red on them: it is thrown out, they land', async () => {
    const world = aServerWorld({
      tasks,
      red: (files) => (files['new.txt'] && files['a.txt'] ? 'a breaks with it' : undefined),
    })
    const results = [await world.work('a'), await world.work('b')]
    const integration = await grown(world, results)
    expect(integration).toMatchObject({
      update: { is: 'merged' },
      batch: { merged: [{ result: { id: 'b' } }] },
      ejected: [{ result: { id: 'a' }, reason: 'a breaks with it' }],
    })
  })
})

async function grown(world: ServerWorld, results: Parameters<ServerWorld['integrate']>[0]) {
  world.repository.growBase({ 'new.txt': 'new\n' })
  const { update } = await world.repository.branches.read()
  return world.integrate(results, update && { update })
}
