import { taskId } from '@wavefront/tasks'
import { aTask, tasksOf } from '@wavefront/testing'
import {
  commitSha,
  currentResults,
  lateResults,
  planWave,
  type TaskResult,
  type World,
} from '@wavefront/wave'
import { aResult, at } from './server-world.ts'

const base = commitSha('a'.repeat(40))
const failed = { wave: 1, attempt: 1, end: 'failed', at: at.toISOString(), seconds: 1 } as const

const cases: readonly {
  name: string
  world?: Partial<World['stored']>
  branches?: Partial<World['branches']>
  results: readonly TaskResult[]
  expected: readonly string[]
}[] = [
  { name: 'those of open tasks', results: [result('b'), result('a')], expected: ['a 1', 'b 1'] },
  {
    name: 'none of a closed task',
    world: { tasks: [aTask({ id: 'a', state: 'closed' }), aTask({ id: 'b' })] },
    results: [result('a'), result('b')],
    expected: ['b 1'],
  },
  { name: 'none of a task that is gone', results: [result('gone')], expected: [] },
  {
    name: 'none of an attempt that is recorded',
    world: { attempts: new Map([[taskId('a'), [failed]]]) },
    results: [result('a'), result('b')],
    expected: ['b 1'],
  },
  {
    name: 'those of the attempt after it',
    world: { attempts: new Map([[taskId('a'), [failed]]]) },
    results: [result('a', 2)],
    expected: ['a 2'],
  },
  { name: 'none of an attempt too far ahead', results: [result('a', 2)], expected: [] },
  {
    name: 'none that has landed, closed or not',
    branches: { landed: [{ id: taskId('a'), wave: 1, attempt: 1, commit: base }] },
    results: [result('a'), result('b')],
    expected: ['b 1'],
  },
  {
    name: 'what an earlier run left, and this one’s before it',
    branches: { results: [result('a'), { ...result('b'), reason: 'left' }] },
    results: [{ ...result('b'), reason: 'new' }],
    expected: ['a 1', 'b 1 new'],
  },
]

test.each(cases)('$name count', ({ world, branches, results, expected }) => {
  const prepared = planWave(
    {
      stored: { tasks: tasksOf({ a: [], b: [] }), attempts: new Map(), notes: [], ...world },
      branches: { tip: base, landed: [], results: [], ...branches },
    },
    { policy: { maxTasks: 20, maxAttempts: 5 } },
  )
  const current = currentResults(prepared, results)
  expect(
    current.map(({ id, attempt, reason = '' }) => `${id} ${attempt} ${reason}`.trim()),
  ).toEqual(expected)
})

describe('what came too late', () => {
  const task = (id: string, more: object) => aTask({ id, ...more })
  const tasks = [task('a', { state: 'closed' }), task('b', { state: 'paused' }), task('c', {})]
  const all = ['a', 'b', 'c', 'gone'].map((id) => result(id))
  const late = (results: readonly TaskResult[], more: Partial<World['stored']> = {}) => {
    const stored = { tasks, attempts: new Map(), notes: [], ...more }
    const branches = { tip: base, landed: [], results: [] }
    const prepared = planWave({ stored, branches }, { policy: { maxTasks: 20, maxAttempts: 5 } })
    return lateResults(prepared, results).map((one) => `${one.result.id} ${one.task}`)
  }

  test('is work on tasks that are not open any more', () => {
    expect(late(all)).toEqual(['a closed', 'b paused', 'gone gone'])
  })

  test('is no work without a commit, or that changed nothing', () => {
    const { commit: _, ...nothing } = result('a')
    expect(late([nothing, { ...result('b'), outcome: 'no-changes' }])).toEqual([])
  })

  test('is no work that is counted already', () => {
    expect(late([result('a')], { attempts: new Map([[taskId('a'), [failed]]]) })).toEqual([])
  })
})

function result(id: string, attempt = 1): TaskResult {
  return { ...aResult(id, base), attempt, commit: commitSha('c'.repeat(40)) }
}
