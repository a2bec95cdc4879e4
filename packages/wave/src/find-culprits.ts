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
): Promise<{ readonly good: readonly T[]; readonly culprits: readonly T[] }> {
  const culprits: T[] = []
  let good: readonly T[] = []
  let rest = items
  for (;;) {
    const red = await shortestRed(good, rest, isGreen)
    culprits.push(...rest.slice(red - 1, red))
    good = [...good, ...rest.slice(0, red - 1)]
    rest = rest.slice(red)
    if (rest.length === 0) return { good, culprits }
    if (await isGreen([...good, ...rest])) return { good: [...good, ...rest], culprits }
  }
}

/** How many of `rest` it takes, after `good`, to be red: all of them surely are, none of them are not. */
async function shortestRed<T>(
  good: readonly T[],
  rest: readonly T[],
  isGreen: (items: readonly T[]) => Promise<boolean>,
): Promise<number> {
  let green = 0
  let red = rest.length
  while (red - green > 1) {
    const middle = (green + red) >> 1
    if (await isGreen([...good, ...rest.slice(0, middle)])) green = middle
    else red = middle
  }
  return red
}
