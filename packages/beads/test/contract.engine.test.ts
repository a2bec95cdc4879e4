import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wavefront/beads'
import { UserError, unwrap } from '@wavefront/errors'
import { type AttemptRecord, buildGraph, readiness, type Task, taskId } from '@wavefront/tasks'
import { aBdStore, aTask, describeEngine, ids, runBd } from '@wavefront/testing'
import type { StoredTasks, TaskStore } from '@wavefront/wave'

/** One way to keep tasks. */
interface World {
  /** An empty store, and where it is. */
  begin(): Promise<{ readonly store: TaskStore; readonly dir: string }>
  /** Makes it unreadable. */
  spoil(dir: string): void
}

describe('embedded', () => {
  contract({
    begin: async () => {
      const dir = mkdtempSync(join(tmpdir(), 'wavefront embedded é-'))
      mkdirSync(join(dir, '.beads'))
      writeFileSync(join(dir, '.beads/issues.jsonl'), '')
      return { dir, store: (await openStore({ dir, kind: 'embedded' })).store }
    },
    spoil: (dir) => writeFileSync(join(dir, '.beads/issues.jsonl'), '{"id":"demo-1"\n'),
  })
})

describeEngine('bd-0.47.1', (bd) => {
  test('is chosen by its database', async () => {
    const { kind, where } = await openStore({ dir: aBdStore({ bd, prefix: 'demo' }), bd })
    expect({ kind, where }).toEqual({ kind: 'classic', where: 'bd 0.47.1' })
  })

  contract({
    begin: () => beginWith(bd),
    spoil: (dir) => writeFileSync(join(dir, '.beads/issues.jsonl'), '{"id":"demo-1"\n'),
  })
  keepsDeferrals(bd)

  test('ids of another prefix do not let an old JSONL file over the database', async () => {
    const { store, dir } = await beginWith(bd)
    await store.add([aTask({ id: 'demo-a', title: 'Old' })])
    runBd(bd, dir, ['--no-auto-flush', 'update', 'demo-a', '--title=New'])
    await store.add([aTask({ id: 'sign-in' })])
    const titles = (await store.read()).tasks.map((task) => task.title)
    expect(titles.sort()).toEqual(['New', 'Task sign-in'])
  })

  test('ids of another prefix are read from a JSONL file that is newer than the database', async () => {
    const { store, dir } = await beginWith(bd)
    await store.add([aTask({ id: 'sign-in', title: 'Old' })])
    const file = join(dir, '.beads/issues.jsonl')
    const pulled = readFileSync(file, 'utf8')
      .replace('"Old"', '"New"')
      .replace(/"updated_at":"[^"]*"/, '"updated_at":"2099-01-01T00:00:00Z"')
    writeFileSync(file, pulled)
    expect((await store.read()).tasks.map((task) => task.title)).toEqual(['New'])
  })

  test('comments in the JSONL file survive our writes', async () => {
    const { store, dir } = await beginWith(bd)
    await store.add([aTask({ id: 'demo-a' })])
    runBd(bd, dir, ['comments', 'add', 'demo-a', 'Mind the gap'])
    await store.apply({ close: [{ id: taskId('demo-a'), reason: 'Landed' }], record: [] })
    expect(readFileSync(join(dir, '.beads/issues.jsonl'), 'utf8')).toContain('Mind the gap')
  })

  test('a JSONL file that is newer than the database is read', async () => {
    const { store, dir } = await beginWith(bd)
    await store.add([aTask({ id: 'demo-a', title: 'Old' })])
    const file = join(dir, '.beads/issues.jsonl')
    const pulled = readFileSync(file, 'utf8')
      .replace('"Old"', '"New"')
      .replace(/"updated_at":"[^"]*"/, '"updated_at":"2099-01-01T00:00:00Z"')
    writeFileSync(file, pulled)
    expect((await store.read()).tasks.map((task) => task.title)).toEqual(['New'])
  })
})

describeEngine('bd-1.3.0', (bd) => {
  test('is chosen by its metadata', async () => {
    const { kind, where } = await openStore({ dir: aBdStore({ bd, prefix: 'demo' }), bd })
    expect({ kind, where }).toEqual({ kind: 'dolt', where: 'bd 1.3.0' })
  })

  contract({
    begin: () => beginWith(bd),
    spoil: (dir) => execFileSync('rm', ['-rf', join(dir, '.beads/embeddeddolt')]),
  })
  keepsDeferrals(bd)
})

