import { buildGraph, finishedEpics, readiness, type Task, type TaskGraph } from '@wavefront/tasks'
import { aTask, ids, tasksOf } from '@wavefront/testing'
import fc from 'fast-check'

function graphOf(tasks: readonly Task[]): TaskGraph {
  const built = buildGraph(tasks)
  if (!built.ok) throw new Error(built.problems.map(({ what }) => what).join('\n'))
  return built.value
}

describe('readiness', () => {
  test.each<[string, Task[], string[]]>([
    ['nothing to wait for', tasksOf({ a: [] }), ['a']],
    ['an open dependency', tasksOf({ a: [], b: ['a'] }), ['a']],
    [
      'a closed dependency',
      [aTask({ id: 'a', state: 'closed' }), aTask({ id: 'b', dependsOn: ['a'] })],
      ['b'],
    ],
    [
      'a paused dependency',
      [aTask({ id: 'a', state: 'paused' }), aTask({ id: 'b', dependsOn: ['a'] })],
      [],
    ],
    ['an epic is never work', [aTask({ id: 'e', kind: 'epic' })], []],
    ["the store's own bookkeeping is never work", [aTask({ id: 'm', kind: 'internal' })], []],
    [
      'an open epic does not block its tasks',
      [aTask({ id: 'e', kind: 'epic' }), aTask({ id: 'a', parent: 'e' })],
      ['a'],
    ],
    [
      'a blocked epic blocks all below it',
      [
        aTask({ id: 'x' }),
        aTask({ id: 'e', kind: 'epic', dependsOn: ['x'] }),
        aTask({ id: 'f', kind: 'epic', parent: 'e' }),
        aTask({ id: 'a', parent: 'f' }),
      ],
      ['x'],
    ],
    [
      'a dependency that must fail is open, closed, failed',
      [
        aTask({ id: 'a' }),
        aTask({ id: 'b', state: 'closed' }),
        aTask({ id: 'c', state: 'closed', failed: true }),
        aTask({ id: 'after-a', dependsOn: [{ on: 'a', until: 'failed' }] }),
        aTask({ id: 'after-b', dependsOn: [{ on: 'b', until: 'failed' }] }),
        aTask({ id: 'after-c', dependsOn: [{ on: 'c', until: 'failed' }] }),
      ],
      ['a', 'after-c'],
    ],
    [
      'gates over the children of another task',
      [
        aTask({ id: 's', kind: 'epic' }),
        aTask({ id: 's1', parent: 's', state: 'closed' }),
        aTask({ id: 's2', parent: 's' }),
        aTask({ id: 'all', dependsOn: [{ on: 's', until: 'children-closed' }] }),
        aTask({ id: 'any', dependsOn: [{ on: 's', until: 'any-child-closed' }] }),
      ],
      ['s2', 'any'],
    ],
  ])('%s', (_, tasks, ready) => {
    expect(readiness(graphOf(tasks)).ready).toEqual(ready)
  })

  test('says what each waiting task waits for', () => {
    const tasks = [
      ...tasksOf({ a: [], b: [], c: ['a', 'b'] }),
      aTask({ id: 'e', kind: 'epic', dependsOn: ['a'] }),
      aTask({ id: 'd', parent: 'e' }),
    ]
    expect(readiness(graphOf(tasks)).waiting).toEqual([
      { id: 'c', for: ['a', 'b'] },
      { id: 'd', for: ['a'] },
    ])
  })

  test('what has landed counts as closed, though the store still says open', () => {
    const graph = graphOf(tasksOf({ a: [], b: ['a'] }))
    expect(readiness(graph, { landed: new Set(ids('a')) })).toEqual({
      ready: ['b'],
      waiting: [],
      paused: [],
    })
  })

  test('only what is below the epic that is asked for', () => {
    const graph = graphOf([
      aTask({ id: 'e', kind: 'epic' }),
      aTask({ id: 'inner', kind: 'epic', parent: 'e' }),
      aTask({ id: 'a', parent: 'inner' }),
      aTask({ id: 'b' }),
    ])
    expect(readiness(graph, { under: ids('e')[0] as Task['id'] }).ready).toEqual(['a'])
  })
})

describe('against a brute-force oracle', () => {
  const graphs = fc
    .array(
      fc.record({
        dependsOn: fc.array(fc.nat(30), { maxLength: 3 }),
        parent: fc.option(fc.nat(30), { nil: undefined }),
        state: fc.constantFrom('open' as const, 'closed' as const, 'paused' as const),
        kind: fc.constantFrom('task' as const, 'task' as const, 'epic' as const),
      }),
      { maxLength: 10 },
    )
    .map((wishes) =>
      wishes.map(({ dependsOn, parent, ...rest }, i) =>
        aTask({
          id: `t${i}`,
          ...rest,
          dependsOn: i === 0 ? [] : [...new Set(dependsOn.map((n) => `t${n % i}`))],
          ...(parent === undefined || i === 0 ? {} : { parent: `t${parent % i}` }),
        }),
      ),
    )

  test('ready is what the words of the rule say', () => {
    fc.assert(
      fc.property(graphs, (tasks) => {
        const by = new Map(tasks.map((task) => [task.id, task]))
        const isBlocked = (task: Task | undefined): boolean =>
          task !== undefined &&
          task.state !== 'closed' &&
          (task.dependencies.some(({ on }) => by.get(on)?.state !== 'closed') ||
            (task.parent !== undefined && isBlocked(by.get(task.parent))))
        const expected = tasks.filter(
          (task) => task.kind === 'task' && task.state === 'open' && !isBlocked(task),
        )
        expect(readiness(graphOf(tasks)).ready).toEqual(expected.map((task) => task.id))
      }),
    )
  })
})

describe('finished epics', () => {
  const graph = graphOf([
    aTask({ id: 'outer', kind: 'epic' }),
    aTask({ id: 'inner', kind: 'epic', parent: 'outer' }),
    aTask({ id: 'a', parent: 'inner', state: 'closed' }),
    aTask({ id: 'b', parent: 'inner' }),
    aTask({ id: 'c', parent: 'outer' }),
    aTask({ id: 'left-open', kind: 'epic' }),
    aTask({ id: 'd', parent: 'left-open', state: 'closed' }),
  ])

  test.each([
    ['not before the last task', ['c'], []],
    ['with the last task', ['b'], ['inner']],
    ['inner before outer', ['b', 'c'], ['inner', 'outer']],
  ])('%s', (_, closing, finished) => {
    expect(finishedEpics(graph, ids(...closing))).toEqual(finished)
  })
})
