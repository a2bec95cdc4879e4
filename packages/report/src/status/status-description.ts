import type { StatusReport } from '../status-report.ts'
import { tally } from './tally.ts'
import { commitStateOf, statusSuffixOf } from './wording.ts'

/** What GitHub shows beside the commit that landed last. */
export interface StatusDescription {
  readonly state: 'pending' | 'success' | 'failure'
  /** At most 140 characters. */
  readonly description: string
}

export function statusDescription(report: StatusReport): StatusDescription {
  const isRed = report.phase === 'complete' && report.checks === 'failed'
  return {
    state: isRed ? 'failure' : commitStateOf[report.phase],
    description: `${countDone(report)}${isRed ? '; the checks failed' : statusSuffixOf[report.phase]}`,
  }
}

/** `7/12 tasks landed`; where some were closed by hand or before, they are `done`. */
export function countDone(report: StatusReport): string {
  const { done, total, inState } = tally(report)
  const how = inState.has('closed') ? 'done' : 'landed'
  return `${done}/${total} ${total === 1 ? 'task' : 'tasks'} ${how}`
}
