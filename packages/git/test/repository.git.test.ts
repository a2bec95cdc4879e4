import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitWorld, gitWorld, oddName, runGit } from '@wavefront/testing'
import { git } from '../src/exec/git.ts'
import { openRepository } from '../src/repository.ts'

let world: GitWorld
afterEach(() => world.remove())

test('is found from any directory in its checkout', async () => {
  world = gitWorld({ files: { 'a/b/c.txt': 'c\n' } })
  const repository = await openRepository(join(world.dir, 'a/b'))
  expect([repository.top, repository.gitDir]).toEqual([world.dir, join(world.dir, '.git')])
})

test('is the shared one in a linked worktree', async () => {
  world = gitWorld()
  const side = join(world.dir, 'side')
  world.git('worktree', 'add', '--quiet', side)
  const repository = await openRepository(side)
  expect([repository.top, repository.gitDir]).toEqual([side, join(world.dir, '.git')])
})

test('is not found through the environment of another', async () => {
  world = gitWorld()
  process.env.GIT_DIR = join(world.dir, 'nowhere')
  try {
    expect((await openRepository(world.dir)).top).toEqual(world.dir)
  } finally {
    delete process.env.GIT_DIR
  }
})

describe('is refused', () => {
  test('without a commit', async () => {
    world = gitWorld({ empty: true })
    await expect(openRepository(world.dir)).rejects.toThrow(
      /no commits yet.*\n {2}fix: make a first commit: git add -A/,
    )
  })

  test('when it is bare', async () => {
    world = gitWorld()
    const { dir } = world.addRemote('origin')
    await expect(openRepository(dir)).rejects.toThrow(/bare repository/)
  })

  test('where there is none', async () => {
    world = gitWorld()
    const dir = realpathSync(mkdtempSync(join(tmpdir(), 'no-repository-')))
    await expect(openRepository(dir)).rejects.toThrow(
      /not a git repository.*\n {2}fix: run this inside/,
    )
    rmSync(dir, { recursive: true })
    await expect(openRepository(dir)).rejects.toThrow('there is no such directory')
  })
})

test('names are resolved to commits, or to nothing', async () => {
  world = gitWorld()
  world.git('tag', '-a', 'v1', '-m', 'v1')
  const repository = await openRepository(world.dir)
  const head = world.sha('HEAD')
  expect(await repository.readHead()).toEqual(head)
  expect(await repository.resolve('v1')).toEqual(head)
  expect(await repository.resolve('nowhere')).toBeUndefined()
  expect(await repository.resolve('--all')).toBeUndefined()
  expect(await repository.resolve('main:README.md')).toBeUndefined()
})

test('the branch that is checked out is known', async () => {
  world = gitWorld()
  const repository = await openRepository(world.dir)
  expect(await repository.currentBranch()).toEqual('main')
  world.git('switch', '--quiet', '--detach')
  expect(await repository.currentBranch()).toBeUndefined()
})

test('what is dirty is told by path, but for what is ours', async () => {
  world = gitWorld({ files: { 'a.txt': 'a\n', 'old.txt': 'same\n' } })
  const repository = await openRepository(world.dir)
  expect(await repository.readDirty()).toEqual([])
  world.write({
    'a.txt': 'A\n',
    [oddName]: 'odd!\n',
    'new/file.txt': 'x\n',
    '.beads/x': 'x',
    '.wavefront/y': 'y',
  })
  world.git('mv', 'old.txt', 'renamed.txt')
  expect([...(await repository.readDirty())].sort()).toEqual(
    [oddName, 'a.txt', 'new/file.txt', 'old.txt', 'renamed.txt'].sort(),
  )
  expect(await repository.readDirty({ ignore: ['new/'] })).toContain('.beads/x')
})

test('credentials reach the one command, and not through its arguments', async () => {
  world = gitWorld()
  const config = { 'http.https://example.org/.extraHeader': 'Authorization: Basic eA==' }
  const args = ['config', '--get-all', 'http.https://example.org/.extraHeader']
  expect(await git(args, { cwd: world.dir, config })).toEqual('Authorization: Basic eA==\n')
  await expect(git(args, { cwd: world.dir })).rejects.toThrow('ended with 1')
  expect(() => runGit(args, { cwd: world.dir })).toThrow()
})
