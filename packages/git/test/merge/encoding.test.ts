import fc from 'fast-check'
import { decodeText, encodeText } from '../../src/merge/encoding.ts'

describe('bytes', () => {
  const cases = [
    { name: 'UTF-8', bytes: Buffer.from('ä'), text: { content: 'ä', encoding: 'utf-8' } },
    {
      name: 'with a byte order mark',
      bytes: Buffer.from('\uFEFFa'),
      text: { content: '\uFEFFa', encoding: 'utf-8' },
    },
    {
      name: 'UTF-16',
      bytes: Buffer.from('\uFEFFä\n', 'utf16le'),
      text: { content: '\uFEFFä\n', encoding: 'utf-16le' },
    },
    {
      name: 'UTF-16, the other way round',
      bytes: Buffer.from('\uFEFFä\n', 'utf16le').swap16(),
      text: { content: '\uFEFFä\n', encoding: 'utf-16be' },
    },
    { name: 'half a character of UTF-16', bytes: Buffer.of(0xff, 0xfe, 0x41), text: undefined },
    { name: 'with a NUL', bytes: Buffer.from('a\0b'), text: undefined },
    {
      name: 'in Latin 1',
      bytes: Buffer.from('ä', 'latin1'),
      text: { content: 'ä', encoding: 'latin1' },
    },
  ]
  test.each(cases)('$name', ({ bytes, text }) => {
    expect(decodeText(bytes)).toEqual(text)
  })
})

test('a text is encoded as it was', () => {
  const encoding = fc.constantFrom('utf-8', 'utf-16le', 'utf-16be')
  const content = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0'))
  fc.assert(
    fc.property(content, encoding, (text, encoding) => {
      const decoded = { content: encoding === 'utf-8' ? text : `\uFEFF${text}`, encoding }
      expect(decodeText(encodeText(decoded))).toEqual(decoded)
      expect(decodeText(encodeText({ content: text, encoding }))).toEqual(decoded)
    }),
  )
})
