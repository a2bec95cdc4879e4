import { byKey, type JsonValue } from './parse-json.ts'

/** Tells the line, from 1, on which a key stands; that of the innermost object there is where the key is gone. */
export function createLineFinder(root: JsonValue): (path: readonly string[]) => number {
  const ends = [...root.text.matchAll(/\n/g)].map(({ index }) => index)
  return (path) => countBefore(ends, startOf(root, path)) + 1
}

function startOf(root: JsonValue, path: readonly string[]): number {
  let value = root
  let start = root.start
  for (const key of path) {
    const member = value.kind === 'object' ? byKey(value.members).get(key) : undefined
    if (!member) break
    value = member.value
    start = member.start
  }
  return start
}

function countBefore(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? limit) < limit) low = middle + 1
    else high = middle
  }
  return low
}
