import type { RunReport } from '../act-world.ts'
import type { JobReport } from '../process/run-log.ts'
import type { Kept } from '../rewrites/keep-jobs.ts'
import type { Plan, PlannedJob } from '../workflow/plan-jobs.ts'

export interface KeptJobs {
  /** By the job's place in the plan. */
  readonly byJob: ReadonlyMap<PlannedJob, Kept>
  /** What is said of them in the new attempt. */
  readonly reports: readonly JobReport[]
}

export const nothingKept: KeptJobs = { byJob: new Map(), reports: [] }

/** "Re-run failed jobs": those that failed or were cancelled, and all that need them, run again. */
export function keepWhatWasWell(plan: Plan, before: RunReport): KeptJobs {
  const legsOf = (job: PlannedJob) => before.jobs.filter((known) => isOf(known, job))
  const isWell = ({ conclusion }: JobReport) => conclusion === 'success'
  const again = new Set<PlannedJob>()
  const runAgain = (job: PlannedJob): void => {
    if (again.has(job)) return
    again.add(job)
    for (const other of plan.jobs)
      if (other.caller === job.caller && other.job.needs?.includes(job.id)) runAgain(other)
  }
  const isBad = ({ conclusion }: JobReport) =>
    conclusion === 'failure' || conclusion === 'cancelled'
  for (const job of plan.jobs) if (legsOf(job).some(isBad)) runAgain(job)

  const byJob = new Map<PlannedJob, Kept>()
  const reports: JobReport[] = []
  for (const job of plan.jobs) {
    const legs = legsOf(job)
    const bad = legs.filter((leg) => !isWell(leg))
    const isPartly = bad.length > 0 && bad.length < legs.length && legs.every(hasMatrix)
    if (again.has(job) && !(isPartly && before.conclusion === 'failure')) continue
    const [leg] = legs
    if (again.has(job)) byJob.set(job, { is: 'partly', legs: bad.map(({ matrix }) => matrix) })
    else if (leg === undefined || leg.conclusion === 'skipped') byJob.set(job, { is: 'skipped' })
    else byJob.set(job, { is: 'succeeded', outputs: leg.outputs })
    reports.push(...legs.filter((known) => isWell(known) || !again.has(job)))
  }
  return { byJob, reports }
}

function isOf({ id, caller }: JobReport, job: PlannedJob): boolean {
  return id === job.id && caller === job.caller
}

function hasMatrix({ matrix }: JobReport): boolean {
  return Object.keys(matrix).length > 0
}
