import fc from 'fast-check'
import { pairUp } from '../../src/merge/pair-up.ts'

const table = fc.tuple(fc.nat({ max: 4 }), fc.nat({ max: 4 })).chain(([rows, columns]) =>
  fc
    .array(fc.constantFrom<number>(0, 0, 1, 2, 5), {
      minLength: rows * columns,
      maxLength: rows * columns,
    })
    .map((cells) => ({
      ...{ rows, columns },
      likeness: (row: number, column: number) => cells[row * columns + column] ?? 0,
    })),
)
type Table = Parameters<typeof pairUp>[0]

test('no pairs in order are more alike in sum', () => {
  fc.assert(
    fc.property(table, (sequences) => {
      const pairs = pairUp(sequences)
      const alike = pairs.map(([row, column]) => sequences.likeness(row, column))
      expect(alike.every((likeness) => likeness > 0)).toEqual(true)
      for (const side of [0, 1] as const) {
        const places = pairs.map((pair) => pair[side])
        expect(places).toEqual([...new Set(places)].sort((one, other) => one - other))
      }
      const sum = alike.reduce((one, other) => one + other, 0)
      expect(sum).toEqual(bestFrom(sequences, 0, 0))
    }),
  )
})

/** By trying all there are. */
function bestFrom(sequences: Table, row: number, column: number): number {
  const { rows, columns, likeness } = sequences
  if (row === rows || column === columns) return 0
  return Math.max(
    likeness(row, column) + bestFrom(sequences, row + 1, column + 1),
    bestFrom(sequences, row + 1, column),
    bestFrom(sequences, row, column + 1),
  )
}