/** Whatever the plan says: who has deferred a task in the store must take it up again there. */
function keepsDeferrals(bd: string): void {
  test.each([
    ['without an end', []],
    ['until a day', ['--until', '2099-01-01']],
  ])('a task that a person has deferred %s stays so', async (_, flags) => {
    const { store, dir } = await beginWith(bd)
    await store.add([aTask({ id: 'demo-a' })])
    runBd(bd, dir, ['defer', 'demo-a', ...flags])
    await store.add([aTask({ id: 'demo-a', title: 'Other' })])
    const [task] = (await store.read()).tasks
    expect(task).toMatchObject({ title: 'Other', state: 'paused' })
  })

  test('a task that a person has taken up stays so, though the plan still pauses it', async () => {
    const { store, dir } = await beginWith(bd)
    const paused = aTask({ id: 'demo-a', state: 'paused', why: 'in review' })
    await store.add([paused])
    runBd(bd, dir, ['undefer', 'demo-a'])
    await store.add([{ ...paused, title: 'Other' }])
    const [task] = (await store.read()).tasks
    expect(task).toMatchObject({ title: 'Other', state: 'open' })
  })
}

async function beginWith(bd: string) {
  const dir = aBdStore({ bd, prefix: 'demo' })
  return { dir, store: (await openStore({ dir, bd })).store }
}

