/** One figure against an alternative, measured in the same run. */
export interface Row {
  readonly name: string
  readonly ours: number
  readonly other: number
  readonly unit: 's' | 'ms' | 'requests' | 'lines' | 'files'
  /** What the alternative is. */
  readonly against: string
  /** The ratio that we want, for people; never asserted. */
  readonly aim?: string
}

export type Bench = AsyncGenerator<Row, void, void>

/** How many times the alternative's figure is of ours: above 1, ours is the smaller. */
export function ratioOf({ ours, other }: Row): number {
  return ours === other ? 1 : other / ours
}

export function renderJson(row: Row): string {
  const { name, ours, other, unit } = row
  return JSON.stringify({
    name,
    ours: round(ours),
    other: round(other),
    ratio: round(ratioOf(row)),
    unit,
  })
}

export function renderLine(row: Row): string {
  const { name, ours, other, unit, against, aim } = row
  const figures = `${round(ours)} ${unit} against ${round(other)} ${unit}`
  return `${name.padEnd(44)}${`${round(ratioOf(row))} ×`.padStart(10)}   ${figures} (${against})${aim ? `; aim: ${aim}` : ''}`
}

function round(number: number): number {
  return Number(number.toPrecision(3))
}
