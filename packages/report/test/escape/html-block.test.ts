import fc from 'fast-check'
import { blockCode, blockLines, blockText } from '../../src/escape/html-block.ts'
import { hostile } from '../hostile.ts'

test.each<[string, string, string]>([
  ['plain code', "if (a === 'b') return [1]", "if (a === 'b') return [1]"],
  ['tags and entities', '</pre>&lt;', '&#60;/pre&#62;&#38;lt;'],
  ['our marks', '<!-- wavefront', '&#60;!-- wavefront'],
  ['fences', '``` ~~~', '&#96;&#96;&#96; &#126;&#126;~'],
  ['a table', '| a |', '&#124; a &#124;'],
  ['a mention', '@octocat', '&#64;octocat'],
  ['references', '#12 GH-12', '&#35;12 GH&#45;12'],
  ['an address', 'https://a www.b', 'https&#58;//a www&#46;b'],
  ['an expression', '$\u007b{ a }}', '&#36;{{ a }}'],
  ['commands of a runner', '::set-output ##[error]', '&#58;:set-output &#35;#[error]'],
])('%s', (_, text, expected) => {
  expect(blockText(text)).toBe(expected)
})

test('a name is one line of code', () => {
  expect(blockCode('a\n\n</code>b')).toBe('<code>a &#60;/code&#62;b</code>')
})

test('no line is empty, and all of them are read back as they were', () => {
  const line = hostile.map((text) => text.replace(/[\r\n]/g, ' '))
  const lines = fc.array(fc.oneof(line, fc.constantFrom('', ' ', '  ', '\t')), { minLength: 1 })
  fc.assert(
    fc.property(lines, (wanted) => {
      const block = blockLines(wanted)
      expect(block.split('\n').filter((one) => /^[ \t]*$/.test(one))).toEqual([])
      expect(block).not.toMatch(/[<>`$@|]|::|#\d(?!\d*;)/)
      expect(decode(block)).toBe(
        wanted.map((one) => (one.trim() === '' ? ` ${one.slice(1)}` : one)).join('\n'),
      )
    }),
  )
})

function decode(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
