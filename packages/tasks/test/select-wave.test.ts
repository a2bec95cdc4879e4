import { buildGraph, readiness, selectWave, type Task, type WaveRequest } from '@wavefront/tasks'
import { aTask, ids, tasksOf } from '@wavefront/testing'
import fc from 'fast-check'

function select(tasks: readonly Task[], request: Partial<WaveRequest> = {}) {
  const built = buildGraph(tasks)
  if (!built.ok) throw new Error('expected a graph')
  const { ready } = readiness(built.value)
  return selectWave(built.value, {
    ready,
    maxTasks: 20,
    maxAttempts: 2,
    attempts: new Map(),
    ...request,
  })
}

describe('selecting a wave', () => {
  test('the longest remaining path goes first, then the more urgent, then the id', () => {
    const tasks = [
      ...tasksOf({ t10: [], t9: [], tail: ['long'], long: [] }),
      aTask({ id: 'urgent', priority: 0 }),
    ]
    expect(select(tasks)).toEqual({ chosen: ['long', 'urgent', 't9', 't10'], held: [] })
  })

  test('of two tasks that declare the same files the later one is held', () => {
    const tasks = [
      aTask({ id: 'a', files: ['src/parse.ts'] }),
      aTask({ id: 'b', files: ['docs/', 'src/*.ts'] }),
      aTask({ id: 'c', files: ['test/**'] }),
    ]
    expect(select(tasks)).toEqual({
      chosen: ['a', 'c'],
      held: [
        { id: 'b', because: { is: 'same-files', as: 'a', files: 'src/*.ts and src/parse.ts' } },
      ],
    })
  })

  test('the files of tasks at work are taken', () => {
    const tasks = [aTask({ id: 'a', files: ['x'] }), aTask({ id: 'b', files: ['x'] })]
    expect(select(tasks, { ready: ids('b'), busy: ids('a') })).toEqual({
      chosen: [],
      held: [{ id: 'b', because: { is: 'same-files', as: 'a', files: 'x' } }],
    })
  })

  test('a task without attempts left is held, and frees its place', () => {
    const tasks = tasksOf({ a: [], b: [], c: [] })
    const attempts = new Map(ids('a').map((id) => [id, 2]))
    expect(select(tasks, { attempts, maxTasks: 1 })).toEqual({
      chosen: ['b'],
      held: [
        { id: 'a', because: { is: 'out-of-attempts', attempts: 2 } },
        { id: 'c', because: { is: 'wave-full', maxTasks: 1 } },
      ],
    })
  })

  test('a task whose work waits for a person is held, whatever attempts it has left', () => {
    const tasks = tasksOf({ a: [], b: [] })
    expect(select(tasks, { setAside: ids('a') })).toEqual({
      chosen: ['b'],
      held: [{ id: 'a', because: { is: 'set-aside' } }],
    })
  })

  const worlds = fc.array(
    fc.record({
      files: fc.array(fc.constantFrom('a', 'b', 'c/d', 'c/e', 'c/*', '**'), { maxLength: 2 }),
      priority: fc.nat(4),
      attempts: fc.nat(2),
    }),
    { maxLength: 12 },
  )

  test('every ready task is chosen or held for a reason that is true', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 6 }), (wishes, maxTasks) => {
        const tasks = wishes.map(({ files, priority }, i) =>
          aTask({ id: `t${i}`, files, priority }),
        )
        const attempts = new Map(tasks.map((task, i) => [task.id, wishes[i]?.attempts ?? 0]))
        const { chosen, held } = select(tasks, { maxTasks, attempts })
        expect([...chosen, ...held.map(({ id }) => id)].sort()).toEqual(
          tasks.map(({ id }) => id).sort(),
        )
        expect(chosen.length).toBeLessThanOrEqual(maxTasks)
        for (const { because } of held) {
          if (because.is === 'wave-full') expect(chosen).toHaveLength(maxTasks)
          if (because.is === 'same-files') expect(chosen).toContain(because.as)
        }
        for (const id of chosen) expect(attempts.get(id)).toBeLessThan(2)
      }),
    )
  })
})
