import { aTask, tasksOf } from '@wavefront/testing'
import { aWorld, endsIn, openIn } from './world.ts'

describe.each(['waves', 'rolling'] as const)('a run by %s', (schedule) => {
  test('works a graph off and lands everything', async () => {
    const world = aWorld({
      tasks: [
        aTask({ id: 'epic', kind: 'epic' }),
        aTask({ id: 'a', parent: 'epic' }),
        aTask({ id: 'b', parent: 'epic', dependsOn: ['a'] }),
        aTask({ id: 'c', parent: 'epic' }),
      ],
    })
    expect(await world.run(schedule)).toEqual({ end: 'complete', stuck: [] })
    expect(world.repository.tipFiles()).toEqual({
      'README.md': 'hello\n',
      'a.txt': 'a\n',
      'b.txt': 'b\n',
      'c.txt': 'c\n',
    })
    expect(await openIn(world.store)).toEqual([])
    expect(world.repository.results.size).toBe(0)
  })

  test('a task is started from the work of what it depends on', async () => {
    let seen: string | undefined
    const world = aWorld({
      tasks: tasksOf({ a: [], b: ['a'] }),
      deeds: {
        b: (files) => {
          seen = files['a.txt']
          files['b.txt'] = 'b\n'
          return undefined
        },
      },
    })
    await world.run(schedule)
    expect(seen).toBe('a\n')
  })

  test('a task that fails is tried again with its failure, the others land meanwhile', async () => {
    let prompt = ''
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [] }),
      deeds: {
        a: (files, call) => {
          prompt = call.prompt
          files['a.txt'] = 'a\n'
          if (call.attempt === 1) return { is: 'failed', why: 'no luck', tail: 'line 7' }
          return undefined
        },
      },
    })
    expect(await world.run(schedule)).toEqual({ end: 'complete', stuck: [] })
    expect(await endsIn(world.store)).toEqual({ a: ['failed', 'landed'], b: ['landed'] })
    expect(prompt).toContain('no luck\nline 7')
  })

  test('a task that never succeeds is handed to a person, and what waits for it is named', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [], b: ['a'], c: [] }),
      deeds: { a: () => undefined },
    })
    expect(await world.run(schedule)).toEqual({
      end: 'stuck',
      stuck: [
        {
          id: 'a',
          why: 'failed 2 times; the last attempt: the agent changed nothing',
          remedy:
            'read its log in the report, make the task clearer or mend the cause, then allow one more: --max-attempts 3',
        },
        {
          id: 'b',
          why: 'waits for a',
          remedy: 'goes on by itself when that is done',
          goesOn: true,
        },
      ],
    })
    expect(await endsIn(world.store)).toEqual({ a: ['no-changes', 'no-changes'], c: ['landed'] })
  })

  test('what conflicts is done again on the new base', async () => {
    const append = (id: string) => (files: Record<string, string>) => {
      files['README.md'] += `${id}\n`
      return undefined
    }
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [] }),
      deeds: { a: append('a'), b: append('b') },
    })
    expect(await world.run(schedule)).toMatchObject({ end: 'complete' })
    expect(world.repository.tipFiles()['README.md']?.split('\n').sort()).toEqual([
      '',
      'a',
      'b',
      'hello',
    ])
    expect(
      Object.values(await endsIn(world.store))
        .flat()
        .sort(),
    ).toEqual(['landed', 'landed', 'requeued'])
  })

  test('what makes the whole red is thrown out, and only that', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [], c: [], d: [] }),
      deeds: {
        c: (files, { attempt }) => {
          files['c.txt'] = attempt === 1 ? 'breaks a\n' : 'c\n'
          return undefined
        },
      },
      red: (files) => (files['a.txt'] && files['c.txt'] === 'breaks a\n' ? 'a and c' : undefined),
      policy: { jobs: 4 },
    })
    expect(await world.run(schedule)).toMatchObject({ end: 'complete' })
    expect((await endsIn(world.store)).c?.at(-1)).toBe('landed')
    expect(world.repository.tipFiles()['c.txt']).toBe('c\n')
  })

  test('changes to files with conflict markers do not count as work', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [] }),
      deeds: {
        a: (files) => {
          files['a.txt'] = '<<<<<<< HEAD\n'
          return undefined
        },
      },
      policy: { maxAttempts: 1 },
    })
    await world.run(schedule)
    expect((await world.store.read()).attempts.get('a' as never)).toMatchObject([
      { end: 'failed', reason: 'the agent left conflict markers in a.txt' },
    ])
  })

  test('an interrupted run records nothing and is taken up again', async () => {
    const tasks = tasksOf({ a: [], b: ['a'] })
    const world = aWorld({
      tasks,
      deeds: {
        b: (files) => {
          files['b.txt'] = 'half\n'
          world.abort.abort()
          return undefined
        },
      },
    })
    expect(await world.run(schedule)).toEqual({ end: 'interrupted', stuck: [] })
    expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
    expect([...world.repository.setAside]).toEqual(['b'])
    const again = { signal: new AbortController().signal }
    expect(await world.run(schedule, again)).toEqual({ end: 'complete', stuck: [] })
  })

  test('a worker that cannot be run at all is an error, after the others have finished', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [] }),
      deeds: {
        a: () => Promise.reject(new Error('no shell')),
        b: async (files) => {
          await new Promise((resolve) => setTimeout(resolve, 10))
          files['b.txt'] = 'b\n'
          return undefined
        },
      },
    })
    await expect(world.run(schedule)).rejects.toThrow('no shell')
    expect([...world.repository.results.keys()]).toEqual(['b'])
  })

  test.each(['land', 'apply'] as const)(
    'cut off at "%s", the next run finishes the landing',
    async (step) => {
      let calls = 0
      const world = aWorld({
        tasks: tasksOf({ a: [] }),
        deeds: {
          a: (files) => {
            calls += 1
            files['a.txt'] = 'a\n'
            return undefined
          },
        },
      })
      world.breakOnce(step)
      await expect(world.run(schedule)).rejects.toThrow(`${step} broke`)
      expect(await openIn(world.store)).toEqual(['a'])
      expect(await world.run(schedule)).toEqual({ end: 'complete', stuck: [] })
      expect(calls).toBe(1)
      expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
      expect(world.repository.tipFiles()['a.txt']).toBe('a\n')
    },
  )

  test('a task that a person reopens after it landed is done again', async () => {
    const world = aWorld({ tasks: tasksOf({ a: [] }) })
    await world.run(schedule)
    const { tasks, attempts } = await world.store.read()
    const reopened = aWorld({
      tasks: tasks.map((task) => ({ ...task, state: 'open' as const })),
      deeds: {
        a: (files) => {
          files['a.txt'] = 'better\n'
          return undefined
        },
      },
    })
    for (const [id, made] of attempts) {
      await reopened.store.apply({ close: [], record: made.map((attempt) => ({ id, attempt })) })
    }
    await reopened.run(schedule)
    expect(await endsIn(reopened.store)).toEqual({ a: ['landed', 'landed'] })
    expect(reopened.repository.tipFiles()['a.txt']).toBe('better\n')
  })
})

