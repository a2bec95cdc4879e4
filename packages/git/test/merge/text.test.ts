import fc from 'fast-check'
import { changedValue, parseText, renderText } from '../../src/merge/text.ts'

describe('a text', () => {
  const cases = [
    { name: 'empty', content: '', text: { lines: [], eol: '\n', endsWithEol: true } },
    { name: 'ended', content: 'a\nb\n', text: { lines: ['a', 'b'], eol: '\n', endsWithEol: true } },
    {
      name: 'not ended',
      content: 'a\nb',
      text: { lines: ['a', 'b'], eol: '\n', endsWithEol: false },
    },
    {
      name: 'of Windows',
      content: 'a\r\nb',
      text: { lines: ['a', 'b'], eol: '\r\n', endsWithEol: false },
    },
    {
      name: 'with a mark of the byte order',
      content: '\uFEFFa\n',
      text: { lines: ['a'], eol: '\n', endsWithEol: true, hasBom: true },
    },
    {
      name: 'mark alone',
      content: '\uFEFF',
      text: { lines: [], eol: '\n', endsWithEol: true, hasBom: true },
    },
    {
      name: 'mixed',
      content: 'a\r\nb\n',
      text: { lines: ['a\r', 'b'], eol: '\n', endsWithEol: true },
    },
    { name: 'blank', content: '\n', text: { lines: [''], eol: '\n', endsWithEol: true } },
  ]
  test.each(cases)('$name', ({ content, text }) => {
    expect(parseText(content)).toEqual({ hasBom: false, ...text })
  })

  test('is rendered as it was', () => {
    const pieces = fc.constantFrom('a', 'b', '\uFEFF', '\n', '\r\n', '\r', ' ')
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const content = parts.join('')
        expect(renderText(parseText(content))).toEqual(content)
      }),
    )
  })
})

test('of three values the changed one counts, and the task’s if both changed', () => {
  expect(changedValue('a', 'a', 'b')).toEqual('b')
  expect(changedValue('a', 'b', 'a')).toEqual('b')
  expect(changedValue('a', 'b', 'c')).toEqual('c')
})
