import { UserError } from '@wavefront/errors'
import type { Task } from '@wavefront/tasks'
import { aTask, memoryStore } from '@wavefront/testing'
import { commitSha } from '@wavefront/wave'
import { findWave, type WaveWish } from '../src/find-wave.ts'

const repository = 'octo/demo'
const tip = commitSha('a'.repeat(40))

async function find(tasks: readonly Task[], wish: Omit<WaveWish, 'repository'>) {
  const branches = { read: async () => ({ tip, landed: [], results: [] }) }
  const remote = { store: memoryStore(tasks), branches, storeAt: 'the store' }
  const config = { maxTasks: 3, maxAttempts: 2, conflicts: 'theirs' } as const
  const { prepared, options } = await findWave({ remote, config }, { repository, ...wish })
  return { ids: prepared.tasks.map(({ task }) => task.id), options }
}

const epic = (id: string, more: Partial<Task> = {}) => aTask({ id, kind: 'epic', ...more })
const policy = { maxTasks: 3, maxAttempts: 2, merging: { conflicts: 'theirs' } }

describe('whose tasks', () => {
  const tasks = [
    epic('shop', { externalRef: 'gh-7' }),
    epic('till', { externalRef: 'https://github.com/Octo/Demo/issues/8' }),
    epic('old', { externalRef: 'gh-9', state: 'closed' }),
    epic('new', { externalRef: '#9' }),
    aTask({ id: 'a', parent: 'shop' }),
    aTask({ id: 'b', parent: 'till' }),
    aTask({ id: 'c', parent: 'new' }),
    aTask({ id: 'feature' }),
    aTask({ id: 'part', parent: 'feature' }),
  ]
  const cases: Record<string, [Omit<WaveWish, 'repository'>, ids: string[], under?: string]> = {
    'by number': [{ issueNumber: 7 }, ['a'], 'shop'],
    'by address, whatever its case': [{ issueNumber: 8 }, ['b'], 'till'],
    'of the one that is open': [{ issueNumber: 9 }, ['c'], 'new'],
    'by name, which wins': [{ issueNumber: 7, epic: 'till' }, ['b'], 'till'],
    'below what is no epic, but has tasks': [{ epic: 'feature' }, ['part'], 'feature'],
    'all, without an issue': [{}, ['a', 'b', 'c']],
  }
  test.each(Object.entries(cases))('%s', async (_, [wish, ids, under]) => {
    expect(await find(tasks, wish)).toEqual({
      ids,
      options: { policy, ...(under === undefined ? {} : { under }) },
    })
  })

  const wrong: Record<string, [epic: string, said: string]> = {
    'a name with a slip': ['shap', 'epic: there is no epic "shap" in the task store'],
    'a task': ['a', 'epic: "a" is a task and not an epic'],
    'no id': ['../x', 'epic: there is no epic "../x" in the task store'],
    'nothing of its own': ['__proto__', 'epic: there is no epic "__proto__" in the task store'],
  }
  test.each(Object.entries(wrong))('%s', async (_, [name, said]) => {
    await expect(find(tasks, { epic: name })).rejects.toThrow(said)
  })
})

test('two open epics for one issue are one too many', async () => {
  const two = [epic('x', { externalRef: 'gh-7' }), epic('y', { externalRef: 'octo/demo#7' })]
  await expect(find(two, { issueNumber: 7 })).rejects.toThrow(
    new UserError({
      what: '2 open epics stand for issue #7: x, y',
      where: 'issue_number',
      fix: 'close all but one of them, or say which: write `epic: x`',
    }),
  )
})

test('the tasks of another issue are not this one’s', async () => {
  const others = [epic('shop', { externalRef: 'gh-7' }), aTask({ id: 'a', parent: 'shop' })]
  await expect(find(others, { issueNumber: 8 })).rejects.toThrow(
    "no epic stands for issue #8, while shop stands for gh-7: its tasks are not this issue's",
  )
})

test('nothing to do at all is no reason to say that all is done', async () => {
  await expect(find([], {})).rejects.toThrow('there are no tasks')
})

test('where no epic stands for any issue, all tasks are taken', async () => {
  const { ids } = await find([epic('e'), aTask({ id: 'a', parent: 'e' })], { issueNumber: 8 })
  expect(ids).toEqual(['a'])
})
