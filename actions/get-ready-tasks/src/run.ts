import { UserError } from '@wavefront/errors'
import { findWave, type Hosting, openHosting } from '@wavefront/hosting'
import { renderComment, renderWaveSummary, type StatusReport } from '@wavefront/report'
import type { Runner } from '@wavefront/runner'
import type { TaskId } from '@wavefront/tasks'
import {
  type BranchName,
  describeStatus,
  type Issue,
  type PreparedWave,
  type PullRequest,
  readHistory,
} from '@wavefront/wave'
import { type ReadyInputs, readInputs } from './inputs.ts'
import { toOutputs } from './outputs.ts'

/** A job that is cancelled ends on the spot: nothing here has to be brought to an end. */
export async function run(runner: Runner): Promise<void> {
  await Promise.race([prepare(runner), cancellation(runner)])
}

function cancellation({ signal }: Runner): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(cancelled())
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
  })
}

function cancelled(): UserError {
  return new UserError({
    what: 'the job was cancelled before its wave was announced',
    fix: 'run the workflow again: nothing has been started or counted',
  })
}

/** Reads the world, chooses the wave, gives it as a matrix and announces it. */
async function prepare(runner: Runner): Promise<void> {
  const inputs = readInputs(runner)
  const hosting = await openHosting(runner, wishOf(inputs))
  const { prepared, options } = await findWave(hosting, {
    issueNumber: inputs.issue_number,
    epic: inputs.epic,
    repository: runner.context.repository,
  })
  for (const note of prepared.notes) runner.info(note)
  const outputs = toOutputs(prepared, hosting)
  runner.setOutputs(outputs)
  const issue = await findIssue(runner, hosting, inputs)
  const report = await describe(runner, hosting, { prepared, issue, under: options.under })
  runner.summary(renderWaveSummary(report, { maxParallel: hosting.config.maxParallel }))
  // What is to be landed or finished is announced by the job that does it.
  if (issue && (prepared.state === 'ready' || !outputs.finalize)) {
    await announce(runner, hosting, issue, renderComment(report))
  }
}

function wishOf(inputs: ReadyInputs) {
  const { token, issue_number: issueNumber, branch, base, overrides } = inputs
  const { agent, model, bd_version, runs_on, max_parallel, max_tasks } = inputs
  const settings = { agent, model, bd_version, runs_on, max_parallel, max_tasks }
  return { token, issueNumber, branch, base, overrides, settings }
}

/** The wave runs also where nobody may look at the issue; one that is not there is a slip. */
async function findIssue(
  runner: Runner,
  { github }: Hosting,
  { issue_number: number }: ReadyInputs,
): Promise<Issue | undefined> {
  if (number === undefined) return undefined
  let issue: Issue | undefined
  try {
    issue = await github.issues.read(number)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    runner.warning(`The issue could not be read: ${error.message}`)
    return undefined
  }
  if (issue) return issue
  throw new UserError({
    what: `there is no issue #${number} in this repository`,
    where: 'issue_number',
    fix: 'write the number of an open issue, or only a `branch` for tasks without one',
  })
}

interface Announced {
  readonly prepared: PreparedWave
  readonly issue: Issue | undefined
  readonly under: TaskId | undefined
}

async function describe(
  { context }: Runner,
  { remote, feature, base, github }: Hosting,
  { prepared, issue, under }: Announced,
): Promise<StatusReport> {
  const [{ conflicts, review, notes }, pullRequest] = await Promise.all([
    readHistory(remote.history, prepared, under),
    prepared.landed.length > 0 ? findPullRequest(github, feature) : undefined,
  ])
  const isWorking = prepared.state === 'ready'
  return describeStatus(prepared, {
    ...{ branch: feature, base, wave: isWorking ? prepared.wave : Math.max(1, prepared.wave - 1) },
    phase: prepared.state === 'ready' ? 'working' : prepared.state,
    ...(issue && { issue: { number: issue.number, title: issue.title } }),
    ...(under === undefined ? {} : { under }),
    ...(pullRequest && { pullRequest }),
    ...{ conflicts, jobs: new Map(), runUrl: context.runUrl, review },
    notes: [...prepared.notes, ...notes],
    working: new Set(prepared.tasks.map(({ task }) => task.id)),
    checks: 'none',
  })
}

/** A link in a comment; a token that may not look it up leaves it out. */
async function findPullRequest(
  { pullRequests }: Hosting['github'],
  feature: BranchName,
): Promise<PullRequest | undefined> {
  try {
    return await pullRequests.find(feature)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** The wave runs also where nobody may be told of it. */
async function announce(
  runner: Runner,
  { github }: Hosting,
  { number }: Issue,
  body: string,
): Promise<void> {
  try {
    const { url } = await github.issues.writeComment({ issue: number, body })
    runner.info(`Announced in ${url}`)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    runner.warning(`The issue could not be told: ${error.message}`)
  }
}
