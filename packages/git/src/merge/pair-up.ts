/** The places of two items that belong together, one of each sequence. */
export type Pair = readonly [number, number]

export interface Sequences {
  readonly rows: number
  readonly columns: number
  /** How much two items are alike; 0 where they must not be paired. */
  likeness(row: number, column: number): number
}

/** The pairs, in order, that are most alike in sum. It takes as many steps as there are possible pairs. */
export function pairUp({ rows, columns, likeness }: Sequences): readonly Pair[] {
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const from = (row: number, column: number) => best[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const alike = likeness(row, column)
      const paired = alike > 0 ? alike + from(row + 1, column + 1) : 0
      best[row * width + column] = Math.max(paired, from(row + 1, column), from(row, column + 1))
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (from(row, column) === from(row + 1, column)) row += 1
    else if (from(row, column) === from(row, column + 1)) column += 1
    else pairs.push([row++, column++])
  }
  return pairs
}
