import { countCells, cutCells, fillCells } from '../../src/merge/cells.ts'

test.each<[string, string, number]>([
  ['letters', 'abc', 3],
  ['wide signs', '設定', 4],
  ['an accent of its own', 'e\u0301', 1],
])('%s', (_, text, expected) => {
  expect(countCells(text)).toBe(expected)
})

test.each<[string, string, string]>([
  ['what fits', 'abcde', 'abcde'],
  ['what does not', 'abcdef', 'abcd…'],
  ['a wide sign at the edge', 'abc設定', 'abc…'],
  ['a tab', '\tab', '    …'],
])('cut: %s', (_, text, expected) => {
  expect(cutCells(text, 5)).toBe(expected)
})

test('filled up to its width', () => {
  expect(fillCells('設', 5)).toBe('設   ')
  expect(fillCells('abc設定', 5)).toBe('abc… ')
})
