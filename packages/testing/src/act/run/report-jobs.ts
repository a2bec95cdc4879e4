import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunState } from '../../github/index.ts'
import type { ActWorldOptions } from '../act-world.ts'
import { type JobReport, type Leg, newLeg } from '../process/run-log.ts'
import { jobName, type Plan, type PlannedJob } from '../workflow/plan-jobs.ts'
import type { KeptJobs } from './kept-jobs.ts'

interface Telling {
  readonly options: ActWorldOptions
  readonly run: RunState
  readonly plan: Plan
  readonly kept: KeptJobs
  readonly legs: readonly Leg[]
}

/** What `GET …/runs/{id}/jobs` answers from now on. */
export function tellGitHub({ options, run, plan, kept, legs }: Telling): void {
  const skipped = skippedSoFar(plan, legs, kept).map((job) => ({
    name: jobName(job),
    conclusion: 'skipped' as const,
  }))
  const before = kept.reports.map(({ name, conclusion }) => ({ name, conclusion }))
  const now = legs.map(({ name, conclusion, startedAt, endedAt }) => ({
    name,
    startedAt,
    ...(conclusion !== undefined && { conclusion }),
    ...(endedAt !== undefined && { completedAt: endedAt }),
  }))
  options.github.runs.reportJobs(run.id, [...before, ...skipped, ...now])
}

/** act says nothing of a job that it skips: it has, when something that needs the job goes on. */
function skippedSoFar(plan: Plan, legs: readonly Leg[], kept: KeptJobs): readonly PlannedJob[] {
  const begun = new Set(legs.map(({ planned }) => planned))
  const needed = [...begun].flatMap(({ caller, job }) =>
    plan.jobs.filter((other) => other.caller === caller && job.needs?.includes(other.id)),
  )
  return [...new Set(needed)].filter((job) => !begun.has(job) && !kept.byJob.has(job))
}

interface Ended {
  readonly plan: Plan
  readonly kept: KeptJobs
  readonly legs: readonly Leg[]
  readonly outputs: string
}

/** All jobs of an attempt, in the order of the files; what has not begun was skipped. */
export function reportLegs({ plan, kept, legs, outputs }: Ended): readonly JobReport[] {
  return plan.jobs.flatMap((job) => {
    const ran = legs.filter(({ planned }) => planned === job)
    const before = kept.reports.filter(({ id, caller }) => id === job.id && caller === job.caller)
    if (ran.length + before.length === 0) return [reportOf(skippedLeg(job), {})]
    const path = join(outputs, `${job.id}.json`)
    const given = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
    return [...before, ...ran.map((leg) => reportOf(leg, given))]
  })
}

function reportOf(leg: Leg, outputs: Readonly<Record<string, string>>): JobReport {
  const { planned, name, matrix, steps, log, summaries, annotations } = leg
  const { id, caller } = planned
  // A job that act never ended was cut off.
  const conclusion = leg.conclusion ?? 'cancelled'
  const told = { name, id, caller, matrix, conclusion, steps, outputs, log: log.join('') }
  return { ...told, summaries, annotations }
}

function skippedLeg(planned: PlannedJob): Leg {
  return { ...newLeg(planned, {}), name: jobName(planned), conclusion: 'skipped' }
}
