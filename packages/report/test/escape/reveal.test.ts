import fc from 'fast-check'
import { revealLine } from '../../src/escape/reveal.ts'
import { hostile } from '../hostile.ts'

test.each<[string, string, string]>([
  ['plain text and tabs', '\tconst 設定 = "é"', '\tconst 設定 = "é"'],
  ['colours', '\u001b[31mred', '␛[31mred'],
  ['line ends', 'a\r\nb', 'a␍␊b'],
  ['a null and a delete', '\u0000\u007f', '␀␡'],
  ['a one-byte command', '\u009b2J', '⟨U+009B⟩2J'],
  ['what reorders', 'a\u202eb\u2066', 'a⟨U+202E⟩b⟨U+2066⟩'],
  ['what hides', '\ufeffa\u200b\u{e0041}', '⟨U+FEFF⟩a⟨U+200B⟩⟨U+E0041⟩'],
  ['line separators', 'a\u2028b\u2029', 'a⟨U+2028⟩b⟨U+2029⟩'],
  ['half a character', '\ud83d', '⟨U+D83D⟩'],
  ['joined emoji stay', '👩‍💻', '👩‍💻'],
])('%s', (_, text, expected) => {
  expect(revealLine(text)).toBe(expected)
})

test('what is shown is one line without anything invisible', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(revealLine(text)).not.toMatch(
        /(?!\t)\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u,
      )
    }),
  )
})
