/** How the search may spend check runs. */
export interface SearchOptions {
  /** So many of the first items are more likely to be culprits than the others. */
  readonly suspects?: number
  /** How many checks may run at once. */
  readonly jobs?: number
  /** Runs beyond ⌈log2 n⌉ for each culprit that may be spent on being done sooner. */
  readonly spare?: number
}

/**
 * Which of `items` make the whole red, when all together are red and none are green.
 *
 * The shortest red beginning is found by halving; its last item is a culprit and is left out from
 * then on. When what is left is green without it, that is all; otherwise there is another one.
 * With one culprit among n items that takes ⌈log2 n⌉ + 1 checks, with k culprits about k times that.
 */
export async function findCulprits<T>(
  items: readonly T[],
  isGreen: (items: readonly T[]) => Promise<boolean>,
  options: SearchOptions = {},
): Promise<{ readonly good: readonly T[]; readonly culprits: readonly T[] }> {
  const culprits: T[] = []
  let good: readonly T[] = []
  let rest = items
  let { suspects = 0 } = options
  for (;;) {
    const red = await shortestRed({ good, rest }, isGreen, { ...options, suspects })
    culprits.push(...rest.slice(red - 1, red))
    good = [...good, ...rest.slice(0, red - 1)]
    rest = rest.slice(red)
    suspects = Math.max(0, suspects - red)
    if (rest.length === 0) return { good, culprits }
    if (await isGreen([...good, ...rest])) return { good: [...good, ...rest], culprits }
  }
}

/** How many of `rest` it takes, after `good`, to be red: all of them surely are, none of them are not. */
async function shortestRed<T>(
  { good, rest }: { readonly good: readonly T[]; readonly rest: readonly T[] },
  isGreen: (items: readonly T[]) => Promise<boolean>,
  { suspects = 0, jobs = 1, spare = 0 }: SearchOptions,
): Promise<number> {
  let green = 0
  let red = rest.length
  let runs = runsFor(rest.length) + spare
  while (red - green > 1) {
    const from = green
    const sizes = chooseProbes(red - from, { suspects: suspects - from, jobs, runs })
    const probes = sizes.map((size) => from + size)
    const verdicts = await allDone(probes.map((size) => isGreen([...good, ...rest.slice(0, size)])))
    const firstRed = verdicts.indexOf(false)
    const greens = firstRed < 0 ? probes : probes.slice(0, firstRed)
    green = greens.at(-1) ?? green
    red = probes[firstRed] ?? red
    runs -= probes.length
  }
  return red
}

/** How many runs halving takes. */
export function runsFor(size: number): number {
  return Math.ceil(Math.log2(Math.max(1, size)))
}

/**
 * Which beginnings of so many items to try next, when so many runs are left. As many at once as can be had
 * without running out of runs in the worst case; alone, the one that tells suspects from the others, or as
 * near to that as the worst case allows.
 */
export function chooseProbes(
  size: number,
  { suspects, jobs, runs }: { suspects: number; jobs: number; runs: number },
): readonly number[] {
  for (let probes = Math.min(jobs, size - 1); probes > 1; probes--) {
    if (probes + runsFor(Math.ceil(size / (probes + 1))) > runs) continue
    return Array.from({ length: probes }, (_, i) => Math.floor(((i + 1) * size) / (probes + 1)))
  }
  const most = 2 ** (runsFor(size) - 1)
  const wanted = suspects > 0 && suspects < size ? suspects : size >> 1
  return [Math.min(most, Math.max(size - most, wanted))]
}

/** Like `Promise.all`, but nothing is still under way when it throws. */
export async function allDone<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const ends = await Promise.allSettled(promises)
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
}
