/** Enough to mend a file by; a knot of thousands would fill the screen with variants of one mistake. */
const shown = 20

/**
 * Circles among `nodes`, each as its full path, at least one for every knot.
 * Depth first with an explicit stack, so that long chains do not overflow; linear but for the paths shown.
 */
export function findCycles<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): T[][] {
  const cycles: T[][] = []
  const finished = new Set<T>()
  for (const root of nodes) {
    if (!finished.has(root)) visit(root, next, finished, cycles)
  }
  return cycles
}

function visit<T>(root: T, next: (node: T) => readonly T[], finished: Set<T>, cycles: T[][]): void {
  const path: T[] = [root]
  const onPath = new Map<T, number>([[root, 0]])
  const pending: Iterator<T>[] = [next(root).values()]
  while (path.length > 0) {
    const step = (pending.at(-1) as Iterator<T>).next()
    if (step.done) {
      pending.pop()
      const left = path.pop() as T
      onPath.delete(left)
      finished.add(left)
      continue
    }
    const at = onPath.get(step.value)
    if (at !== undefined) {
      if (cycles.length < shown) cycles.push(path.slice(at))
    } else if (!finished.has(step.value)) {
      onPath.set(step.value, path.length)
      path.push(step.value)
      pending.push(next(step.value).values())
    }
  }
}
