import { taskId } from '@wavefront/tasks'
import {
  type Admission,
  admitResults,
  commitSha,
  type Found,
  type TaskResult,
} from '@wavefront/wave'
import { aResult, at } from './server-world.ts'

const base = commitSha('a'.repeat(40))
const commit = commitSha('c'.repeat(40))
const good: TaskResult = { ...aResult('t-1', base), attempt: 2, wave: 3, commit }
const failed = { ...good, outcome: 'failed', reason: 'no luck' } as const

const refused = (reason: string) => ({
  ...{ id: 't-1', attempt: 2, wave: 3, base, outcome: 'failed', reason },
  ...{ startedAt: at, finishedAt: at },
})

describe('a leg', () => {
  const legs: readonly { name: string; found?: Found; expected: object }[] = [
    { name: 'that did what was asked', found: result({}), expected: good },
    { name: 'that failed', found: { ...result({}), result: failed } as Found, expected: failed },
    {
      name: 'that left nothing',
      expected: refused('its job ended without a result: look at the log of the job'),
    },
    {
      name: 'that left garbage',
      found: { is: 'unreadable', id: taskId('t-1'), why: 'it is no git bundle' },
      expected: refused('its result cannot be used: it is no git bundle'),
    },
    {
      name: 'that did another task',
      found: result({ id: taskId('t-2') }),
      expected: refused('its result is not the one that was asked for: it is of the task t-2'),
    },
    {
      name: 'of an earlier attempt',
      found: result({ attempt: 1 }),
      expected: refused('its result is not the one that was asked for: it is of attempt 1, not 2'),
    },
    {
      name: 'of another wave',
      found: result({ wave: 9 }),
      expected: refused('its result is not the one that was asked for: it is of wave 9, not 3'),
    },
    {
      name: 'that started elsewhere',
      found: result({ base: commitSha('b'.repeat(40)) }),
      expected: refused(
        'its result is not the one that was asked for: it starts from bbbbbbbbbbbb, not aaaaaaaaaaaa',
      ),
    },
  ]
  test.each(legs)('$name', async ({ found, expected }) => {
    expect(await admit(found ? [found] : [])).toEqual([expected])
  })
})

describe('what may not be changed', () => {
  const { commit: _, ...withoutWork } = good

  test('is refused, and does not get onto a branch either', async () => {
    const review = async () => 'it changes protected paths: .github/workflows/x.yml'
    expect(await admit([result({})], review)).toEqual([
      {
        ...withoutWork,
        outcome: 'rejected',
        reason: 'it changes protected paths: .github/workflows/x.yml',
      },
    ])
  })

  test('does not get onto a branch as work that failed', async () => {
    const review = async () => 'it changes protected paths: .github/workflows/x.yml'
    expect(await admit([{ is: 'result', id: good.id, result: failed }], review)).toEqual([
      { ...withoutWork, outcome: 'failed', reason: 'no luck' },
    ])
  })

  test('is asked of the commit against what the worker had to start from', async () => {
    const asked: object[] = []
    await admit([result({})], async (change) => void asked.push(change) as undefined)
    expect(asked).toEqual([{ base, to: commit }])
  })
})

test('results that nobody asked for are passed over, and each leg has one, in order', async () => {
  const admitted = await admitResults({
    ...{ wave: 3, base, at, review: async () => undefined },
    expected: [
      { id: taskId('t-2'), attempt: 1 },
      { id: taskId('t-1'), attempt: 2 },
    ],
    found: [result({}), { is: 'result', id: taskId('t-9'), result: aResult('t-9', base) }],
  })
  expect(admitted.map(({ id, outcome }) => [id, outcome])).toEqual([
    ['t-2', 'failed'],
    ['t-1', 'done'],
  ])
})

function result(more: Partial<TaskResult>): Found {
  return { is: 'result', id: taskId('t-1'), result: { ...good, ...more } }
}

function admit(
  found: readonly Found[],
  review: Admission['review'] = async () => undefined,
): Promise<readonly TaskResult[]> {
  const expected = [{ id: taskId('t-1'), attempt: 2 }]
  return admitResults({ ...{ wave: 3, base, expected, found, at, review } })
}
