import { taskId } from '@wavefront/tasks'
import { type MergePolicy, MergeStopped, withMergePolicy } from '../src/merge-policy.ts'
import { commitSha } from '../src/names.ts'
import type { Merged, MergeRequest, Resolution } from '../src/ports/index.ts'

const tip = commitSha('1'.repeat(40))
const commit = commitSha('2'.repeat(40))
const made = commitSha('3'.repeat(40))
const ofTask = { is: 'task', id: taskId('t-1'), wave: 1, attempt: 1 } as const
const usual: MergePolicy = { conflicts: 'theirs', overlap: 'merge' }

const clean: Resolution = { path: 'a.txt', step: 'both-inserted', line: 3 }
function gaveWay(path: string, ...lines: string[]): Resolution {
  return { path, step: 'task-lines', line: 1, gaveWay: { lines, kept: ['mine'], commit: tip } }
}

function merge(
  policy: Partial<MergePolicy>,
  resolutions: readonly Resolution[],
  of: MergeRequest['of'] = ofTask,
): Promise<Merged> {
  const shared = ['a.txt', 'b.txt']
  const merged = { is: 'merged', commit: made, tree: 'tree', resolutions, shared } as const
  const merger = withMergePolicy({ merge: async () => merged }, { ...usual, ...policy })
  return merger.merge({ tip, commit, of })
}

describe('where no line gives way', () => {
  test.each(['theirs', 'requeue', 'human', 'fail'] as const)('%s lets it be', async (conflicts) => {
    expect(await merge({ conflicts, maxOverwrittenLines: 0 }, [clean])).toMatchObject({
      is: 'merged',
      resolutions: [clean],
    })
  })
})

describe('where lines give way', () => {
  const found = [clean, gaveWay('a.txt', 'one', 'two'), gaveWay('b.txt', 'three')]
  const what = '3 lines of others would give way to it in a.txt, b.txt'
  const there = `there already in ${tip.slice(0, 12)}:`
  const versions = [`a.txt:1, ${there}`, '- one', '- two', '+ mine', `b.txt:1, ${there}`, '- three']
  const why = [what, ...versions, '+ mine'].join('\n')
  const paths = ['a.txt', 'b.txt']

  test('theirs: they do, and are recorded', async () => {
    expect(await merge({}, found)).toMatchObject({ is: 'merged', resolutions: found })
  })
  test('requeue: the task is done again', async () => {
    expect(await merge({ conflicts: 'requeue' }, found)).toEqual({ is: 'requeued', why, paths })
  })
  test('human: its work is left to a person', async () => {
    expect(await merge({ conflicts: 'human' }, found)).toEqual({
      ...{ is: 'requeued', why, paths, isForPerson: true },
    })
  })
  test('fail: nothing of the batch is merged', async () => {
    const failed = await merge({ conflicts: 'fail' }, found).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(MergeStopped)
    expect(failed).toMatchObject({ message: `task t-1: ${why}` })
  })
  test.each([
    [3, 'merged'],
    [2, 'requeued'],
    [0, 'requeued'],
  ])('with at most %d it is %s', async (maxOverwrittenLines, is) => {
    expect(await merge({ maxOverwrittenLines }, found)).toMatchObject({ is })
  })
})

test('a file that cannot be shown is beyond any bound, and within none', async () => {
  const gone = { lines: ['(binary)'], kept: ['(binary)'], commit: tip, isUnseen: true } as const
  const found: Resolution[] = [{ path: 'a.png', step: 'task-file', gaveWay: gone }]
  expect(await merge({}, found)).toMatchObject({ is: 'merged' })
  expect(await merge({ maxOverwrittenLines: 1000 }, found)).toMatchObject({
    is: 'requeued',
    why: expect.stringMatching(/^lines that cannot be counted of others would give way/),
  })
})

describe('where both sides have changed the same file', () => {
  test('serialise: the later task is done again, though nothing conflicts', async () => {
    expect(await merge({ overlap: 'serialise' }, [])).toEqual({
      is: 'requeued',
      why: expect.stringContaining('have changed the same files'),
      paths: ['a.txt', 'b.txt'],
    })
  })
  test('the new commits of the base are merged in nevertheless', async () => {
    expect(await merge({ overlap: 'serialise' }, [], { is: 'base' })).toMatchObject({
      is: 'merged',
    })
  })
})

test('what the ladder puts back stays put back', async () => {
  const requeued = { is: 'requeued', why: 'a submodule', paths: ['lib'] } as const
  const merger = withMergePolicy({ merge: async () => requeued }, { ...usual, conflicts: 'human' })
  expect(await merger.merge({ tip, commit, of: ofTask })).toEqual(requeued)
})
