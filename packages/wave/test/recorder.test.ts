import type { TaskId } from '@wavefront/tasks'
import { aTask, ids, tasksOf } from '@wavefront/testing'
import { createRecorder } from '@wavefront/wave'
import { aWorld } from './world.ts'

const facts = {
  title: 'A run',
  branch: 'feature',
  base: 'main',
  schedule: 'waves' as const,
  jobs: 2,
  startedAt: new Date('2026-01-01T00:00:00Z'),
}
const finishedAt = new Date('2026-01-01T00:10:00Z')

describe('what a recorder tells of a run', () => {
  test('every attempt with its end, every landing, and the bound', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [], c: ['a'] }),
      deeds: {
        b: (files, { attempt }) => {
          if (attempt === 1) return { is: 'failed', why: 'no luck', tail: '' }
          files['b.txt'] = 'b\n'
          return undefined
        },
      },
      policy: { jobs: 1 },
    })
    const outcome = await world.run()
    const recorder = createRecorder(facts)
    for (const event of world.events) recorder.progress(event)
    const report = recorder.report(outcome, finishedAt)
    expect(report).toMatchObject({ ...facts, finishedAt, end: 'complete' })
    const shown = report.tasks.map(({ id, state, dependsOn, attempts }) => ({
      ...{ id, state, dependsOn },
      attempts: attempts.map(({ wave, attempt, end }) => `${wave}.${attempt} ${end}`),
    }))
    expect(shown).toEqual([
      { id: 'a', state: 'landed', dependsOn: [], attempts: ['1.1 landed'] },
      { id: 'b', state: 'landed', dependsOn: [], attempts: ['1.1 failed', '2.2 landed'] },
      { id: 'c', state: 'landed', dependsOn: ['a'], attempts: ['2.1 landed'] },
    ])
    expect(report.landings.map(({ wave, landed }) => ({ wave, landed }))).toEqual([
      { wave: 1, landed: ['a'] },
      { wave: 2, landed: ['b', 'c'] },
    ])
    const seconds = report.tasks
      .flatMap(({ attempts }) => attempts)
      .map((one) => (one.finishedAt.getTime() - one.startedAt.getTime()) / 1000)
    expect(report.bound).toBe(seconds.reduce((sum, one) => sum + one, 0) / facts.jobs)
  })

  test('conflicts with their places, those that were not settled too', async () => {
    const append = (line: string) => (files: Record<string, string>) => {
      files['README.md'] += line
      return undefined
    }
    const world = aWorld({
      tasks: tasksOf({ a: [], b: [] }),
      deeds: { a: append('a\n'), b: append('b\n') },
    })
    const outcome = await world.run()
    const recorder = createRecorder(facts)
    for (const event of world.events) recorder.progress(event)
    const { landings } = recorder.report(outcome, finishedAt)
    expect(landings.map(({ conflicts }) => conflicts)).toEqual([
      [{ task: 'b', path: 'README.md', step: 'requeued' }],
      [],
    ])
  })

  test('what was interrupted is neither landed nor failed', async () => {
    const world = aWorld({
      tasks: tasksOf({ a: [] }),
      deeds: {
        a: () => {
          world.abort.abort()
          return undefined
        },
      },
    })
    const outcome = await world.run()
    const recorder = createRecorder(facts)
    for (const event of world.events) recorder.progress(event)
    expect(recorder.report(outcome, finishedAt)).toMatchObject({
      end: 'stopped',
      tasks: [{ id: 'a', state: 'open', attempts: [{ end: 'interrupted' }] }],
    })
  })

  test('work of an earlier run that landed now is landed, and only the tasks asked for count', async () => {
    const world = aWorld({
      tasks: [
        aTask({ id: 'epic', kind: 'epic' }),
        aTask({ id: 'a', parent: 'epic' }),
        aTask({ id: 'other', state: 'paused' }),
      ],
    })
    world.breakOnce('land')
    await world.run().catch(() => {})
    world.events.splice(0)
    const outcome = await world.run('waves', { under: ids('epic')[0] as TaskId })
    const recorder = createRecorder({ ...facts, under: ids('epic')[0] as TaskId })
    for (const event of world.events) recorder.progress(event)
    expect(recorder.report(outcome, finishedAt).tasks).toEqual([
      { id: 'a', title: 'Task a', state: 'landed', dependsOn: [], attempts: [] },
    ])
  })

  test('what is stuck, with the remedy', async () => {
    const world = aWorld({ tasks: tasksOf({ a: [] }), deeds: { a: () => undefined } })
    const outcome = await world.run()
    const recorder = createRecorder(facts)
    for (const event of world.events) recorder.progress(event)
    expect(recorder.report(outcome, finishedAt).tasks[0]).toMatchObject({
      state: 'failed',
      stuck: { why: 'failed 2 times; the last attempt: the agent changed nothing' },
    })
  })
})
