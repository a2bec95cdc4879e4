import { longestBody } from '@wavefront/github'
import { oneLine } from '../../src/pulls/one-line.ts'
import { withOurPart } from '../../src/pulls/our-part.ts'

const begin = '<!-- wavefront:begin -->'
const end = '<!-- wavefront:end -->'
const ours = (text: string) => `${begin}\n${text}\n${end}`

const cases: readonly { name: string; text: string; part: string; whole: string }[] = [
  { name: 'no text yet', text: '', part: 'new', whole: `${ours('new')}\n` },
  {
    name: 'what people wrote around our part stays',
    text: `Before.\r\n\r\n${ours('old')}\r\n\r\nAfter.`,
    part: 'new',
    whole: `Before.\r\n\r\n${ours('new')}\r\n\r\nAfter.`,
  },
  {
    name: 'without our part: it comes first',
    text: 'Their text.\n',
    part: 'new',
    whole: `${ours('new')}\n\nTheir text.\n`,
  },
  {
    name: 'the end is missing: nothing of theirs is lost',
    text: `${begin}\nold\n\nTheir text.`,
    part: 'new',
    whole: `${ours('new')}\n\nold\n\nTheir text.\n`,
  },
  {
    name: 'the end stands before the beginning',
    text: `${end} x ${begin}`,
    part: 'new',
    whole: `${ours('new')}\n\nx\n`,
  },
  {
    name: 'markers within our part do not end it',
    text: ours('old'),
    part: `a ${end} b ${begin} c`,
    whole: ours('a  b  c'),
  },
]

test.each(cases)('$name', ({ text, part, whole }) => {
  const written = withOurPart(text, part)
  expect(written).toBe(whole)
  expect(withOurPart(written, part)).toBe(whole)
})

test('our part makes room for what people wrote', () => {
  const theirs = 'x'.repeat(60_000)
  const written = withOurPart(theirs, 'ours\n'.repeat(10_000))
  expect(written.length).toBeLessThanOrEqual(longestBody)
  expect(written.length).toBeGreaterThan(longestBody - 100)
  expect(written).toContain(theirs)
})

test.each([
  ['short', 'short', 10],
  ['ten chars!', 'ten chars!', 10],
  ['eleven char', 'eleven ch…', 10],
  ['a b c d e f', 'a b c d e…', 10],
  ['two\nlines\r\n', 'two lines', 10],
  ['😀😀😀😀', '😀😀…', 3],
])('%j in one line: %j', (text, line, room) => {
  expect(oneLine(text, room)).toBe(line)
})
