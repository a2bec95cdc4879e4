import fc from 'fast-check'
import { code, fence, table, words } from '../../src/escape/markdown.ts'
import { hostile } from '../hostile.ts'

describe('words', () => {
  test.each<[string, string, string]>([
    ['plain words', 'Add a login form (v2).', 'Add a login form (v2).'],
    ['several lines', 'a\nb\r\n\r\nc', 'a b c'],
    ['a table', 'a | b', 'a \\| b'],
    ['HTML', '<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
    ['emphasis and code', '*a* _b_ `c` ~d~', '\\*a\\* \\_b\\_ \\`c\\` \\~d\\~'],
    ['a link and an image', '![a](b)', '\\!\\[a\\](b)'],
    ['a backslash before a sign', '\\|', '\\\\\\|'],
    ['mathematics', '$x$', '\\$x\\$'],
    ['a heading', '# a', '\\# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '12. a', '12\\. a'],
    ['a mention', 'cc @octocat and @org/team', 'cc @&#8203;octocat and @&#8203;org/team'],
    ['a closing keyword', 'fixes #1', 'fixes \\#&#8203;1'],
    ['one of another repository', 'closes o/r#12', 'closes o/r\\#&#8203;12'],
    ['one of the older kind', 'resolves GH-3', 'resolves GH-&#8203;3'],
    ['one by address', 'fixes https://example.org/1', 'fixes https:&#8203;//example.org/1'],
    ['an address without a scheme', 'www.example.org', 'www.&#8203;example.org'],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toBe(expected)
  })
})

describe('code', () => {
  test.each<[string, string, string]>([
    ['an id', 'bd-12.3', '`bd-12.3`'],
    ['a path with its line', 'src/a_b.ts:12', '`src/a_b.ts:12`'],
    ['a backtick', 'a`b', '<code>a\\`b</code>'],
    ['a table', 'a|b', '<code>a\\|b</code>'],
    ['a mention', '@octocat', '<code>@&#8203;octocat</code>'],
    ['a reference that looks like an id', 'GH-12', '<code>GH-&#8203;12</code>'],
    ['HTML', '</code><b>', '<code>&lt;/code&gt;&lt;b&gt;</code>'],
  ])('%s', (_, text, expected) => {
    expect(code(text)).toBe(expected)
  })
})

describe('fence', () => {
  test.each<[string, string, string]>([
    ['plain lines', 'a\n b', '```\na\n b\n```'],
    ['a fence inside', '```\na', '````\n```\na\n````'],
    ['a long run inside', 'a `````` b', '```````\na `````` b\n```````'],
  ])('%s', (_, text, expected) => {
    expect(fence(text)).toBe(expected)
  })

  test('is never closed from inside', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [first, ...lines] = fence(text).split('\n')
        const closing = lines.findIndex((line) => line.trim().startsWith(first ?? ''))
        expect(closing).toBe(lines.length - 1)
      }),
    )
  })
})

test('a row of a table has its cells and no more', () => {
  fc.assert(
    fc.property(hostile, hostile, (a, b) => {
      const row = table(['A', 'B'], [[words(a), code(b)]]).split('\n')[2] ?? ''
      expect(row.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(3)
    }),
  )
})

test('no tag, no mention and no reference survives', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(words(text)).not.toMatch(/[<>\n]|@\w|#\d(?!\d*;)|\bgh-\d|:\/\//i)
      expect(code(text).replace(/^<code>|<\/code>$/g, '')).not.toMatch(/[<>\n]|@\w|:\/\//)
    }),
  )
})
