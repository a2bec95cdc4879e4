import { UserError } from '@wavefront/errors'
import {
  renderComment,
  renderPullRequest,
  type StatusReport,
  statusDescription,
} from '@wavefront/report'
import type { TaskId } from '@wavefront/tasks'
import type { Progress } from '../events.ts'
import { explainStop } from '../explain-stop.ts'
import type { Integration } from '../integrate-wave.ts'
import { announceLanding } from '../land-wave.ts'
import type { BranchName } from '../names.ts'
import type {
  BranchHistory,
  Issue,
  Issues,
  PullRequest,
  PullRequests,
  Runs,
  WantedRun,
} from '../ports/index.ts'
import { type PreparedWave, prepareWave } from '../prepare-wave.ts'
import { collectProblems } from './collect-problems.ts'
import { decideNext, type Next } from './decide-next.ts'
import { type Landed, type LandPorts, type LandRequest, landOnServer } from './land-on-server.ts'
import { openStatus } from './open-status.ts'

export interface FinalizePorts extends LandPorts {
  readonly history: BranchHistory
  readonly issues: Issues
  readonly pullRequests: PullRequests
  readonly runs: Runs
  readonly progress: Progress
}

export interface FinalizeRequest extends LandRequest {
  readonly feature: BranchName
  readonly base: BranchName
  readonly issue?: Issue
  readonly wave: number
  readonly maxWaves: number
  readonly runUrl: string
  /** The run that is to be started for the next wave, and for the project's own workflows after a landing. */
  readonly nextRun: () => Promise<WantedRun>
  readonly ciRuns: readonly WantedRun[]
  readonly jobs: ReadonlyMap<TaskId, string>
}

export interface Finalized {
  readonly landed: Landed
  readonly integration: Integration
  readonly next: 'dispatched' | 'complete' | 'stuck' | 'stopped'
  readonly report: StatusReport
  readonly pullRequest?: PullRequest
  /** What a person has to mend although the work is safe. */
  readonly problems: readonly UserError[]
}

/**
 * Lands a wave and tells the world, in the order of the design: branch and store, pull request and status,
 * the comment, the branches of tasks, the next wave. Each step finds out from the world what is done, so
 * all of it can be run again; what GitHub refuses after the landing keeps no later step from being done.
 */
export async function finalizeWave(
  ports: FinalizePorts,
  request: FinalizeRequest,
): Promise<Finalized> {
  const { integration, options } = request
  const landed = await landOnServer(ports, request)
  if (landed.is === 'landed') {
    const { wave } = request
    announceLanding(ports.progress, { wave, at: ports.clock() }, landed.plan, integration.checks)
  }
  const after = await prepareWave(ports, options)
  const next = decideNext(after, nextFacts(request, landed))
  const steps = collectProblems()
  const status = await openStatus(ports.history, request, { landed, after })
  const first = status.of(next, {})
  const [pullRequest] = await Promise.all([
    steps.try(() => writePullRequest(ports, request, first)),
    // Before anything has landed the branch's commit is the base's own, which is not ours to mark.
    after.landed.length > 0 &&
      steps.try(() => ports.pullRequests.writeStatus(commitStatus(after, request, first))),
  ])
  const withPullRequest = { ...(pullRequest && { pullRequest }) }
  await steps.try(() => writeComment(ports, request, status.of(next, withPullRequest)))
  const kept = await ports.server.pushTaskBranches()
  const started = await startNext(ports, request, next)
  if (isTipToBeBuilt(request, landed, after)) {
    for (const run of request.ciRuns) {
      await steps.try(async () => steps.note(await ports.runs.dispatch(run), run.workflow))
    }
  }
  if (started.refusal) steps.add(started.refusal)
  const notes = [...kept, ...started.notes]
  const report = status.of(started.next, { ...withPullRequest, notes })
  if (started.refusal || notes.length > 0) {
    await steps.try(() => writeComment(ports, request, report))
  }
  return {
    ...{ landed, integration, report, problems: steps.problems },
    next: started.next.is === 'dispatch' ? 'dispatched' : started.next.is,
    ...withPullRequest,
  }
}

/** Its builds may be missing, too, where a job only finishes what another one was cut off in. */
function isTipToBeBuilt(
  { results }: FinalizeRequest,
  landed: Landed,
  after: PreparedWave,
): boolean {
  if (landed.is !== 'landed' || after.landed.length === 0) return false
  const { from, to } = landed.plan.move
  return from !== to || results.length === 0
}

function nextFacts(
  { prepared, wave, maxWaves, integration, results }: FinalizeRequest,
  landed: Landed,
): Parameters<typeof decideNext>[1] {
  const counted = landed.is === 'landed' && landed.plan.changes.record.length > 0
  const finished = landed.is === 'landed' && prepared.unclosed.length > 0
  const { redBase, unverified = [], batch } = integration
  const askPerson = explainStop(integration)
  return {
    wave,
    maxWaves,
    madeProgress: counted || finished || landed.is === 'moved' || results.length === 0,
    ...(redBase === undefined ? {} : { redBase }),
    ...(askPerson === undefined ? {} : { askPerson }),
    ...(unverified.length > 0 && batch.merged.length === 0 ? { outOfTime: true } : {}),
    ...(landed.is === 'refused' ? { refused: landed.why } : {}),
  }
}

async function writePullRequest(
  { pullRequests }: FinalizePorts,
  { feature, base, issue }: FinalizeRequest,
  report: StatusReport,
): Promise<PullRequest | undefined> {
  if (!report.tasks.some(({ state }) => state === 'landed')) return pullRequests.find(feature)
  const wanted = renderPullRequest(report, issue ? { issueNumber: issue.number } : {})
  return pullRequests.write({ head: feature, base, ...wanted })
}

function commitStatus(
  { base: commit }: PreparedWave,
  { runUrl: url }: FinalizeRequest,
  report: StatusReport,
) {
  return { commit, url, ...statusDescription(report) }
}

async function writeComment(
  { issues }: FinalizePorts,
  { issue }: FinalizeRequest,
  report: StatusReport,
): Promise<void> {
  if (issue) await issues.writeComment({ issue: issue.number, body: renderComment(report) })
}

interface Started {
  readonly next: Next
  readonly refusal?: UserError
  readonly notes: readonly string[]
}

async function startNext(
  { runs }: FinalizePorts,
  { nextRun }: FinalizeRequest,
  next: Next,
): Promise<Started> {
  if (next.is !== 'dispatch') return { next, notes: [] }
  const stopped = (why: string, fix: string, cause?: UserError) => {
    const what = `the next wave could not be started: ${why}`
    const refusal = new UserError({ what, fix }, { cause })
    return { next: { is: 'stopped', why: `${what}\n${fix}` }, refusal, notes: [] } as const
  }
  try {
    const dispatched = await runs.dispatch(await nextRun())
    if (dispatched.is === 'refused') return stopped(dispatched.why, dispatched.fix)
    const { doubt } = dispatched
    const notes = doubt === undefined ? [] : [`The next wave was started, but ${doubt}.`]
    return { next, notes }
  } catch (error) {
    const [problem] = error instanceof UserError ? error.problems : []
    if (!(error instanceof UserError) || problem === undefined) throw error
    return stopped(problem.what, problem.fix, error)
  }
}
