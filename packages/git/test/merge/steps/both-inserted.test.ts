import { bothInserted } from '../../../src/merge/steps/both-inserted.ts'

describe('both sides only inserted at the same place', () => {
  const cases = [
    {
      name: 'both stay, the tip first',
      ours: ['a'],
      theirs: ['b'],
      merged: ['a', 'b'],
    },
    {
      name: 'a line of a list that both inserted stands once',
      ours: ["import a from 'a'", "import shared from 's'"],
      theirs: ["import shared from 's'", "import b from 'b'"],
      merged: ["import a from 'a'", "import shared from 's'", "import b from 'b'"],
    },
    {
      name: 'one side has all of the other',
      ours: ['a', 'b', 'c'],
      theirs: ['b', 'c'],
      merged: ['a', 'b', 'c'],
    },
    {
      name: 'the other side has all of this one',
      ours: ['b'],
      theirs: ['a', 'b', 'c'],
      merged: ['a', 'b', 'c'],
    },
    {
      name: 'functions keep the bracket that ends both',
      ours: ['function a() {', '  return 1', '}'],
      theirs: ['function b() {', '  return 1', '}'],
      merged: ['function a() {', '  return 1', '}', 'function b() {', '  return 1', '}'],
    },
    {
      name: 'a decorator stays with its own function',
      ours: ['@cached', 'def a():', '    return 1'],
      theirs: ['@cached', 'def b():', '    return 2'],
      merged: ['@cached', 'def a():', '    return 1', '@cached', 'def b():', '    return 2'],
    },
    {
      name: 'two entries of a change log keep their headings',
      ours: ['# 2.0', '', '### Features', '', '- a', ''],
      theirs: ['# 1.9', '', '### Features', '', '- b', ''],
      merged: [
        ...['# 2.0', '', '### Features', '', '- a', ''],
        ...['# 1.9', '', '### Features', '', '- b', ''],
      ],
    },
    {
      name: 'headings without anything between them',
      ours: ['### Features', '- a'],
      theirs: ['### Features', '- b'],
      merged: ['### Features', '- a', '### Features', '- b'],
    },
    {
      name: 'the fences of two samples of code',
      ours: ['```js', 'a()', '```'],
      theirs: ['```js', 'b()', '```'],
      merged: ['```js', 'a()', '```', '```js', 'b()', '```'],
    },
    {
      name: 'a single line of a block is not the block',
      ours: ['if (a) {', '  go()', '}', 'go()'],
      theirs: ['go()'],
      merged: ['if (a) {', '  go()', '}', 'go()', 'go()'],
    },
    {
      name: 'lines that one side repeats',
      ours: ['go()', 'a()', 'go()'],
      theirs: ['go()', 'b()'],
      merged: ['go()', 'a()', 'go()', 'go()', 'b()'],
    },
    {
      name: 'what ends a block',
      ours: ['#ifdef A', '#endif'],
      theirs: ['#ifdef B', '#endif'],
      merged: ['#ifdef A', '#endif', '#ifdef B', '#endif'],
    },
    {
      name: 'blank lines are nobody’s duplicate',
      ours: ['', 'one'],
      theirs: ['', 'two'],
      merged: ['', 'one', '', 'two'],
    },
  ]
  test.each(cases)('$name', ({ ours, theirs, merged }) => {
    expect(bothInserted({ base: [], ours, theirs })).toEqual(merged)
  })

  test('a change is not an insertion', () => {
    expect(bothInserted({ base: ['x'], ours: ['a'], theirs: ['b'] })).toBeUndefined()
  })
})
