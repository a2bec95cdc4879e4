import { quote } from '../../src/escape/dot.ts'

test.each<[string, readonly string[], string]>([
  ['two lines', ['a', 'b'], '"a\\nb"'],
  ['an empty part', ['a', ''], '"a"'],
  ['quotes and backslashes', ['a"b\\'], '"a\\"b\\\\"'],
  ['lines inside', ['a\nb'], '"a b"'],
])('%s', (_, parts, expected) => {
  expect(quote(...parts)).toBe(expected)
})
