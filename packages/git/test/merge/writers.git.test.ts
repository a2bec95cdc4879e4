import { type GitWorld, gitWorld } from '@wavefront/testing'
import { commitSha } from '@wavefront/wave'
import { readWriters } from '../../src/merge/writers.ts'
import { openRepository } from '../../src/repository.ts'

const path = 'dir/two words.txt'
let world: GitWorld
let base: string
beforeAll(() => {
  world = gitWorld({ files: { [path]: 'a\nb\nc\n' } })
  base = world.sha('main')
})
afterAll(() => world.remove())

test('the last commit that wrote one of the lines, or that touched the file', async () => {
  const one = world.commitOn(base, { [path]: 'A\nb\nc\n' })
  const other = world.commitOn(one, { 'elsewhere.txt': 'A\n' })
  const two = world.commitOn(other, { [path]: 'A\nb\n' })
  const find = await writersOf(base, world.commitOn(two, { 'elsewhere.txt': 'B\n' }))
  expect(find(['A', 'x'])).toEqual({ commit: one })
  expect(find(['(1 line was deleted here)'])).toEqual({ commit: two })
})

test('where the base was merged in from another line of history', async () => {
  const main = world.commitOn(base, { [path]: 'a\nb\nC\n' })
  const one = world.commitOn(base, { [path]: 'A\nb\nc\n' })
  const tree = world.git('rev-parse', `${world.commitOn(main, { [path]: 'A\nb\nC\n' })}^{tree}`)
  const merge = world.git('commit-tree', tree, '-p', one, '-p', main, '-m', 'merge')
  const tip = world.commitOn(merge, { [path]: 'A\nB\nC\n' })
  const find = await writersOf(main, tip)
  expect(find(['A'])).toEqual({ commit: one })
  expect(find(['B'])).toEqual({ commit: tip })
})

test('of a file that nobody touched, the tip', async () => {
  const tip = world.commitOn(base, { 'elsewhere.txt': 'A\n' })
  const find = await writersOf(base, tip)
  expect(find(['a'])).toEqual({ commit: tip })
})

async function writersOf(base: string, tip: string) {
  const siblings = { base: commitSha(base), tip: commitSha(tip) }
  return readWriters(await openRepository(world.dir), siblings, path)
}
