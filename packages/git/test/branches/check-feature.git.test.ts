import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import { checkFeature, createWorkspaces, openRepository } from '@wavefront/git'
import { type GitWorld, gitWorld } from '@wavefront/testing'
import { branchName, commitSha } from '@wavefront/wave'

const feature = branchName('wavefront/x')
let world: GitWorld
beforeEach(() => {
  world = gitWorld()
})
afterEach(() => world.remove())

describe('a feature branch is refused', () => {
  const faults = [
    {
      name: 'below a branch',
      make: () => world.branch('wavefront'),
      says: 'the branch "wavefront/x" cannot be made beside the branch "wavefront"',
    },
    {
      name: 'above a branch',
      make: () => world.branch('wavefront/x/y'),
      says: 'the branch "wavefront/x" cannot be made beside the branch "wavefront/x/y"',
    },
    {
      name: 'that is checked out here',
      make: () => world.git('switch', '--quiet', '--create', feature),
      says: 'the branch "wavefront/x" is checked out',
    },
    {
      name: 'that is checked out elsewhere',
      make: () =>
        world.git('worktree', 'add', '--quiet', '-b', feature, join(world.dir, '../other')),
      says: 'the branch "wavefront/x" is checked out',
    },
    {
      name: 'whose task branches are somebody’s',
      make: () => world.branch('wavefront/x-task-1'),
      says: 'the branch "wavefront/x-task-1" is not a result of Wavefront',
    },
    {
      name: 'whose task branches cannot be made',
      make: () => world.branch('wavefront/x-task-1/y'),
      says: 'the branch "wavefront/x-task-1/y" is not a result of Wavefront',
    },
    {
      name: 'whose failed branches are another task’s',
      make: () => world.branch('wavefront/x-failed-1', workOf('2')),
      says: 'the branch "wavefront/x-failed-1" is not a result of Wavefront',
    },
  ]
  test.each(faults)('$name', async ({ make, says }) => {
    make()
    const check = checkFeature(await openRepository(world.dir), feature)
    await expect(check).rejects.toThrow(UserError)
    await expect(check).rejects.toThrow(says)
  })

  test('for all reasons at once', async () => {
    world.branch('wavefront/x-task-1')
    world.branch('wavefront/x-failed-1')
    world.git('switch', '--quiet', '--create', feature)
    const check = checkFeature(await openRepository(world.dir), feature)
    await expect(check).rejects.toMatchObject({
      problems: [
        { what: expect.stringContaining('is checked out'), where: world.dir },
        { fix: expect.stringContaining('git branch -m wavefront/x-failed-1 ') },
        { fix: expect.stringContaining('git branch -m wavefront/x-task-1 ') },
      ],
    })
  })
})

test('a feature branch with our own branches and checkouts around it is fine', async () => {
  const repository = await openRepository(world.dir)
  await checkFeature(repository, feature)
  for (const branch of ['wavefront/x', 'wavefront/xy', 'wavefront/y/x', 'x']) world.branch(branch)
  world.branch('wavefront/x-task-1', workOf('1'))
  world.branch('wavefront/x-failed-1', workOf('1'))
  world.branch('wavefront/x-task-force-task-1', workOf('1'))
  const ours = await createWorkspaces(repository, { lanes: 1 }).open(commitSha(world.sha('main')))
  world.git('-C', ours.dir, 'switch', '--quiet', feature)
  await checkFeature(repository, feature)
})

function workOf(id: string): string {
  const trailers = `Wavefront-Task: ${id}\nWavefront-Wave: 1\nWavefront-Attempt: 1`
  return world.commitOn('main', { [id]: id }, `work\n\n${trailers}`)
}
