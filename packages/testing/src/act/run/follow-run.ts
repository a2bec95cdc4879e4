import { appendFileSync } from 'node:fs'
import type { RunState } from '../../github/index.ts'
import type { ActWorldOptions, CancelWish } from '../act-world.ts'
import type { ActLine } from '../process/act-line.ts'
import { createRunLog, type Leg } from '../process/run-log.ts'
import type { Plan } from '../workflow/plan-jobs.ts'
import type { KeptJobs } from './kept-jobs.ts'
import { tellGitHub } from './report-jobs.ts'

export interface Following {
  readonly options: ActWorldOptions
  readonly run: RunState
  /** Those that are still to come true; one that does is taken out. */
  readonly cancels: CancelWish[]
  /** Where the values are that may not be in an output. */
  readonly secrets: string
  readonly plan: Plan
  readonly kept: KeptJobs
  cancel(): void
  wasCancelled(): boolean
}

/** Reads what act says while it says it, and acts on it. */
export function followRun(following: Following): {
  take(line: ActLine): void
  legs(): readonly Leg[]
} {
  const { options, run, cancels, secrets, plan, kept, cancel, wasCancelled } = following
  const log = createRunLog(plan.jobs)
  const cancelled = new Set<Leg>()
  const legs = () => log.legs.filter(({ planned }) => kept.byJob.get(planned)?.is !== 'succeeded')
  const tell = () => tellGitHub({ options, run, plan, kept, legs: legs() })
  return {
    legs,
    take: (line) => {
      // The log hides the value, this field does not.
      if (line.command === 'add-mask' && line.arg)
        appendFileSync(secrets, `${JSON.stringify(line.arg)}\n`)
      const event = log.add(line)
      if (event === undefined) return
      const { leg, is } = event
      if (wasCancelled() && is === 'began') cancelled.add(leg)
      if (is === 'ended' && wasCancelled() && (cancelled.has(leg) || leg.conclusion === 'failure'))
        leg.conclusion = 'cancelled'
      if (is !== 'goes-on') tell()
      const at = cancels.findIndex(
        (wish) => leg.name.includes(wish.job) && wish.line.test(line.msg),
      )
      if (at < 0 || !line.raw_output) return
      cancels.splice(at, 1)
      cancel()
    },
  }
}
