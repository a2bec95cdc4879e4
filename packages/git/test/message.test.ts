import fc from 'fast-check'
import { parseTrailers, renderMessage } from '../src/message.ts'

describe('a message', () => {
  const cases = [
    {
      name: 'has subject, body and trailers',
      message: { subject: 'feat: x', body: 'why', trailers: { 'Wavefront-Wave': '1' } },
      text: 'feat: x\n\nwhy\n\nWavefront-Wave: 1\n',
    },
    {
      name: 'has a subject of one line',
      message: { subject: 'a\n\nWavefront-Task: x\u0007\u2028b', trailers: {} },
      text: 'a Wavefront-Task: x b\n',
    },
    {
      name: 'has nothing that turns the direction of writing',
      message: {
        subject: 'a\u202Eb\u2066\u2069\u200Fc',
        trailers: { Reason: '\u200E\u202Ax\u202C\u2067y\u2068' },
      },
      text: 'abc\n\nReason: xy\n',
    },
    {
      name: 'has a subject in any case',
      message: { subject: ' \n', trailers: {} },
      text: 'no subject\n',
    },
    {
      name: 'has a body that cannot steer a terminal',
      message: { subject: 's', body: '\u001b[31mred\r\nnext\tline', trailers: {} },
      text: 's\n\n[31mred\nnext\tline\n',
    },
    {
      name: 'leaves out empty trailers',
      message: { subject: 's', trailers: { 'Wavefront-Reason': '\n', 'Wavefront-Wave': '2' } },
      text: 's\n\nWavefront-Wave: 2\n',
    },
  ]
  test.each(cases)('$name', ({ message, text }) => {
    expect(renderMessage(message)).toEqual(text)
  })

  test('is cut where it is too long', () => {
    const long = '𝄞'.repeat(1000)
    const text = renderMessage({ subject: long, trailers: { Reason: long } })
    const [subject = '', , reason = ''] = text.split('\n')
    expect(subject).toEqual(`${'𝄞'.repeat(199)}…`)
    expect(reason).toEqual(`Reason: ${'𝄞'.repeat(255)}…`)
  })

  test('is refused with a trailer that is none', () => {
    expect(() => renderMessage({ subject: 's', trailers: { 'a b': 'c' } })).toThrow(
      'not a trailer: "a b"',
    )
  })

  test('cannot be made to say another task, whatever the texts are', () => {
    const parts = fc.constantFrom(
      'Wavefront-Task: t-9',
      '\n',
      '\n\n',
      ' ',
      'x',
      ':',
      '\r',
      '\u2029',
    )
    const text = fc.array(parts).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(text, text, text, (subject, body, reason) => {
        const trailers = { 'Wavefront-Task': 't-1', 'Wavefront-Reason': reason }
        const rendered = renderMessage({ subject, body, trailers })
        expect(parseTrailers(rendered).get('Wavefront-Task')).toEqual('t-1')
      }),
    )
  })
})
