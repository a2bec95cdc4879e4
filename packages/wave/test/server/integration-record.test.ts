import { tasksOf } from '@wavefront/testing'
import {
  type Integration,
  type IntegrationRecord,
  prepareWave,
  recordIntegration,
  repeatIntegration,
  type TaskResult,
} from '@wavefront/wave'
import { aServerWorld, type ServerWorld } from './server-world.ts'

const tasks = tasksOf({ a: [], b: [], c: [] })
const readme = (text: string) => ({ files: { 'README.md': text } })

describe('what was verified is made again', () => {
  test('from the workers’ commits alone', async () => {
    const world = aServerWorld({ tasks, red: ({ 'c.txt': c }) => (c ? 'c is red' : undefined) })
    const results = [
      await world.work('a', readme('a')),
      await world.work('b', readme('b')),
      await world.work('c'),
    ]
    const { integration, record } = await integrateAndRecord(world, results)
    expect(record).toMatchObject({
      merged: ['a'],
      requeued: [{ id: 'b', why: 'both changed it' }],
      ejected: [{ id: 'c', reason: 'c is red' }],
      checks: 'passed',
    })
    expect(await repeat(world, record, results)).toEqual(integration)
  })

  test('with nothing in it', async () => {
    const world = aServerWorld({ tasks })
    const { integration, record } = await integrateAndRecord(world, [])
    expect(record).toEqual({
      ...{ from: integration.from, checks: 'none', merged: [], requeued: [], ejected: [] },
    })
    expect(await repeat(world, record, [])).toEqual(integration)
  })

  const updates = [
    { name: 'and tasks', red: undefined, ids: ['a'] },
    { name: 'alone', red: undefined, ids: [] },
    { name: 'and a task that is left out', red: 'a.txt', ids: ['a'] },
    { name: 'and one task of two', red: 'a.txt', ids: ['a', 'b'] },
  ]
  test.each(updates)('with the base’s new commits $name', async ({ red, ids }) => {
    const world = aServerWorld({ tasks, red: (files) => (red && files[red] ? 'red' : undefined) })
    const results: TaskResult[] = []
    for (const id of ids) results.push(await world.work(id))
    world.repository.growBase({ 'new.txt': 'new\n' })
    const { update } = await world.repository.branches.read()
    const { integration, record } = await integrateAndRecord(world, results, update && { update })
    expect(record.update).toEqual({ is: 'merged', base: update })
    expect(await repeat(world, record, results)).toEqual(integration)
  })

  test('with a base that could not be merged', async () => {
    const world = aServerWorld({ tasks })
    const results = [await world.work('a', readme('a'))]
    await world.finalize(results, await world.integrate(results))
    world.repository.growBase(readme('of the base').files)
    const { update } = await world.repository.branches.read()
    const { integration, record } = await integrateAndRecord(world, [], update && { update })
    expect(record.update).toEqual({ is: 'conflicts', why: 'both changed it', paths: ['README.md'] })
    expect(await repeat(world, record, [])).toEqual(integration)
  })
})

test('what has landed already is not merged again', async () => {
  const world = aServerWorld({ tasks })
  const results = [await world.work('a'), await world.work('b', readme('b'))]
  const { integration, record } = await integrateAndRecord(world, results)
  await world.finalize(results, integration)
  const to = await world.repository.branches.readTip()
  expect(await repeat(world, record, [])).toEqual({
    ...{ from: to, checks: 'none', ejected: [], batch: { to, merged: [], requeued: [] } },
  })
})

describe('what does not come out as it was verified does not land', () => {
  const lies: readonly { name: string; lie: (record: IntegrationRecord) => IntegrationRecord }[] = [
    { name: 'another tree', lie: (record) => ({ ...record, tree: 'f'.repeat(40) }) },
    { name: 'a task less', lie: (record) => ({ ...record, merged: record.merged.slice(1) }) },
    { name: 'a task more', lie: ({ tree: _, ...record }) => record },
  ]
  test.each(lies)('$name', async ({ lie }) => {
    const world = aServerWorld({ tasks })
    const results = [await world.work('a'), await world.work('b')]
    const { record } = await integrateAndRecord(world, results)
    await expect(repeat(world, lie(record), results)).rejects.toThrow('nothing has been landed')
  })

  test('a worker who has changed its commit since', async () => {
    const world = aServerWorld({ tasks })
    const results = [await world.work('a')]
    const { record } = await integrateAndRecord(world, results)
    const changed = [await world.work('a', { files: { 'a.txt': 'something else\n' } })]
    await expect(repeat(world, record, changed)).rejects.toThrow('nothing has been landed')
  })

  test('an id that no worker had', async () => {
    const world = aServerWorld({ tasks })
    const results = [await world.work('a'), await world.work('b', { outcome: 'failed' })]
    const { record } = await integrateAndRecord(world, results)
    const forged = { ...record, merged: [...record.merged, 'b' as never, 'zz' as never] }
    const repeated = await repeat(world, forged, results)
    expect(repeated.batch.merged.map(({ result }) => result.id)).toEqual(['a'])
  })
})

/** Through JSON, as it travels from job to job. */
async function integrateAndRecord(
  world: ServerWorld,
  results: readonly TaskResult[],
  more?: Parameters<ServerWorld['integrate']>[1],
): Promise<{ integration: Integration; record: IntegrationRecord }> {
  const integration = await world.integrate(results, more)
  const record = JSON.parse(JSON.stringify(recordIntegration(integration)))
  return { integration, record }
}

async function repeat(
  { repository, ports, options }: ServerWorld,
  record: IntegrationRecord,
  results: readonly TaskResult[],
): Promise<Integration> {
  const prepared = await prepareWave(ports, options)
  const expected = results.map(({ id }) => id)
  const isOnBase = async (commit: string) => commit !== 'f'.repeat(40)
  return repeatIntegration(repository.merger, record, { prepared, results, expected, isOnBase })
}