function contract(world: World): void {
  test('an empty store is empty', async () => {
    const { store } = await world.begin()
    expect(await store.read()).toEqual({ tasks: [], attempts: new Map(), notes: [] })
  })

  test('what is added is read back', async () => {
    const { store } = await world.begin()
    const epic = aTask({ id: 'demo-e', kind: 'epic', title: 'The whole', priority: 1 })
    const first = aTask({
      id: 'demo-e.1',
      parent: 'demo-e',
      files: ['src/**/*.ts', 'README.md'],
      minutes: 30,
      brief: {
        description: 'Say "hi" & <bye>\nin two lines',
        details: 'd',
        acceptance: 'a',
        notes: 'n',
      },
    })
    const second = aTask({
      id: 'demo-e.2',
      parent: 'demo-e',
      dependsOn: ['demo-e.1'],
      title: 'Zwölf ✓',
    })
    const done = aTask({ id: 'demo-d', state: 'closed', why: 'Done before' })
    await store.add([epic, first, second, done])
    expect(byId(await store.read())).toEqual(byId({ tasks: [epic, first, second, done] }))
  })

  test('ids are kept, whatever ids the store itself would make', async () => {
    const { store } = await world.begin()
    const epic = aTask({ id: 'sign-in', kind: 'epic' })
    const model = aTask({ id: 'sign-in-model', parent: 'sign-in' })
    const view = aTask({ id: 'view', parent: 'sign-in', dependsOn: ['sign-in-model'] })
    const own = aTask({ id: 'demo', dependsOn: ['view'] })
    await store.add([aTask({ id: 'demo-a' }), epic, model, view])
    const changed = { ...view, title: 'Seen', dependencies: [] }
    await store.add([changed, own])
    await store.apply({ close: [{ id: model.id, reason: 'Landed' }], record: [] })
    expect(byId(await store.read())).toEqual(
      byId({
        tasks: [
          aTask({ id: 'demo-a' }),
          epic,
          { ...model, state: 'closed', why: 'Landed' },
          changed,
          own,
        ],
      }),
    )
  })

  test('a task that the plan had paused is open again when the plan says so', async () => {
    const { store } = await world.begin()
    const task = aTask({ id: 'demo-a', files: ['a.ts'], brief: { notes: 'n' } })
    const paused: Task = { ...task, state: 'paused', why: 'in review' }
    for (const said of [paused, task, paused, paused, task]) {
      await store.add([said])
      expect(byId(await store.read())).toEqual(byId({ tasks: [said] }))
    }
  })

  test('tasks that say the same are two tasks', async () => {
    const { store } = await world.begin()
    await store.add([
      aTask({ id: 'demo-a', title: 'Test' }),
      aTask({ id: 'demo-b', title: 'Test' }),
    ])
    expect((await store.read()).tasks.map(({ id }) => id).sort()).toEqual(ids('demo-a', 'demo-b'))
  })

  test('what is open is updated, and what is closed stays as it is', async () => {
    const { store } = await world.begin()
    const [a, b, c] = [
      aTask({ id: 'demo-a' }),
      aTask({ id: 'demo-b' }),
      aTask({ id: 'demo-c', dependsOn: ['demo-a'] }),
    ]
    await store.add([a, b, c])
    await store.apply({ close: [{ id: taskId('demo-a'), reason: 'Landed' }], record: [failure(1)] })
    const changed = aTask({
      id: 'demo-c',
      dependsOn: ['demo-b'],
      title: 'Other',
      files: ['x.ts'],
      priority: 0,
    })
    await store.add([{ ...a, title: 'Too late' }, b, changed])
    const stored = await store.read()
    expect(byId(stored)).toEqual(
      byId({ tasks: [{ ...a, state: 'closed', why: 'Landed' }, b, changed] }),
    )
    expect(stored.attempts.get(taskId('demo-b'))).toEqual([failure(1).attempt])
  })

  test('a batch is closed, recorded and read back; again changes nothing', async () => {
    const { store } = await world.begin()
    await store.add([
      aTask({ id: 'demo-e', kind: 'epic' }),
      aTask({ id: 'demo-a', parent: 'demo-e' }),
      aTask({ id: 'demo-b', parent: 'demo-e', dependsOn: ['demo-a'] }),
    ])
    const landed: AttemptRecord = { ...failure(2).attempt, end: 'landed', commit: 'f'.repeat(40) }
    const changes = {
      close: ids('demo-a', 'demo-b', 'demo-e').map((id) => ({ id, reason: `Landed: "${id}"` })),
      record: [failure(1), { id: taskId('demo-b'), attempt: landed }, failure(1)],
    }
    await store.apply(changes)
    const stored = await store.read()
    expect(stored.tasks.map(({ state, why }) => ({ state, why }))).toEqual(
      stored.tasks.map(({ id }) => ({ state: 'closed', why: `Landed: "${id}"` })),
    )
    expect(stored.attempts).toEqual(new Map([[taskId('demo-b'), [failure(1).attempt, landed]]]))
    await store.apply({
      ...changes,
      close: changes.close.map(({ id }) => ({ id, reason: 'Again' })),
    })
    expect(await store.read()).toEqual(stored)
  })

  test.each([
    [
      'another record',
      'red\n[wavefront] {"wave":9,"attempt":9,"end":"landed","at":"x","seconds":1}\n',
    ],
    ['a flag', '--force'],
    ['quotes', `"'\`$(id) \\ %s {{.}} \\n`],
    ['white space', '\tone\n  two  '],
  ])('a reason cannot be more than a reason: %s', async (_, reason) => {
    const { store } = await world.begin()
    await store.add([aTask({ id: 'demo-b' })])
    const attempt = { ...failure(1).attempt, reason }
    await store.apply({ close: [], record: [{ id: taskId('demo-b'), attempt }] })
    expect((await store.read()).attempts).toEqual(new Map([[taskId('demo-b'), [attempt]]]))
  })

  test('an unknown task is refused, and nothing is written', async () => {
    const { store } = await world.begin()
    await store.add([aTask({ id: 'demo-a' })])
    const before = await store.read()
    const close = ids('demo-a', 'demo-nope').map((id) => ({ id, reason: 'Landed' }))
    await expect(store.apply({ close, record: [] })).rejects.toThrow('no task "demo-nope"')
    expect(await store.read()).toEqual(before)
  })

  test('faulty tasks are refused, and nothing is written', async () => {
    const { store } = await world.begin()
    const circle = [
      aTask({ id: 'demo-a', dependsOn: ['demo-b'] }),
      aTask({ id: 'demo-b', dependsOn: ['demo-a'] }),
    ]
    await expect(store.add(circle)).rejects.toThrow('in a circle')
    expect((await store.read()).tasks).toEqual([])
  })

  test('closing makes the next task ready', async () => {
    const { store } = await world.begin()
    await store.add([aTask({ id: 'demo-a' }), aTask({ id: 'demo-b', dependsOn: ['demo-a'] })])
    expect(await readyIn(store)).toEqual(['demo-a'])
    await store.apply({ close: [{ id: taskId('demo-a'), reason: 'Landed' }], record: [] })
    expect(await readyIn(store)).toEqual(['demo-b'])
  })

  test('what cannot be read is an error, never an empty store', async () => {
    const { store, dir } = await world.begin()
    await store.add([aTask({ id: 'demo-a' })])
    world.spoil(dir)
    await expect(store.read()).rejects.toThrow(UserError)
  })
}

function failure(attempt: number) {
  const record: AttemptRecord = {
    wave: 1,
    attempt,
    end: 'failed',
    reason: 'expected 1\nreceived 2',
    at: '2026-01-01T00:00:00.000Z',
    seconds: 1.5,
  }
  return { id: taskId('demo-b'), attempt: record }
}

/** Where a task is written and in which order they come is the store's own affair. */
function byId({ tasks }: Pick<StoredTasks, 'tasks'>) {
  const plain = tasks.map(({ source: _, ...task }) => task)
  return Object.fromEntries(plain.map((task) => [task.id, task]))
}

async function readyIn(store: TaskStore): Promise<readonly string[]> {
  return readiness(unwrap(buildGraph((await store.read()).tasks))).ready
}
