import { buildGraph, type Task } from '@wavefront/tasks'
import { aTask, tasksOf } from '@wavefront/testing'
import fc from 'fast-check'

function problemsOf(tasks: readonly Task[]): string[] {
  const built = buildGraph(tasks)
  return built.ok ? [] : built.problems.map(({ what }) => what)
}

describe('building a graph', () => {
  test('a sound one knows its tasks and their children', () => {
    const built = buildGraph([
      aTask({ id: 'epic', kind: 'epic' }),
      aTask({ id: 'a', parent: 'epic' }),
      aTask({ id: 'b', parent: 'epic', dependsOn: ['a'] }),
    ])
    if (!built.ok) throw new Error('expected a graph')
    const [epic, a, b] = built.value.tasks
    expect(built.value.find((epic as Task).id)).toBe(epic)
    expect(built.value.children((epic as Task).id)).toEqual([a, b])
    expect(built.value.children((a as Task).id)).toEqual([])
  })

  test('every fault is reported at once, with the nearest known id', () => {
    const tasks = [
      aTask({ id: 'auth-login', dependsOn: ['auth-login'] }),
      aTask({ id: 'auth-logout', dependsOn: ['auth-lgin'] }),
      aTask({ id: 'auth-login' }),
      aTask({ id: 'x', parent: 'nowhere' }),
      ...tasksOf({ a: ['c'], b: ['a'], c: ['b'] }),
    ]
    expect(problemsOf(tasks)).toEqual([
      'task "auth-login" is defined twice',
      'task "auth-login" depends on itself',
      'task "auth-logout" depends on "auth-lgin", which does not exist (did you mean "auth-login"?)',
      'task "x" has the parent "nowhere", which does not exist',
      'tasks wait for each other in a circle: a → c → b → a',
    ])
  })

  test('a fault names the place where the task is written', () => {
    const built = buildGraph([
      aTask({ id: 'a', source: 'plan.json:3' }),
      aTask({ id: 'a', source: 'plan.json:9' }),
    ])
    expect(built).toEqual({
      ok: false,
      problems: [
        {
          where: 'plan.json:9',
          what: 'task "a" is defined twice (the first is at plan.json:3)',
          fix: 'give one of them another id, or remove it',
        },
      ],
    })
  })

  test('a circle through a closed task is none', () => {
    expect(
      problemsOf([
        aTask({ id: 'a', dependsOn: ['b'] }),
        aTask({ id: 'b', dependsOn: ['a'], state: 'closed' }),
      ]),
    ).toEqual([])
  })

  test('parents in a circle are found', () => {
    expect(problemsOf([aTask({ id: 'a', parent: 'b' }), aTask({ id: 'b', parent: 'a' })])).toEqual([
      "tasks are each other's parents: a → b → a",
    ])
  })

  test('a circle of 50,000 tasks is found without overflowing', () => {
    const shape = Object.fromEntries(
      Array.from({ length: 50_000 }, (_, i) => [`t${i}`, [`t${(i + 1) % 50_000}`]]),
    )
    expect(problemsOf(tasksOf(shape))).toHaveLength(1)
  })
})

describe('circles, against a brute-force oracle', () => {
  const shapes = fc.integer({ min: 1, max: 7 }).chain((size) =>
    fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 14 }).map((edges) => {
      const shape: Record<string, string[]> = {}
      for (let i = 0; i < size; i++) shape[`t${i}`] = []
      for (const [from, to] of edges) if (from !== to) shape[`t${from}`]?.push(`t${to}`)
      return shape
    }),
  )

  test('a graph is refused exactly when some task reaches itself', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        expect(problemsOf(tasksOf(shape)).length > 0).toBe(
          Object.keys(shape).some((id) => reaches(shape, id, id)),
        )
      }),
    )
  })

  test('the path that is shown exists, arrow by arrow', () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        for (const what of problemsOf(tasksOf(shape))) {
          const path = what.replace(/^.*: /, '').split(' → ')
          for (const [i, id] of path.slice(0, -1).entries()) {
            expect(shape[id]).toContain(path[i + 1])
          }
          expect(path[0]).toBe(path.at(-1))
        }
      }),
    )
  })
})

function reaches(shape: Record<string, string[]>, from: string, to: string): boolean {
  const seen = new Set<string>()
  const look = (id: string): boolean =>
    (shape[id] ?? []).some(
      (next) => next === to || (!seen.has(next) && seen.add(next) && look(next)),
    )
  return look(from)
}
