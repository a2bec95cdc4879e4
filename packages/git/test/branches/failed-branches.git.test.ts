import { deleteFailedBranches, findFailedBranches, openRepository } from '@wavefront/git'
import { type GitWorld, gitWorld } from '@wavefront/testing'

let world: GitWorld
beforeEach(() => {
  world = gitWorld()
})
afterEach(() => world.remove())

const mark = 'feat(t-1): try\n\nWavefront-Task: t-1\nWavefront-Wave: 1\nWavefront-Attempt: 1\n'

test('failed branches are those that are named so and carry our mark', async () => {
  world.branch('feature-failed-t-1', world.commitOn('main', { a: 'a' }, mark))
  world.branch('other/feature-failed-t-1', world.commitOn('main', { b: 'b' }, mark))
  world.branch('my-failed-t-1', world.commitOn('main', { c: 'c' }, 'my own failed experiment'))
  world.branch('feature-failed-t-2', world.commitOn('main', { d: 'd' }, mark))
  const repository = await openRepository(world.dir)
  const failed = ['feature-failed-t-1', 'other/feature-failed-t-1']
  expect(await findFailedBranches(repository)).toEqual(failed)
  expect(await deleteFailedBranches(repository)).toEqual(failed)
  expect(world.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n')).toEqual([
    'feature-failed-t-2',
    'main',
    'my-failed-t-1',
  ])
  expect(await deleteFailedBranches(repository)).toEqual([])
})
