import { lastLines, link, name, phrase, shortCommit } from '../../src/status/markup.ts'

test.each<[string, string | undefined, string]>([
  ['an address', 'https://github.com/o/r/pull/1', '[x](https://github.com/o/r/pull/1)'],
  ['none', undefined, 'x'],
  ['a script', 'javascript:alert(1)', 'x'],
  ['no address', '42', 'x'],
  ['one that closes the link', 'https://o.org/a)b|c', '[x](https://o.org/a%29b%7Cc)'],
  ['one with markup', 'https://o.org/"><b>`_*', '[x](https://o.org/%22%3E%3Cb%3E%60_%2A)'],
  ['one that is too long', `https://o.org/${'a'.repeat(500)}`, 'x'],
])('a link to %s', (_, url, expected) => {
  expect(link('x', url)).toBe(expected)
})

test.each([
  ['a commit', 'a1b2c3d4e5f6a7b8', 'a1b2c3d4e5'],
  ['none', 'HEAD~1', '<code>HEAD\\~1</code>'],
])('%s', (_, commit, expected) => {
  expect(shortCommit(commit)).toBe(expected)
})

test('long words are cut before they are escaped', () => {
  expect(phrase('@a '.repeat(50), 7)).toBe('@&#8203;a @&#8203;a…')
  expect(phrase('🤖'.repeat(50), 3)).toBe('🤖🤖…')
  expect(name('a'.repeat(20), 5)).toBe('<code>aaaa…</code>')
})

test('a log shows its last lines', () => {
  const lines = Array.from({ length: 32 }, (_, i) => `line ${i}`)
  expect(lastLines(`${lines.join('\n')}\n`)).toMatch(/^```\n…\nline 2\n[\s\S]*line 31\n```$/)
})

test('our own marks do not stand in what is quoted', () => {
  expect(lastLines('<!-- wavefront:issue -->\n<!-- /wavefront --><!-- note -->')).toBe(
    '```\n<!\u200b-- wavefront:issue -->\n<!\u200b-- /wavefront --><!-- note -->\n```',
  )
})
