import { type GitWorld, gitWorld, oddName } from '@wavefront/testing'
import { commitSha } from '@wavefront/wave'
import { readAllChanges, readChanges, readPatch } from '../src/changes.ts'
import { openRepository, type Repository } from '../src/repository.ts'

let world: GitWorld
let repository: Repository

beforeEach(async () => {
  world = gitWorld({ files: { 'a.txt': 'a\n', 'b.txt': 'b\n' } })
  repository = await openRepository(world.dir)
})
afterEach(() => world.remove())

test('every file that differs, with the size of what is new', async () => {
  const to = world.commit({ [oddName]: 'öö\n', 'a.txt': null, 'dir/c.bin': new Uint8Array(5000) })
  expect(await readChanges(repository, `${to}^`, to)).toEqual([
    { path: oddName, is: 'modified', bytes: 5 },
    { path: 'a.txt', is: 'deleted', bytes: 0 },
    { path: 'dir/c.bin', is: 'added', bytes: 5000 },
  ])
})

test('nothing, where nothing differs', async () => {
  expect(await readChanges(repository, 'main', 'main')).toEqual([])
})

test('a file that is moved is one that goes and one that comes', async () => {
  world.git('mv', 'b.txt', 'c.txt')
  const to = world.commit({})
  expect(await readChanges(repository, `${to}^`, to)).toEqual([
    { path: 'b.txt', is: 'deleted', bytes: 0 },
    { path: 'c.txt', is: 'added', bytes: 2 },
  ])
})

test('what calls itself a link has a size, too, and a submodule has none', async () => {
  const object = world.git('rev-parse', 'main:a.txt')
  world.git('update-index', '--add', '--cacheinfo', `120000,${object},link`)
  world.git('update-index', '--add', '--cacheinfo', `160000,${world.sha('main')},module`)
  world.git('commit', '--quiet', '-m', 'odd modes')
  expect(await readChanges(repository, 'main^', 'main')).toEqual([
    { path: 'link', is: 'added', bytes: 2 },
    { path: 'module', is: 'added', bytes: 0 },
  ])
})

test('those of many commits at once are those of each', async () => {
  const from = commitSha(world.sha('main'))
  const commits = [
    { 'a.txt': null, ':c:.txt': 'c\n' },
    {},
    { [oddName]: 'öö\n', 'b.txt': 'B\n' },
  ].map((files) => commitSha(world.commitOn(from, files)))
  const all = await readAllChanges(repository, from, commits)
  expect([...all.keys()]).toEqual(commits)
  for (const to of commits) expect(all.get(to)).toEqual(await readChanges(repository, from, to))
  expect([...all.values()].map((changes) => changes.length)).toEqual([2, 0, 2])
  expect(await readAllChanges(repository, from, [])).toEqual(new Map())
})

test('a patch can be applied, binary files and odd names included', async () => {
  const from = commitSha(world.sha('main'))
  const bytes = new Uint8Array([0, 1, 2, 255])
  const to = commitSha(world.commitOn(from, { [oddName]: 'new\n', 'x.bin': bytes }))
  world.write({ 'the.patch': await readPatch(repository, from, to) })
  world.git('apply', '--index', 'the.patch')
  expect(world.git('write-tree')).toEqual(world.git('rev-parse', `${to}^{tree}`))
})
