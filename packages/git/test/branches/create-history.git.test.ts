import { taskId } from '@wavefront/tasks'
import { type GitWorld, gitWorld } from '@wavefront/testing'
import { type BranchHistory, branchName, type CommitSha, commitSha } from '@wavefront/wave'
import { createHistory } from '../../src/branches/create-history.ts'
import { createMerger } from '../../src/merge/create-merger.ts'
import { openRepository } from '../../src/repository.ts'

const feature = branchName('feature')
let world: GitWorld
let history: BranchHistory
let base: CommitSha

beforeEach(async () => {
  world = gitWorld({ files: { 'a.txt': 'one\ntwo\nthree\n', 'package.json': '{"a":1}\n' } })
  base = commitSha(world.sha('main'))
  history = createHistory(await openRepository(world.dir), { feature, base: branchName('main') })
})
afterEach(() => world.remove())

test('without a feature branch nothing has happened', async () => {
  expect(await history.readConflicts()).toEqual([])
  expect(await history.readChanges(() => true)).toEqual([])
})

test('a merge in which lines gave way is told again as it was', async () => {
  const first = await merge(base, 't-1', { 'a.txt': 'one\nfirst\nthree\n' })
  const second = await merge(first.commit, 't-2', { 'a.txt': 'one\nsecond\nthree\n' })
  const third = await merge(second.commit, 't-3', { 'c.txt': 'c\n' })
  world.branch(feature, third.commit)
  expect(second.resolutions).toHaveLength(1)
  expect(await history.readConflicts()).toEqual([
    { commit: second.commit, task: 't-2', wave: 4, resolutions: second.resolutions },
  ])
})

test('a merge of the base in which something gave way is told as the base’s', async () => {
  const first = await merge(base, 't-1', { 'a.txt': 'one\nfirst\nthree\n' })
  world.commit({ 'a.txt': 'one\nof the base\nthree\n' })
  const grown = commitSha(world.sha('main'))
  const updated = await createMerger(await openRepository(world.dir)).merge({
    tip: first.commit,
    commit: grown,
    of: { is: 'base' },
  })
  if (updated.is !== 'merged') throw new Error(updated.why)
  world.branch(feature, updated.commit)
  expect(await history.readConflicts()).toEqual([
    { commit: updated.commit, resolutions: updated.resolutions },
  ])
})

test('what the branch changes is measured from where it left the base', async () => {
  const first = await merge(base, 't-1', { 'package.json': '{"a":2}\n', 'b.txt': 'b\n' })
  const second = await merge(first.commit, 't-2', { 'a.txt': null })
  world.branch(feature, second.commit)
  world.commit({ 'of-the-base.txt': 'later\n' })
  expect(await history.readChanges((path) => path === 'package.json')).toEqual([
    { path: 'a.txt', is: 'deleted' },
    { path: 'b.txt', is: 'added' },
    { path: 'package.json', is: 'modified', before: '{"a":1}\n', after: '{"a":2}\n' },
  ])
})

test('what the base has merged is history of its own', async () => {
  const first = await merge(base, 't-1', { 'a.txt': 'one\nfirst\nthree\n' })
  const second = await merge(first.commit, 't-2', { 'a.txt': 'one\nsecond\nthree\n' })
  world.branch(feature, second.commit)
  world.git('merge', '--quiet', '--ff-only', feature)
  expect(await history.readConflicts()).toEqual([])
  expect(await history.readChanges(() => true)).toEqual([])
})

/** A task's work on the base, merged onto a tip. */
async function merge(tip: CommitSha, id: string, files: Record<string, string | null>) {
  const commit = commitSha(world.commitOn(base, files))
  const of = { is: 'task', id: taskId(id), wave: 4, attempt: 1 } as const
  const merged = await createMerger(await openRepository(world.dir)).merge({ tip, commit, of })
  if (merged.is !== 'merged') throw new Error(merged.why)
  return merged
}
