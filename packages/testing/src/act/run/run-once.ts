import { existsSync, readdirSync } from 'node:fs'
import type { RunState } from '../../github/index.ts'
import type { ActWorldOptions, CancelWish, RunReport } from '../act-world.ts'
import { type ActEnd, type ActProcess, startAct } from '../process/act-process.ts'
import type { Leg } from '../process/run-log.ts'
import type { Plan, PlannedJob } from '../workflow/plan-jobs.ts'
import { actCall } from './act-call.ts'
import { followRun } from './follow-run.ts'
import { type KeptJobs, keepWhatWasWell, nothingKept } from './kept-jobs.ts'
import { masksOf, secretsSeen } from './masks.ts'
import { placeOf, planRun, type RunPlace, writeRewritten, writeStandIns } from './prepare-run.ts'
import { reportLegs } from './report-jobs.ts'

export interface Attempt {
  readonly options: ActWorldOptions
  /** The folder of the whole world. */
  readonly world: string
  readonly run: RunState
  /** The attempt that only its failed jobs are to be run again of. */
  readonly before: RunReport | undefined
  /** Those that are still to come true; one that does is taken out. */
  readonly cancels: CancelWish[]
}

export interface Going {
  cancel(): void
  readonly ended: Promise<RunReport>
}

/** Runs one attempt of a run under act, as GitHub would run it, and tells the fake of each job. */
export function runOnce(attempt: Attempt): Going {
  const { options, run, world, before } = attempt
  const place = placeOf(world, run)
  const startedAt = Date.now()
  const plan = planRun(options, run, place)
  if (plan.refusals.length > 0) {
    const complaint = plan.refusals.join('\n')
    const report = { conclusion: 'startup_failure', jobs: [], exitCode: 1, complaint } as const
    return { cancel: () => undefined, ended: Promise.resolve(finish(attempt, place, report)) }
  }
  const kept = before === undefined ? nothingKept : keepWhatWasWell(plan, before)
  const tokens = makeTokens(attempt, plan)
  prepare(attempt, { place, plan, kept, tokens })
  const follower = followRun({
    ...attempt,
    secrets: place.secrets,
    plan,
    kept,
    cancel: () => going.cancel(),
    wasCancelled: () => going.wasCancelled(),
  })
  const secrets = { ...secretsSeen(options, plan), GITHUB_TOKEN: tokens.get(undefined) ?? '' }
  const masks = [...tokens.values(), ...masksOf(secrets, plan)]
  const going = startCancellable({
    ...actCall({ options, run, place, secrets, masks }),
    onLine: follower.take,
  })
  const ended = going.process.ended.then((end) => {
    refuseTrouble(end, { run, legs: follower.legs(), wasCancelled: going.wasCancelled() })
    const jobs = reportLegs({ plan, kept, legs: follower.legs(), outputs: place.outputs })
    const conclusion = going.wasCancelled()
      ? 'cancelled'
      : jobs.some((job) => job.conclusion === 'failure')
        ? 'failure'
        : 'success'
    const milliseconds = Date.now() - startedAt
    const ending = { conclusion, jobs, exitCode: end.exitCode, complaint: end.stderr } as const
    const names = kept.reports.map(({ name }) => name)
    return finish(attempt, place, { ...ending, kept: names, milliseconds })
  })
  return { cancel: going.cancel, ended }
}

type Tokens = ReadonlyMap<PlannedJob | undefined, string>

/** One for each job with what it declares, and one that reads, for actions within actions. */
function makeTokens({ options, run }: Attempt, { jobs }: Plan): Tokens {
  const make = (granted: Readonly<Record<string, string>>) => {
    const given = Object.entries(granted).filter(
      (entry): entry is [string, 'read' | 'write'] => entry[1] === 'read' || entry[1] === 'write',
    )
    const permissions = Object.fromEntries(given)
    return options.github.token({ type: 'github-actions', repo: run.repository, permissions })
  }
  return new Map<PlannedJob | undefined, string>([
    [undefined, make({ contents: 'read' })],
    ...jobs.map((job) => [job, make(job.permissions)] as const),
  ])
}

interface Preparation {
  readonly place: RunPlace
  readonly plan: Plan
  readonly kept: KeptJobs
  readonly tokens: Tokens
}

function prepare({ options, run }: Attempt, { place, plan, kept, tokens }: Preparation): void {
  const secrets = [...tokens.values(), ...masksOf(secretsSeen(options, plan), plan)]
  writeStandIns(place, { secrets, app: options.app })
  writeRewritten({
    options,
    run,
    place,
    plan,
    kept: (caller) =>
      new Map(
        [...kept.byJob]
          .filter(([job]) => job.caller === caller)
          .map(([job, what]) => [job.id, what]),
      ),
    tokenOf: (job) => tokens.get(job) ?? '',
  })
}

function startCancellable(call: Parameters<typeof startAct>[0]): {
  readonly process: ActProcess
  cancel(): void
  wasCancelled(): boolean
} {
  const process = startAct(call)
  let cancelled = false
  return {
    process,
    wasCancelled: () => cancelled,
    cancel: () => {
      if (cancelled) return
      cancelled = true
      process.cancel()
    },
  }
}

interface Trouble {
  readonly run: RunState
  readonly legs: readonly Leg[]
  readonly wasCancelled: boolean
}

/** What is wrong with the harness or its use, and not with a job, must not pass for a result. */
function refuseTrouble(end: ActEnd, { run, legs, wasCancelled }: Trouble): void {
  const what = `run ${run.id} of ${run.path}`
  if (end.timedOut) throw new Error(`${what} took too long:\n${tailOf(legs)}`)
  const hasFailure = legs.some(({ conclusion }) => conclusion === 'failure')
  if (end.exitCode !== 0 && !hasFailure && !wasCancelled)
    throw new Error(`act could not run ${what}: ${end.stderr}\n${tailOf(legs)}`)
}

function tailOf(legs: readonly Leg[]): string {
  return legs.map(({ name, log }) => `${name}:\n${log.slice(-20).join('')}`).join('\n')
}

type Ending = Pick<RunReport, 'conclusion' | 'jobs' | 'exitCode' | 'complaint'> & {
  readonly kept?: readonly string[]
  readonly milliseconds?: number
}

function finish({ options, run }: Attempt, place: RunPlace, ending: Ending): RunReport {
  options.github.finishRun(run.id, ending.conclusion)
  const artifacts = existsSync(place.artifacts) ? readdirSync(place.artifacts).sort() : []
  return {
    milliseconds: 0,
    kept: [],
    id: run.id,
    attempt: run.runAttempt,
    run,
    artifacts,
    ...ending,
  }
}
