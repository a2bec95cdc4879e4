import { count } from '../amounts.ts'
import type { StatusReport } from '../status-report.ts'
import { lastLines } from './markup.ts'
import { foldPart, type Part } from './page.ts'

/** Checks that were red and then green, with what they said, on demand. */
export function flakyPart({ flaky = [] }: StatusReport, rank: number): Part {
  const runs = flaky.length > 0 ? `${count(flaky.length, 'red run')} that another contradicts` : ''
  return foldPart(`The checks are flaky: ${runs}`, {
    ...{ name: 'flaky checks', rank, share: 6_000, between: '\n\n' },
    rows: flaky.map(({ reason }) => lastLines(reason)),
  })
}
