import { taskId } from '@wavefront/tasks'
import { aTask, tasksOf } from '@wavefront/testing'
import { landOnServer, prepareWave } from '@wavefront/wave'
import { endsIn, openIn } from '../world.ts'
import { aServerWorld, at, type ServerWorld } from './server-world.ts'

test('a race lost to another writer of the store is run again on what that one wrote', async () => {
  const world = aServerWorld({ tasks: tasksOf({ a: [], x: [] }) })
  world.server.othersDo(() => close(world, 'x'))
  expect(await land(world)).toMatchObject({ is: 'landed' })
  expect(world.calls).toEqual(['push landing', 'refresh', 'push landing'])
  expect(await openIn(world.store)).toEqual([])
  expect(await endsIn(world.store)).toEqual({ x: ['landed'], a: ['landed'] })
  expect(world.repository.tipFiles()).toMatchObject({ 'a.txt': 'a\n' })
})

test('a person who closes a task while it lands has the last word, and its work is kept', async () => {
  const world = aServerWorld({ tasks: tasksOf({ a: [], b: [] }) })
  const results = [await world.work('a'), await world.work('b')]
  const integration = await world.integrate(results)
  const prepared = await prepareWave(world.ports, world.options)
  const closing = { close: [{ id: taskId('b'), reason: 'mine' }], record: [] }
  world.server.othersDo(() => world.store.apply(closing))
  const { options } = world
  const request = { prepared, options, results, late: [], integration }
  expect(await landOnServer(world.ports, request)).toEqual({
    is: 'moved',
    waiting: ['a'],
    late: [{ result: results[1], task: 'closed' }],
  })
  expect([...world.repository.results.keys()]).toEqual(['a'])
  expect([...world.repository.setAside]).toEqual(['b'])
  expect(world.repository.tipFiles()).toEqual({ 'README.md': 'hello\n' })
  expect(await endsIn(world.store)).toEqual({})
})

test('where its work would not have landed, the rest lands', async () => {
  const world = aServerWorld({ tasks: tasksOf({ a: [], b: [] }) })
  const results = [await world.work('a'), await world.work('b', { outcome: 'failed' })]
  const integration = await world.integrate(results)
  const prepared = await prepareWave(world.ports, world.options)
  const closing = { close: [{ id: taskId('b'), reason: 'mine' }], record: [] }
  world.server.othersDo(() => world.store.apply(closing))
  const { options } = world
  const request = { prepared, options, results, late: [], integration }
  expect(await landOnServer(world.ports, request)).toMatchObject({
    is: 'landed',
    late: [{ result: { id: 'b' }, task: 'closed' }],
  })
  expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
})

test('an epic is finished by what lands now and what an earlier landing did not come to close', async () => {
  const under = { parent: 'epic' } as const
  const world = aServerWorld({
    tasks: [
      aTask({ id: 'epic', kind: 'epic' }),
      aTask({ id: 'a', ...under }),
      aTask({ id: 'b', ...under }),
    ],
  })
  const cutOff = await world.integrate([await world.work('b')])
  await world.repository.branches.land({
    ...{ from: cutOff.from, to: cutOff.batch.to, landed: [], setAside: [] },
  })
  expect(await land(world)).toMatchObject({ is: 'landed' })
  expect(await openIn(world.store)).toEqual([])
})

test('one who always comes late gives up, and says what to do', async () => {
  const world = aServerWorld({ tasks: tasksOf({ a: [], x: [] }) })
  const { pushLanding } = world.ports.server
  const server = {
    ...world.ports.server,
    pushLanding: () => {
      world.server.othersDo(() => {})
      return pushLanding()
    },
  }
  Object.assign(world.ports, { server })
  await expect(land(world)).rejects.toThrow('6 times: run this job again')
  expect(world.calls.filter((call) => call === 'push landing')).toHaveLength(6)
})

test('work that failed is kept although nothing lands', async () => {
  const world = aServerWorld({ tasks: tasksOf({ a: [], b: [] }) })
  const results = [
    await world.work('a'),
    await world.work('b', { outcome: 'failed', reason: 'no luck' }),
  ]
  const integration = await world.integrate(results)
  world.server.refuse({ why: 'no', fix: 'yes' })
  const prepared = await prepareWave(world.ports, world.options)
  const { options } = world
  const request = { prepared, options, results, late: [], integration }
  const landed = await landOnServer(world.ports, request)
  expect(landed).toEqual({ is: 'refused', why: 'no', fix: 'yes', late: [], waiting: ['a'] })
  expect(world.calls).toEqual(['push landing', 'refresh', 'push task branches'])
  expect([...world.repository.setAside]).toEqual(['b'])
  expect(await endsIn(world.store)).toEqual({})
})

test('what fails on the way is no lost race', async () => {
  const world = aServerWorld({ tasks: tasksOf({ a: [] }) })
  Object.assign(world.ports, {
    branches: {
      ...world.ports.branches,
      land: async () => Promise.reject(new Error('the disk is full')),
    },
  })
  await expect(land(world)).rejects.toThrow('the disk is full')
  expect(world.calls).toEqual([])
})

async function land(world: ServerWorld) {
  const results = [await world.work('a')]
  const integration = await world.integrate(results)
  const prepared = await prepareWave(world.ports, world.options)
  const { options } = world
  return landOnServer(world.ports, { prepared, options, results, late: [], integration })
}

async function close({ store }: ServerWorld, id: string): Promise<void> {
  const attempt = { wave: 1, attempt: 1, end: 'landed', at: at.toISOString(), seconds: 1 } as const
  await store.apply({
    close: [{ id: taskId(id), reason: 'done' }],
    record: [{ id: taskId(id), attempt }],
  })
}
