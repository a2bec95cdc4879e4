import type { Tree } from '../../src/objects/tree.ts'
import { createTreeCache } from '../../src/objects/tree-cache.ts'

function aTree(size: number): Tree {
  const version = { mode: '100644', object: '1'.repeat(40) }
  return new Map(Array.from({ length: size }, (_, at) => [`file-${at}`, version]))
}

test('what was used last stays, and what was not goes when there are too many entries', () => {
  const cache = createTreeCache(10)
  const [one, two, three] = [aTree(4), aTree(4), aTree(4)]
  cache.add('one', one)
  cache.add('two', two)
  expect(cache.get('one')).toBe(one)
  cache.add('three', three)
  expect([cache.get('one'), cache.get('two'), cache.get('three')]).toEqual([one, undefined, three])
})

test('a tree that is added twice counts once, and one that is too large is not kept', () => {
  const cache = createTreeCache(10)
  const tree = aTree(6)
  cache.add('one', tree)
  cache.add('one', tree)
  expect(cache.get('one')).toBe(tree)
  cache.add('large', aTree(11))
  expect(cache.get('large')).toBeUndefined()
})
