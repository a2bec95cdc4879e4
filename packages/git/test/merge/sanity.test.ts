import { findDamage } from '../../src/merge/sanity.ts'

describe('damage of a merged text', () => {
  const marked = '<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n'
  const cases = [
    { name: 'none', path: 'a.txt', sources: ['a'], content: 'a', damage: undefined },
    {
      name: 'new conflict markers',
      path: 'a.txt',
      sources: ['a', 'b'],
      content: marked,
      damage: 'the merged file holds conflict markers',
    },
    {
      name: 'markers that a side had, as in a text about merging',
      path: 'merging.md',
      sources: ['a', marked],
      content: marked,
      damage: undefined,
    },
    {
      name: 'an underlined title',
      path: 'a.rst',
      sources: [''],
      content: 'Title\n=======\n',
      damage: undefined,
    },
    {
      name: 'JSON that broke',
      path: 'package.json',
      sources: ['{"a":1}', '{"b":1}'],
      content: '{"a":1,}',
      damage: 'the merged file is no longer valid JSON',
    },
    {
      name: 'JSON with comments on one side',
      path: 'tsconfig.json',
      sources: ['{}', '{/* a */}'],
      content: '{/* a */,}',
      damage: undefined,
    },
    {
      name: 'anything else that is not JSON',
      path: 'a.js',
      sources: ['{}'],
      content: '{',
      damage: undefined,
    },
  ]
  test.each(cases)('$name', ({ path, sources, content, damage }) => {
    expect(findDamage({ path, sources, content })).toEqual(damage)
  })
})
