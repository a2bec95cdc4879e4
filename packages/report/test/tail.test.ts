import { tail } from '../src/tail.ts'

test.each<[string, string, string]>([
  ['a short text stays', 'one\ntwo\n', 'one\ntwo'],
  [
    'of many lines the last',
    Array.from({ length: 40 }, (_, i) => `${i}`).join('\n'),
    ['…', ...Array.from({ length: 30 }, (_, i) => `${i + 10}`)].join('\n'),
  ],
  ['of a long line its end', `${'a'.repeat(5000)}b`, `…\n${'a'.repeat(3999)}b`],
])('%s', (_, text, expected) => {
  expect(tail(text)).toBe(expected)
})
