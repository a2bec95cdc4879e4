import { UserError } from '@wavefront/errors'
import { type FoundWave, type Hosting, jobLinks, openMerger } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import type { TaskId } from '@wavefront/tasks'
import {
  describeStatus,
  type Finalized,
  finalizeWave,
  type Integration,
  type IntegrationRecord,
  type Issue,
  type Known,
  keepWave,
  readHistory,
  repeatIntegration,
  type TaskResult,
  type WantedRun,
} from '@wavefront/wave'
import type { Results } from './find-results.ts'
import type { MergeInputs } from './inputs.ts'

export interface Landing extends Results {
  readonly runner: Runner
  readonly hosting: Hosting
  readonly inputs: MergeInputs
  readonly found: FoundWave
  readonly integration: Integration
}

/** What was verified, merged again from the workers' own commits. */
export function repeat(
  { mirror, config }: Hosting,
  record: IntegrationRecord,
  known: Known,
): Promise<Integration> {
  return repeatIntegration(openMerger(config, mirror.repository), record, known)
}

/** Everything that writes. Nothing of the repository's own code is run here. */
export async function land(landing: Landing): Promise<Finalized> {
  const { runner, hosting, inputs, found, results, late, integration } = landing
  const { context } = runner
  const { remote, github, config, feature, base } = hosting
  const [issue, links] = await Promise.all([readIssue(landing), readLinks(landing)])
  return finalizeWave(
    { ...remote, ...github, clock: () => new Date(), progress: () => {} },
    {
      ...found,
      ...{ integration, late, feature, base, jobs: links },
      results: results.map((result) => ({ ...result, ...linkOf(links, result) })),
      ...(issue && { issue }),
      // With nobody at work there is only the last wave to finish.
      wave: results.length > 0 ? inputs.wave : Math.max(1, found.prepared.wave - 1),
      maxWaves: config.maxWaves,
      runUrl: context.runUrl,
      nextRun: () => nextRun(landing),
      ciRuns: config.ciWorkflows.map((workflow) => ({
        workflow: workflow.includes('/') ? workflow : `.github/workflows/${workflow}`,
        on: [feature],
        inputs: {},
      })),
    },
  )
}

/** Nothing was verified, so nothing lands; nobody's work is lost for it, and the issue is told. */
export async function keep(landing: Omit<Landing, 'integration'>, why: string): Promise<void> {
  const { runner, hosting, inputs, found, results, late } = landing
  const { remote, github, feature, base } = hosting
  const { prepared, options } = found
  const issue = await readIssue(landing)
  const past = await readHistory(remote.history, prepared, options.under)
  const report = describeStatus(prepared, {
    ...{ branch: feature, base, wave: inputs.wave, phase: 'failed', why, checks: 'none' },
    ...(issue && { issue: { number: issue.number, title: issue.title } }),
    ...(options.under === undefined ? {} : { under: options.under }),
    ...{ ...past, runUrl: runner.context.runUrl, working: new Set(), jobs: new Map() },
  })
  await keepWave(
    { ...remote, ...github },
    { results, late, feature, report, ...(issue && { issue }) },
  )
}

async function readIssue({
  hosting,
  inputs,
}: Pick<Landing, 'hosting' | 'inputs'>): Promise<Issue | undefined> {
  const { issue_number: number } = inputs
  return number === undefined ? undefined : hosting.github.issues.read(number)
}

/** Links are a convenience: a token that may not list jobs still lands. */
async function readLinks({ runner, hosting }: Landing): Promise<ReadonlyMap<TaskId, string>> {
  try {
    return jobLinks(await hosting.github.runs.readJobs(runner.context.runId))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    runner.info(`The jobs of this run are not linked: ${error.message}`)
    return new Map()
  }
}

function linkOf(links: ReadonlyMap<TaskId, string>, { id }: TaskResult): { url?: string } {
  const url = links.get(id)
  return url === undefined ? {} : { url }
}

/** The caller's own workflow with the caller's own inputs, on its branch or where it surely is. */
async function nextRun({ runner, hosting, inputs }: Landing): Promise<WantedRun> {
  const { context } = runner
  const { path: workflow, branch } = await hosting.github.runs.readWorkflow(context.runId)
  const { issue_number: issue } = inputs
  const given = Object.entries(context.eventInputs).filter(([, value]) => value !== '')
  return {
    workflow,
    on: [...new Set([branch, context.defaultBranch ?? hosting.base])],
    inputs: {
      ...Object.fromEntries(given),
      ...(issue === undefined ? {} : { issue_number: String(issue) }),
      branch: hosting.feature,
    },
    ...(context.runAttempt > 1 ? { again: context.runId } : {}),
  }
}
