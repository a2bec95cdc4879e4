import { UserError } from '@wavefront/errors'
import {
  findReviewPoints,
  isManifest,
  renderComment,
  renderPullRequest,
  type StatusPhase,
  type StatusReport,
  statusDescription,
} from '@wavefront/report'
import type { TaskId } from '@wavefront/tasks'
import type { Progress } from '../events.ts'
import type { Integration } from '../integrate-wave.ts'
import { announceLanding } from '../land-wave.ts'
import type { BranchName } from '../names.ts'
import type {
  BranchHistory,
  Dispatched,
  Issue,
  Issues,
  PullRequest,
  PullRequests,
  Runs,
  WantedRun,
} from '../ports/index.ts'
import { type PreparedWave, prepareWave } from '../prepare-wave.ts'
import { decideNext, type Next } from './decide-next.ts'
import { describeStatus } from './describe-status.ts'
import { type Landed, type LandPorts, type LandRequest, landOnServer } from './land-on-server.ts'

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
  const status = await openStatus(ports, request, { landed, after })
  const pullRequest = await steps.try(() => writePullRequest(ports, request, status.of(next, {})))
  const withPullRequest = { ...(pullRequest && { pullRequest }) }
  await steps.try(() =>
    ports.pullRequests.writeStatus(commitStatus(after, request, status.of(next, {}))),
  )
  await steps.try(() => writeComment(ports, request, status.of(next, withPullRequest)))
  const kept = await ports.server.pushTaskBranches()
  const started = await startNext(ports, request, next)
  if (landed.is === 'landed' && landed.plan.move.from !== landed.plan.move.to) {
    for (const run of request.ciRuns) steps.note(await ports.runs.dispatch(run), run.workflow)
  }
  if (started.refusal) steps.add(started.refusal)
  const report = status.of(started.next, { ...withPullRequest, notes: kept })
  if (started.refusal || kept.length > 0) {
    await steps.try(() => writeComment(ports, request, report))
  }
  return {
    ...{ landed, integration, report, problems: steps.problems },
    next: started.next.is === 'dispatch' ? 'dispatched' : started.next.is,
    ...withPullRequest,
  }
}

function nextFacts(
  { prepared, wave, maxWaves, integration, results }: FinalizeRequest,
  landed: Landed,
): Parameters<typeof decideNext>[1] {
  const counted = landed.is === 'landed' && landed.plan.changes.record.length > 0
  const finished = landed.is === 'landed' && prepared.unclosed.length > 0
  const { redBase } = integration
  return {
    wave,
    maxWaves,
    madeProgress: counted || finished || landed.is === 'moved' || results.length === 0,
    ...(redBase === undefined ? {} : { redBase }),
    ...(landed.is === 'refused' ? { refused: landed.why } : {}),
  }
}

const phases: Record<Next['is'], StatusPhase> = {
  dispatch: 'landed',
  complete: 'complete',
  stuck: 'stuck',
  stopped: 'stopped',
}

interface Status {
  of(next: Next, more: Partial<Pick<StatusReport, 'pullRequest' | 'notes'>>): StatusReport
}

/** All that is read for the report is read once; what is still to come is filled in. */
async function openStatus(
  { history }: FinalizePorts,
  request: FinalizeRequest,
  { landed, after }: { readonly landed: Landed; readonly after: PreparedWave },
): Promise<Status> {
  const { feature, base, issue, integration, runUrl, jobs, options, wave } = request
  const [conflicts, changes] = await Promise.all([
    history.readConflicts(),
    history.readChanges(isManifest),
  ])
  const done = new Set(after.landed.map(({ id }) => id))
  const declared = after.graph.tasks.filter(({ id }) => done.has(id)).flatMap(({ files }) => files)
  const notes = notesOn(landed, integration)
  return {
    of: (next, more) =>
      describeStatus(after, {
        branch: feature,
        base,
        wave,
        phase: integration.redBase === undefined ? phases[next.is] : 'failed',
        ...(next.is === 'stopped' ? { why: explain(next.why, integration) } : {}),
        ...(issue && { issue: { number: issue.number, title: issue.title } }),
        ...(options.under === undefined ? {} : { under: options.under }),
        ...{ runUrl, conflicts, jobs, working: new Set<TaskId>() },
        checks: integration.checks,
        review: findReviewPoints({ changes, declared }),
        ...more,
        notes: [...notes, ...(more.notes ?? [])],
      }),
  }
}

function explain(why: string, { redBase }: Integration): string {
  return redBase === undefined ? why : `${why}:\n${redBase}`
}

function notesOn(landed: Landed, { update }: Integration): string[] {
  const notes: string[] = []
  if (landed.is === 'moved') {
    notes.push('Somebody pushed to the branch meanwhile. The next wave merges this one onto that.')
  }
  if (landed.is === 'refused') notes.push(`The server did not take the work: ${landed.fix}.`)
  if (update?.is === 'conflicts') {
    notes.push(
      `The base has new commits that conflict with the branch in ${update.paths.join(', ')}: ${update.why}. Merge the base into the branch by hand.`,
    )
  }
  if (update?.is === 'red') {
    notes.push(
      "The checks fail with the base's new commits merged in, so the branch stays without them. Merge the base by hand and mend what breaks.",
    )
  }
  return notes
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

async function startNext(
  { runs }: FinalizePorts,
  { nextRun }: FinalizeRequest,
  next: Next,
): Promise<{ readonly next: Next; readonly refusal?: UserError }> {
  if (next.is !== 'dispatch') return { next }
  const dispatched = await runs.dispatch(await nextRun())
  if (dispatched.is === 'dispatched') return { next }
  const why = `the next wave could not be started: ${dispatched.why}`
  return {
    next: { is: 'stopped', why },
    refusal: new UserError({ what: why, fix: dispatched.fix }),
  }
}

interface Problems {
  readonly problems: readonly UserError[]
  add(problem: UserError): void
  note(dispatched: Dispatched, workflow: string): void
  try<T>(step: () => Promise<T>): Promise<T | undefined>
}

function collectProblems(): Problems {
  const problems: UserError[] = []
  return {
    problems,
    add: (problem) => void problems.push(problem),
    note(dispatched, workflow) {
      if (dispatched.is === 'dispatched') return
      const what = `the workflow ${workflow} could not be started: ${dispatched.why}`
      problems.push(new UserError({ what, fix: dispatched.fix }))
    },
    async try(step) {
      try {
        return await step()
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        problems.push(error)
        return undefined
      }
    },
  }
}
