/** Boxes and arrows by number, 0 … size - 1, as every step of the layout sees them. */
export interface Arrows {
  readonly size: number
  readonly arrows: readonly Arrow[]
}

export interface Arrow {
  readonly from: number
  readonly to: number
}

export function successors({ size, arrows }: Arrows): number[][] {
  const after: number[][] = Array.from({ length: size }, () => [])
  for (const { from, to } of arrows) after[from]?.push(to)
  return after
}

/** The same arrows without those that lead nowhere, back to where they begin, or there twice. */
export function tidy({ size, arrows }: Arrows): Arrows {
  const isNode = (node: number) => Number.isInteger(node) && node >= 0 && node < size
  const known = new Map(
    arrows
      .filter(({ from, to }) => isNode(from) && isNode(to) && from !== to)
      .map((arrow) => [arrow.from * size + arrow.to, arrow]),
  )
  return { size, arrows: [...known.values()] }
}
