/** How often something is to go wrong, and how many times it must go well before. */
export interface Budget {
  readonly times?: number
  readonly skip?: number
}

/** The first of the entries that matches and has not been used up; taking it uses one of its times. */
export function takeFrom<T extends Budget>(
  entries: readonly Spent<T>[],
  matches: (entry: T) => boolean,
): T | undefined {
  for (const spent of entries) {
    if (!matches(spent.entry)) continue
    spent.seen++
    const turn = spent.seen - (spent.entry.skip ?? 0)
    if (turn > 0 && turn <= (spent.entry.times ?? Number.POSITIVE_INFINITY)) return spent.entry
  }
  return undefined
}

export interface Spent<T> {
  readonly entry: T
  seen: number
}
