/** A pair of indices that belong together, one of each sequence. */
export type Pair = readonly [number, number]

export interface Likeness {
  readonly rows: number
  readonly columns: number
  /** How much two items are alike; 0 where they must not be paired. */
  of(row: number, column: number): number
}

/** Pairs in ascending order whose likeness is the greatest in sum. */
export function alignItems({ rows, columns, of }: Likeness): readonly Pair[] {
  const width = columns + 1
  const best = new Float64Array((rows + 1) * width)
  const at = (row: number, column: number) => best[row * width + column] ?? 0
  for (let row = rows - 1; row >= 0; row--) {
    for (let column = columns - 1; column >= 0; column--) {
      const alike = of(row, column)
      const paired = alike > 0 ? alike + at(row + 1, column + 1) : 0
      best[row * width + column] = Math.max(paired, at(row + 1, column), at(row, column + 1))
    }
  }
  const pairs: Pair[] = []
  for (let row = 0, column = 0; row < rows && column < columns; ) {
    if (at(row, column) === at(row + 1, column)) row++
    else if (at(row, column) === at(row, column + 1)) column++
    else pairs.push([row++, column++])
  }
  return pairs
}

/** A run of items that gives way to another; one of the two can be empty. */
export interface Change {
  readonly from: number
  readonly to: number
  readonly fromOther: number
  readonly toOther: number
}

/** What is between the pairs, with the pairs of unequal items as changes of their own. */
export function changesBetween(
  { rows, columns }: Pick<Likeness, 'rows' | 'columns'>,
  pairs: readonly Pair[],
  areEqual: (row: number, column: number) => boolean,
): readonly Change[] {
  const changes: Change[] = []
  let [row, column] = [0, 0]
  for (const [nextRow, nextColumn] of [...pairs, [rows, columns] as const]) {
    if (row < nextRow || column < nextColumn)
      changes.push({ from: row, to: nextRow, fromOther: column, toOther: nextColumn })
    ;[row, column] = [nextRow + 1, nextColumn + 1]
    if (nextRow < rows && !areEqual(nextRow, nextColumn))
      changes.push({ from: nextRow, to: row, fromOther: nextColumn, toOther: column })
  }
  return changes
}