test.each(['waves', 'rolling'] as const)(
  'on a base that is red by itself nobody is set to work by %s',
  async (schedule) => {
    const world = aWorld({ tasks: tasksOf({ a: [], b: [] }), red: () => 'red' })
    expect(await world.run(schedule)).toEqual({
      end: 'stuck',
      stuck: [],
      why: "the checks fail without any of this wave's work, so nothing can be proved:\nred",
    })
    expect(await endsIn(world.store)).toEqual({})
    expect(world.events.map(({ is }) => is)).not.toContain('task-started')
    // Once more, for it may be chance.
    expect(world.checkRuns()).toBe(2)
  },
)

test('what is new on the base and red is found before anybody is blamed for it', async () => {
  const world = aWorld({
    tasks: tasksOf({ a: [], b: ['a'] }),
    red: (files) => (files['broken.txt'] ? 'broken' : undefined),
    policy: { maxWaves: 1 },
  })
  await world.run('waves')
  world.repository.growBase({ 'broken.txt': 'x\n' })
  expect(await world.run('waves')).toMatchObject({
    end: 'stuck',
    why: expect.stringContaining('broken'),
  })
  expect(await endsIn(world.store)).toEqual({ a: ['landed'] })
})

test.each(['waves', 'rolling'] as const)(
  'what is new on the base comes in before a wave by %s',
  async (schedule) => {
    let seen: string | undefined
    const world = aWorld({
      tasks: tasksOf({ a: [] }),
      deeds: {
        a: (files) => {
          seen = files['fix.txt']
          files['a.txt'] = 'a\n'
          return undefined
        },
      },
    })
    world.repository.growBase({ 'fix.txt': 'a fix\n' })
    expect(await world.run(schedule)).toMatchObject({ end: 'complete' })
    expect(seen).toBe('a fix\n')
    expect(world.events.map(({ is }) => is)).toContain('base-merged')
  },
)

test('no tree is checked twice: the base once, and a single result needs no check but its own', async () => {
  const world = aWorld({ tasks: tasksOf({ a: [], b: ['a'] }), red: () => undefined })
  await world.run('waves')
  expect(world.checkRuns()).toBe(3)
})

test('a run has no more waves than it may, and says so', async () => {
  const world = aWorld({ tasks: tasksOf({ a: [], b: ['a'] }), policy: { maxWaves: 1 } })
  expect(await world.run('waves')).toEqual({
    end: 'stopped',
    stuck: [],
    why: 'a run has at most 1 wave (--max-waves)',
  })
  expect(await openIn(world.store)).toEqual(['b'])
})

test('a wave that is not approved is not begun', async () => {
  const world = aWorld({ tasks: tasksOf({ a: [] }) })
  const asked: string[][] = []
  const approve = async (wave: { tasks: readonly { task: { id: string } }[] }) => {
    asked.push(wave.tasks.map(({ task }) => task.id))
    return false
  }
  expect(await world.run('waves', { approve })).toMatchObject({ end: 'stopped' })
  expect(asked).toEqual([['a']])
  expect(await openIn(world.store)).toEqual(['a'])
})

test('rolling starts a task as soon as its own blockers have landed', async () => {
  const order: string[] = []
  const slow = (id: string, ms: number) => async (files: Record<string, string>) => {
    order.push(`${id} starts`)
    await new Promise((resolve) => setTimeout(resolve, ms))
    order.push(`${id} ends`)
    files[`${id}.txt`] = id
    return undefined
  }
  const world = aWorld({
    tasks: tasksOf({ long: [], short: [], after: ['short'] }),
    deeds: { long: slow('long', 80), short: slow('short', 10), after: slow('after', 10) },
  })
  await world.run('rolling')
  expect(order.indexOf('after starts')).toBeLessThan(order.indexOf('long ends'))
})

test('a task waits for its own epic: stuck, with the command that mends it', async () => {
  const world = aWorld({
    tasks: [
      aTask({ id: 'epic', kind: 'epic' }),
      aTask({ id: 'a', parent: 'epic', dependsOn: ['epic'] }),
    ],
  })
  expect(await world.run()).toEqual({
    end: 'stuck',
    stuck: [
      {
        id: 'a',
        why: 'waits for its own epic epic, which is closed only after it',
        remedy:
          'tie it to the epic as a child instead: bd dep remove a epic && bd dep add a epic -t parent-child',
      },
    ],
  })
})
