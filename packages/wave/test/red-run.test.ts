import { tasksOf } from '@wavefront/testing'
import { createRecorder } from '@wavefront/wave'
import { aWorld, endsIn } from './world.ts'

describe.each(['waves', 'rolling'] as const)('checks that are red, in a run by %s', (schedule) => {
  test('on_red: stop ends it with nothing landed and no attempt counted', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [] }),
      red: (files) => (files['a.txt'] && files['b.txt'] ? 'a and b' : undefined),
      policy: { jobs: 2 },
    })
    const outcome = await world.run(schedule, { onRed: 'stop' })
    expect(outcome).toMatchObject({ end: 'stopped', why: expect.stringContaining('a and b') })
    expect(Object.values(await endsIn(world.store)).flat()).not.toContain('ejected')
    expect(Object.keys(world.repository.tipFiles())).not.toEqual(
      expect.arrayContaining(['a.txt', 'b.txt']),
    )
    expect(world.repository.results.size).toBeGreaterThan(0)
  })

  test('by chance, on the base or on the whole: the report names them, nobody is put out', async () => {
    let runs = 0
    const world = aWorld({
      tasks: tasksOf({ a: [] }),
      red: (files) => {
        runs += 1
        // The base, the worker, the whole.
        if (runs === 1) return 'a cold cache'
        return files['a.txt'] && runs === 4 ? 'socket hang up' : undefined
      },
      policy: { jobs: 1 },
    })
    const outcome = await world.run(schedule)
    const recorder = createRecorder({
      ...{ title: 'A run', branch: 'feature', base: 'main', schedule, jobs: 1 },
      startedAt: new Date(0),
    })
    for (const event of world.events) recorder.progress(event)
    const { landings } = recorder.report(outcome, new Date(1000))
    expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
    expect(landings.map(({ flaky }) => flaky?.map(({ tasks, reason }) => [tasks, reason]))).toEqual(
      [[[[], 'a cold cache'], ...(runs > 4 ? [[['a'], 'socket hang up']] : [])]],
    )
  })
})

test('a wave is verified with as many checks at once as there are places', async () => {
  const world = aWorld({
    tasks: tasksOf({ a: [], b: [], c: [], d: [] }),
    red: (files) => (files['a.txt'] && files['c.txt'] ? 'a and c' : undefined),
    policy: { jobs: 4 },
  })
  await world.run('waves', { checkJobs: 4 })
  const { a = [], c = [] } = await endsIn(world.store)
  expect([a[0], c[0]].sort()).toEqual(['ejected', 'landed'])
})
