import { tasksOf } from '@wavefront/testing'
import {
  type Integration,
  prepareWave,
  recordIntegration,
  repeatIntegration,
} from '@wavefront/wave'
import { endsIn, openIn } from '../world.ts'
import { aServerWorld, at, type ServerWorld } from './server-world.ts'

const tasks = tasksOf({ a: [], b: [], c: ['a'] })

describe('on_red: stop', () => {
  test('lands nothing, counts nothing and asks for a person', async () => {
    const world = aServerWorld({ tasks, red: ({ 'b.txt': b }) => (b ? 'b is red' : undefined) })
    const failed = { outcome: 'failed', reason: 'no luck' } as const
    const results = [await world.work('a', failed), await world.work('b')]
    const integration = await world.integrate(results, { onRed: 'stop' })
    const done = await world.finalize(results, await travel(world, integration, results))
    expect(done).toMatchObject({
      next: 'stopped',
      report: {
        phase: 'failed',
        why: "the checks fail with this wave's work, and `on_red: stop` leaves it to a person:\nb is red",
      },
    })
    expect(await endsIn(world.store)).toEqual({})
    expect(await openIn(world.store)).toEqual(['a', 'b', 'c'])
    expect(world.repository.tipFiles()).toEqual({ 'README.md': 'hello\n' })
    expect([...world.repository.results.keys()]).toEqual(['b'])
  })
})

describe('out of time', () => {
  test('nothing lands or counts, and the next wave does not start by itself', async () => {
    const world = aServerWorld({ tasks, red: () => undefined })
    const results = [await world.work('a'), await world.work('b')]
    const integration = await world.integrate(results, { deadline: at })
    const done = await world.finalize(results, await travel(world, integration, results))
    expect(done).toMatchObject({
      next: 'stopped',
      report: {
        why: "nothing of this wave could be verified in the job's time",
        notes: [
          'There was no time left to verify a, b. No attempt is counted; the next wave merges them again.',
        ],
      },
    })
    expect(await endsIn(world.store)).toEqual({})
    expect([...world.repository.results.keys()]).toEqual(['a', 'b'])
    const { pending } = await prepareWave(world.ports, world.options)
    expect(pending.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('the base’s new commits stay out, too, where they are not proved', async () => {
    const world = aServerWorld({ tasks, red: () => undefined })
    const results = [await world.work('a')]
    world.repository.growBase({ 'new.txt': 'new\n' })
    const { update } = await world.repository.branches.read()
    const integration = await world.integrate(results, { deadline: at, ...(update && { update }) })
    expect(integration).not.toHaveProperty('update')
    expect(integration.batch.to).toBe(integration.from)
  })
})

test('flaky checks are named in the comment', async () => {
  let runs = 0
  const red = () => (runs++ === 0 ? 'socket hang up' : undefined)
  const world = aServerWorld({ tasks, red })
  const results = [await world.work('a')]
  const integration = await world.integrate(results)
  expect(integration).toMatchObject({ checks: 'passed', flaky: [{ reason: 'socket hang up' }] })
  const done = await world.finalize(results, await travel(world, integration, results))
  expect(done.report.flaky).toMatchObject([{ reason: 'socket hang up' }])
  expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
})

/** Through JSON, from the job that verifies to the one that lands. */
async function travel(
  { repository, ports, options }: ServerWorld,
  integration: Integration,
  results: Parameters<ServerWorld['integrate']>[0],
): Promise<Integration> {
  const prepared = await prepareWave(ports, options)
  const known = { prepared, results, expected: [], isOnBase: async () => true }
  const record = JSON.parse(JSON.stringify(recordIntegration(integration)))
  const repeated = await repeatIntegration(repository.merger, record, known)
  expect(repeated).toEqual(integration)
  return repeated
}
