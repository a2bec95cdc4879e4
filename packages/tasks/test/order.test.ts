import {
  buildGraph,
  criticalPath,
  deadlocked,
  levels,
  longestPaths,
  readiness,
  type Task,
  type TaskGraph,
} from '@wavefront/tasks'
import { aTask, tasksOf } from '@wavefront/testing'
import fc from 'fast-check'

function graphOf(tasks: readonly Task[]): TaskGraph {
  const built = buildGraph(tasks)
  if (!built.ok) throw new Error(built.problems.map(({ what }) => what).join('\n'))
  return built.value
}

describe('levels', () => {
  test('a task stands one level behind the last of its dependencies', () => {
    expect(levels(graphOf(tasksOf({ t1: [], t2: ['t1'], t3: [], t4: ['t1', 't2'] })))).toEqual([
      ['t1', 't3'],
      ['t2'],
      ['t4'],
    ])
  })

  test('closed tasks take no level, paused ones do', () => {
    const tasks = [
      aTask({ id: 'a', state: 'closed' }),
      aTask({ id: 'b', dependsOn: ['a'], state: 'paused' }),
      aTask({ id: 'c', dependsOn: ['b'] }),
    ]
    expect(levels(graphOf(tasks))).toEqual([['b'], ['c']])
  })

  test('an epic ends with its last task and blocks what waits for it', () => {
    const tasks = [
      aTask({ id: 'g1', kind: 'epic' }),
      aTask({ id: 'g2', kind: 'epic', dependsOn: ['g1'] }),
      aTask({ id: 'a', parent: 'g1' }),
      aTask({ id: 'b', parent: 'g1', dependsOn: ['a'] }),
      aTask({ id: 'c', parent: 'g2' }),
    ]
    expect(levels(graphOf(tasks))).toEqual([['a'], ['b'], ['c']])
  })

  test('a task that waits for its own epic never comes', () => {
    const graph = graphOf([
      aTask({ id: 'epic', kind: 'epic' }),
      aTask({ id: 'a', parent: 'epic', dependsOn: ['epic'] }),
      aTask({ id: 'b', dependsOn: ['a'] }),
      aTask({ id: 'c' }),
    ])
    expect(levels(graph)).toEqual([['c']])
    expect(deadlocked(graph)).toEqual(['a', 'b'])
  })
})

describe('the critical path', () => {
  test('is the longest chain by estimated minutes', () => {
    const tasks = [
      aTask({ id: 'a', minutes: 5 }),
      aTask({ id: 'b', minutes: 1, dependsOn: ['a'] }),
      aTask({ id: 'c', minutes: 2 }),
      aTask({ id: 'd', minutes: 3, dependsOn: ['c', 'b'] }),
    ]
    expect(criticalPath(graphOf(tasks))).toEqual({ tasks: ['a', 'b', 'd'], minutes: 9 })
  })

  test('of nothing is nothing', () => {
    expect(criticalPath(graphOf([]))).toEqual({ tasks: [], minutes: 0 })
  })
})

/** Acyclic graphs: a task depends on earlier ones only. */
const graphs = fc
  .array(fc.tuple(fc.array(fc.nat(30), { maxLength: 4 }), fc.integer({ min: 1, max: 9 })), {
    maxLength: 12,
  })
  .map((wishes) =>
    wishes.map(([earlier, minutes], i) =>
      aTask({
        id: `t${i}`,
        minutes,
        dependsOn: [...new Set(i === 0 ? [] : earlier.map((n) => `t${n % i}`))],
      }),
    ),
  )

describe('against a brute-force oracle', () => {
  test('levels are the waves of working off all that is ready', () => {
    fc.assert(
      fc.property(graphs, (tasks) => {
        const landed = new Set<Task['id']>()
        const waves: Task['id'][][] = []
        for (;;) {
          const { ready } = readiness(graphOf(tasks), { landed })
          if (ready.length === 0) break
          waves.push([...ready])
          for (const id of ready) landed.add(id)
        }
        expect(levels(graphOf(tasks))).toEqual(waves)
      }),
    )
  })

  test('the critical path is the longest of all paths', () => {
    fc.assert(
      fc.property(graphs, (tasks) => {
        const graph = graphOf(tasks)
        const ahead = longestPaths(graph)
        const walk = (id: Task['id']): number =>
          (graph.find(id)?.minutes ?? 0) +
          Math.max(
            0,
            ...tasks
              .filter((task) => task.dependencies.some(({ on }) => on === id))
              .map((task) => walk(task.id)),
          )
        for (const task of tasks) expect(ahead.get(task.id)).toBe(walk(task.id))
        expect(criticalPath(graph).minutes).toBe(Math.max(0, ...tasks.map((t) => walk(t.id))))
      }),
    )
  })
})

test('100,000 tasks with 300,000 dependencies are ordered without overflowing', () => {
  const tasks = Array.from({ length: 100_000 }, (_, i) =>
    aTask({
      id: `t${i}`,
      dependsOn: [...new Set([1, 7, 100].map((n) => i - n).filter((n) => n >= 0))].map(
        (n) => `t${n}`,
      ),
    }),
  )
  const graph = graphOf(tasks)
  expect(levels(graph)).toHaveLength(100_000)
  expect(criticalPath(graph).minutes).toBe(100_000)
})
