import fc from 'fast-check'
import { type AlignedRow, alignLines } from '../../src/versions/align-lines.ts'

test.each<[string, string, string, string]>([
  ['the same', 'ab', 'ab', 'a=a b=b'],
  ['one line for another', 'axb', 'ayb', 'a=a x|y b=b'],
  ['more lines than before', 'axb', 'ayzb', 'a=a x|y |z b=b'],
  ['fewer lines than before', 'axyb', 'azb', 'a=a x|z y| b=b'],
  ['nothing on one side', 'ab', '', 'a| b|'],
  ['nothing on the other', '', 'ab', '|a |b'],
  ['a line that moved', 'abc', 'cab', '|c a=a b=b c|'],
])('%s', (_, gaveWay, kept, expected) => {
  expect(
    alignLines([...gaveWay], [...kept])
      .map(draw)
      .join(' '),
  ).toBe(expected)
})

test('both versions can be read from the rows, and no longer part is common', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
  fc.assert(
    fc.property(lines, lines, (gaveWay, kept) => {
      const rows = alignLines(gaveWay, kept)
      expect(rows.flatMap((row) => (row.is === 'same' ? row.line : (row.gaveWay ?? [])))).toEqual(
        gaveWay,
      )
      expect(rows.flatMap((row) => (row.is === 'same' ? row.line : (row.kept ?? [])))).toEqual(kept)
      const same = rows.filter(({ is }) => is === 'same').length
      expect(same).toBe(longestCommon(gaveWay, kept))
    }),
  )
})

/** By trying everything. */
function longestCommon([a, ...as]: readonly string[], [b, ...bs]: readonly string[]): number {
  if (a === undefined || b === undefined) return 0
  if (a === b) return 1 + longestCommon(as, bs)
  return Math.max(longestCommon(as, [b, ...bs]), longestCommon([a, ...as], bs))
}

function draw(row: AlignedRow): string {
  return row.is === 'same' ? `${row.line}=${row.line}` : `${row.gaveWay ?? ''}|${row.kept ?? ''}`
}
