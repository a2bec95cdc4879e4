import fc from 'fast-check'
import { clean, cleanLine } from '../../src/escape/clean.ts'
import { hostile } from '../hostile.ts'

test.each<[string, string, string]>([
  ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
  ['a title up to its bell', '\u001b]0;title\u0007text', 'text'],
  ['a link up to its end', '\u001b]8;;http://example.org\u001b\\text', 'text'],
  ['a title without an end stops at its line', '\u001b]0;title\ntext', '\ntext'],
  ['an escape by itself', 'a\u001b', 'a'],
  ['a one-byte command', 'a\u009b2Jb', 'ab'],
  ['control characters', 'a\u0000\u0008\u007fb', 'ab'],
  ['what reorders', 'a\u202eb\u2066c\u200f', 'abc'],
  ['what hides', 'a\u200bb\ufeffc\u00add\u{e0041}', 'abcd'],
  ['joined emoji stay', '👩‍💻', '👩‍💻'],
  ['half a character', 'a\ud83db', 'a\ufffdb'],
  ['line ends of all kinds', 'a\r\nb\rc\u2028d\u2029e', 'a\nb\nc\nd\ne'],
  ['tabs stay', 'a\tb', 'a\tb'],
])('%s', (_, text, expected) => {
  expect(clean(text)).toBe(expected)
})

test('a line is one line', () => {
  expect(cleanLine('  a\n\n b\t c ')).toBe('a b c')
})

test('nothing invisible is left, whatever comes', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(clean(text)).not.toMatch(/(?![\n\t])\p{Cc}|(?![\u200c\u200d])\p{Cf}|\p{Cs}/u)
      expect(clean(clean(text))).toBe(clean(text))
    }),
  )
})
