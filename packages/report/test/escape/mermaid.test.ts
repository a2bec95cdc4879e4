import fc from 'fast-check'
import { label } from '../../src/escape/mermaid.ts'
import { hostile } from '../hostile.ts'

test.each<[string, string, string]>([
  ['plain words', 'Add a form 中文 ✓', 'Add a form 中文 ✓'],
  ['dots and dashes inside words', 'bd-1.2 a_b', 'bd-1.2 a_b'],
  ['a numbered list', '1. a', '1#46; a'],
  ['quotes and brackets', '"]', '#34;#93;'],
  ['entities', '#quot; &lt;', '#35;quot#59; #38;lt#59;'],
  ['the end of a task in a Gantt chart', 'a :done', 'a #58;done'],
  ['a directive', '%%{', '#37;#37;#123;'],
  ['lines', 'a\nb', 'a b'],
  ['a long text', 'x'.repeat(70), `${'x'.repeat(59)}…`],
])('%s', (_, text, expected) => {
  expect(label(text)).toBe(expected)
})

test('no sign of the language is left', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(label(text).replace(/#\d+;/g, '')).not.toMatch(/["#;:%[\](){}<>|`\\\n&@]/)
    }),
  )
})
