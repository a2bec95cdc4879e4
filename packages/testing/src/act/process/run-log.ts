import type { Contexts } from '../expressions/evaluate.ts'
import { jobName, type PlannedJob } from '../workflow/plan-jobs.ts'
import type { ActLine } from './act-line.ts'

export type JobConclusion = 'success' | 'failure' | 'skipped' | 'cancelled'

export interface StepReport {
  readonly name: string
  readonly stage: string
  readonly conclusion: string
}

export interface Annotation {
  readonly level: string
  readonly title: string | undefined
  readonly message: string
}

export interface JobReport {
  /** As people see it: `name of the caller's job / name of the job`. */
  readonly name: string
  readonly id: string
  /** The job of the caller that calls this one's workflow. */
  readonly caller: string | undefined
  readonly matrix: Contexts
  readonly conclusion: JobConclusion
  readonly steps: readonly StepReport[]
  /** As other jobs get them; those of a job with a matrix are the last leg's. */
  readonly outputs: Readonly<Record<string, string>>
  /** What the steps wrote, masked as the log is. */
  readonly log: string
  readonly summaries: readonly string[]
  readonly annotations: readonly Annotation[]
}

/** A job, or one leg of its matrix, while it goes on. */
export interface Leg {
  readonly planned: PlannedJob
  readonly name: string
  readonly matrix: Contexts
  readonly startedAt: Date
  endedAt: Date | undefined
  conclusion: JobConclusion | undefined
  readonly steps: StepReport[]
  readonly log: string[]
  readonly summaries: string[]
  readonly annotations: Annotation[]
  continues: boolean
}

export interface RunLog {
  readonly legs: readonly Leg[]
  /** Takes what a line tells: the leg that began or ended with it. */
  add(line: ActLine): { readonly leg: Leg; readonly is: 'began' | 'ended' | 'goes-on' } | undefined
}

export function createRunLog(jobs: readonly PlannedJob[]): RunLog {
  const legs = new Map<string, Leg>()
  return {
    get legs() {
      return [...legs.values()]
    },
    add: (line) => {
      const planned = findJob(jobs, line)
      if (planned === undefined) return undefined
      const key = `${planned.caller} ${planned.id} ${JSON.stringify(line.matrix ?? {})}`
      const known = legs.get(key)
      const leg = known ?? newLeg(planned, line.matrix ?? {})
      legs.set(key, leg)
      take(leg, line)
      if (line.jobResult !== undefined) {
        leg.endedAt = new Date()
        leg.conclusion ??= conclude(leg, line.jobResult, [...legs.values()])
        return { leg, is: 'ended' }
      }
      return { leg, is: known === undefined ? 'began' : 'goes-on' }
    },
  }
}

/** A job of a called workflow and one of its caller can have the same id; the names before them differ. */
function findJob(jobs: readonly PlannedJob[], { job, jobID }: ActLine): PlannedJob | undefined {
  const named = jobs.filter(({ id }) => id === jobID)
  if (named.length < 2) return named[0]
  const isBelow = ({ caller }: PlannedJob) => job?.startsWith(`${caller}/`)
  return named.find(isBelow) ?? named.find(({ caller }) => caller === undefined)
}

export function newLeg(planned: PlannedJob, matrix: Contexts): Leg {
  return {
    planned,
    name: jobName(planned, matrix),
    matrix,
    startedAt: new Date(),
    endedAt: undefined,
    conclusion: undefined,
    steps: [],
    log: [],
    summaries: [],
    annotations: [],
    continues: false,
  }
}

function take(leg: Leg, line: ActLine): void {
  const { command, content, stepResult, stage = '', step = '' } = line
  if (command === 'summary' && content !== undefined) leg.summaries.push(content)
  else if (command !== undefined && annotating.has(command))
    leg.annotations.push({ level: command, title: line.kvPairs?.title, message: messageOf(line) })
  if (line.raw_output) leg.log.push(line.msg)
  if (line.msg === 'Failed but continue next step') leg.continues = true
  // The steps of a composite action are the business of its one step.
  if (stepResult === undefined || (line.stepID?.length ?? 0) > 1) return
  const isFailure = stepResult === 'failure' && !leg.continues
  leg.continues = false
  leg.steps.push({ name: step, stage, conclusion: isFailure ? 'failure' : 'success' })
}

const annotating = new Set(['error', 'warning', 'notice'])

/** The log is masked, `arg` is not. */
function messageOf({ msg }: ActLine): string {
  return msg.replace(/^.*?::\w+.*?::/s, '').trimEnd()
}

/** What act says of a leg is what it knows of all legs so far, so a red one would redden those after it. */
function conclude(leg: Leg, said: string, legs: readonly Leg[]): JobConclusion {
  if (said === 'success' || said === 'skipped') return said
  if (leg.steps.some(({ conclusion }) => conclusion === 'failure')) return 'failure'
  const isBlamedForOthers = legs.some(
    (other) => other !== leg && other.planned === leg.planned && other.conclusion === 'failure',
  )
  return isBlamedForOthers ? 'success' : 'failure'
}
