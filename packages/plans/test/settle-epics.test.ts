import { type Task, taskId } from '@wavefront/tasks'
import { settleEpics } from '../src/settle-epics.ts'

function task(id: string, more: Partial<Task> & { readonly under?: string } = {}): Task {
  const { under, ...rest } = more
  return {
    id: taskId(id),
    title: id,
    kind: 'task',
    state: 'open',
    priority: 2,
    dependencies: [],
    files: [],
    brief: {},
    ...(under === undefined ? {} : { parent: taskId(under) }),
    ...rest,
  }
}

function statesOf(tasks: readonly Task[]) {
  const { tasks: settled, notes } = settleEpics(tasks)
  return { states: settled.map(({ id, state, why }) => [id, state, why]), notes }
}

describe('settling epics', () => {
  test('what agrees stays as it is', () => {
    const tasks = [
      task('e', { kind: 'epic' }),
      task('a', { under: 'e', state: 'closed' }),
      task('b', { under: 'e' }),
    ]
    expect(settleEpics(tasks)).toEqual({ tasks, notes: [] })
  })

  test('below a finished epic all is finished, at any depth', () => {
    const tasks = [
      task('a', { under: 'inner' }),
      task('inner', { under: 'outer', kind: 'epic' }),
      task('outer', { kind: 'epic', state: 'closed', why: 'cancelled' }),
    ]
    expect(statesOf(tasks)).toEqual({
      states: [
        ['a', 'closed', 'cancelled'],
        ['inner', 'closed', 'cancelled'],
        ['outer', 'closed', 'cancelled'],
      ],
      notes: ['Counted as finished or paused like the epic above: inner, a.'],
    })
  })

  test('below a paused epic only what is open is paused', () => {
    const tasks = [
      task('e', { kind: 'epic', state: 'paused', why: 'deferred' }),
      task('a', { under: 'e' }),
      task('b', { under: 'e', state: 'closed' }),
    ]
    expect(statesOf(tasks)).toEqual({
      states: [
        ['e', 'paused', 'deferred'],
        ['a', 'paused', 'deferred'],
        ['b', 'closed', undefined],
      ],
      notes: ['Counted as finished or paused like the epic above: a.'],
    })
  })

  test('an epic is finished with its tasks, and so is the one above it', () => {
    const tasks = [
      task('outer', { kind: 'epic' }),
      task('inner', { kind: 'epic', under: 'outer' }),
      task('a', { under: 'inner', state: 'closed' }),
    ]
    expect(statesOf(tasks)).toEqual({
      states: [
        ['outer', 'closed', undefined],
        ['inner', 'closed', undefined],
        ['a', 'closed', undefined],
      ],
      notes: ['Counted as finished, because all tasks below are: inner, outer.'],
    })
  })

  test('a task with tasks below it is no epic: it is work of its own', () => {
    const tasks = [task('t'), task('a', { under: 't', state: 'closed' })]
    expect(settleEpics(tasks)).toEqual({ tasks, notes: [] })
  })

  test('epics that are each other’s parents come to an end', () => {
    const tasks = [task('a', { kind: 'epic', under: 'b' }), task('b', { kind: 'epic', under: 'a' })]
    expect(settleEpics(tasks)).toEqual({ tasks, notes: [] })
  })
})
