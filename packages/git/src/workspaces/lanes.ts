/** The pool's places: the lowest free one is given first, and who finds none waits in line. */
export interface Lanes {
  take(): Promise<number>
  give(lane: number): void
}

export function createLanes(count: number): Lanes {
  const free = new Set(Array.from({ length: count }, (_, index) => index + 1))
  const waiting: ((lane: number) => void)[] = []
  return {
    take: () =>
      new Promise((resolve) => {
        if (free.size === 0) return waiting.push(resolve)
        const lane = Math.min(...free)
        free.delete(lane)
        resolve(lane)
      }),
    give: (lane) => {
      const next = waiting.shift()
      if (next) next(lane)
      else free.add(lane)
    },
  }
}
