import { count } from '../amounts.ts'
import type { Comparison } from './compare-versions.ts'

/** What is missing beside two versions, and where it can be found; a sentence each. */
export function describeLeftOut({ same, left }: Comparison): string[] {
  const alike = same.above + same.below
  const are = left.kept === 1 ? 'stands' : 'stand'
  return [
    ...(alike > 0 ? [`Not shown: ${count(alike, 'line')} around it, the same in both.`] : []),
    ...(left.gaveWay > 0
      ? [`${count(left.gaveWay, 'more line')} gave way: the commit named above has all of them.`]
      : []),
    ...(left.kept > 0
      ? [`${count(left.kept, 'more line')} ${are} now: the merged file has all of them.`]
      : []),
  ]
}
