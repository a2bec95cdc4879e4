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
      damage: 'the merged file is no longer valid JSON',
    },
    {
      name: 'JSON that has got a comma too many, which some readers would take',
      path: 'tsconfig.json',
      sources: ['{"a": 1}', '{"b": 1}'],
      content: '{"a": 1,}',
      damage: 'the merged file is no longer valid JSON',
    },
    {
      name: 'JSON with a key that stands twice',
      path: 'a.json',
      sources: ['{"a": 1}', '{"a": 2}'],
      content: '{"a": 1, "a": 2}',
      damage: 'the merged file is no longer valid JSON',
    },
    {
      name: 'JSON that a side had broken already',
      path: 'a.json',
      sources: ['{"a": 1', '{"a": 2}'],
      content: '{"a": 2',
      damage: undefined,
    },
    {
      name: 'YAML that broke',
      path: 'ci.yml',
      sources: ['a:\n  - 1\n', 'a:\n  b: 1\n'],
      content: 'a:\n  - 1\n  b: 1\n',
      damage: 'the merged file is no longer valid YAML',
    },
    {
      name: 'YAML with a key that stands twice',
      path: 'ci.yaml',
      sources: ['a: 1\n', 'b: 1\na: 2\n'],
      content: 'a: 1\nb: 1\na: 2\n',
      damage: 'the merged file is no longer valid YAML',
    },
    {
      name: 'YAML of several documents, with tags of its own',
      path: 'ci.yaml',
      sources: ['a: 1\n', 'a: 1\n'],
      content: 'a: !Ref b\n---\na: 2\n',
      damage: undefined,
    },
    {
      name: 'a template for YAML',
      path: 'chart.yaml',
      sources: ['{{ if .x }}\na: 1\n{{ end }}\n', 'a: 1\n'],
      content: '{{ if .x }}\na: 1\na: 2\n{{ end }}\n',
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
