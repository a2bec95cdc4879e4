import fc from 'fast-check'
import { changedValue, decodeText, parseText, renderText } from '../../src/merge/text.ts'

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
      name: 'mixed',
      content: 'a\r\nb\n',
      text: { lines: ['a\r', 'b'], eol: '\n', endsWithEol: true },
    },
    { name: 'blank', content: '\n', text: { lines: [''], eol: '\n', endsWithEol: true } },
  ]
  test.each(cases)('$name', ({ content, text }) => {
    expect(parseText(content)).toEqual(text)
  })

  test('is rendered as it was', () => {
    const pieces = fc.constantFrom('a', 'b', '\n', '\r\n', '\r', ' ')
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const content = parts.join('')
        expect(renderText(parseText(content))).toEqual(content)
      }),
    )
  })
})

describe('bytes', () => {
  const cases = [
    { name: 'UTF-8', bytes: Buffer.from('ä'), text: 'ä' },
    { name: 'with a byte order mark', bytes: Buffer.from('\uFEFFa'), text: '\uFEFFa' },
    { name: 'with a NUL', bytes: Buffer.from('a\0b'), text: undefined },
    { name: 'in Latin 1', bytes: Buffer.from('ä', 'latin1'), text: undefined },
  ]
  test.each(cases)('$name', ({ bytes, text }) => {
    expect(decodeText(bytes)).toEqual(text)
  })
})

test('of three values the changed one counts, and the task’s if both changed', () => {
  expect(changedValue('a', 'a', 'b')).toEqual('b')
  expect(changedValue('a', 'b', 'a')).toEqual('b')
  expect(changedValue('a', 'b', 'c')).toEqual('c')
})
