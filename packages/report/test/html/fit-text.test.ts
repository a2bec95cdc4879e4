import { fitText } from '../../src/html/fit-text.ts'

test.each<[string, string, number, string]>([
  ['fits', 'setup', 50, 'setup'],
  ['too long', 'setup-the-project', 60, 'setup…'],
  ['no room for three signs', 'setup', 30, ''],
  ['a short one in little room', 't1', 20, 't1'],
  ['wide signs count twice', '設定設定設定', 90, '設定設定…'],
  ['lines', 'a\nb', 90, 'a b'],
])('%s', (_, text, pixels, expected) => {
  expect(fitText(text, pixels, 10)).toBe(expected)
})
