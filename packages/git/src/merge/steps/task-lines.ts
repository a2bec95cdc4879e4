import type { Hunk } from '../align.ts'

/** The task's lines take the place of the tip's, which are told apart from what both have at the ends. */
export interface TaskLines {
  readonly before: readonly string[]
  readonly gaveWay: readonly string[]
  readonly kept: readonly string[]
}

export function taskLines({ ours, theirs }: Hunk): TaskLines {
  const before = sharedStart(ours, theirs)
  const after = sharedStart(ours.slice(before).reverse(), theirs.slice(before).reverse())
  return {
    before: theirs.slice(0, before),
    gaveWay: ours.slice(before, ours.length - after),
    kept: theirs.slice(before, theirs.length - after),
  }
}

function sharedStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((line, index) => line !== other[index])
  return differs < 0 ? one.length : differs
}
