import { type Job, mapJobs, mapSteps, type Workflow } from '../workflow/workflow.ts'
import { replaceTexts } from './replace-texts.ts'
import { harnessAction, type Rewrite, type RewriteContext, withSteps } from './rewrite.ts'

/** What the throwaway copies of workflows get, in this order. Each entry has a test on the files as they are. */
export const rewrites: readonly Rewrite[] = [
  {
    name: 'self-reference',
    why: 'act does not know `uses: $/path` (nektos/act#6189).',
    apply: (workflow, { self }) => {
      const named = (uses: string | undefined) =>
        uses?.startsWith('$/') ? `${self.repository}/${uses.slice(2)}@${self.ref}` : uses
      return mapSteps(
        mapJobs(workflow, (job) => withUses(job, named(job.uses))),
        (step) => withUses(step, named(step.uses)),
      )
    },
  },
  {
    name: 'stand-ins',
    why: 'The published actions are not in the tests, and their artifact client does not work with act.',
    apply: (workflow) =>
      mapSteps(workflow, (step) => withUses(step, standIns.get(step.uses?.split('@')[0] ?? ''))),
  },
  {
    name: 'job-token',
    why: 'act ignores `permissions` and gives every job the same token.',
    apply: (workflow, context) => mapJobs(workflow, (job, id) => withOwnToken(job, id, context)),
  },
  {
    name: 'workflow-name',
    why: "In a called workflow act takes that file's name for `github.workflow`; on GitHub it is the caller's.",
    apply: (workflow, { workflowName }) => ({ ...workflow, name: workflowName }),
  },
  {
    name: 'job-home',
    why: 'act gives all jobs of a run one HOME; on GitHub each has a machine of its own.',
    apply: (workflow) =>
      mapSteps(workflow, (step) => ({ ...step, env: { HOME: ownHome, ...step.env } })),
  },
  {
    name: 'max-parallel',
    why: 'act does not evaluate an expression there and runs one leg after another.',
    apply: (workflow, { maxParallel }) =>
      mapJobs(workflow, (job) =>
        typeof job.strategy?.['max-parallel'] === 'string'
          ? { ...job, strategy: { ...job.strategy, 'max-parallel': maxParallel } }
          : job,
      ),
  },
  {
    name: 'workflow-concurrency',
    why: 'act ignores it, and refuses a file with `queue`. The harness keeps the groups itself.',
    apply: ({ concurrency: _, ...workflow }) => workflow,
  },
  {
    name: 'job-concurrency',
    why: 'act ignores it too. A first step waits for the group, and its post step lets it go.',
    apply: (workflow) => mapJobs(workflow, holdGroup),
  },
  {
    name: 'job-outputs',
    why: 'act lets outputs through that contain a secret, and does not tell what a job gave.',
    apply: (workflow) => mapJobs(workflow, tellOutputs),
  },
]

/** A folder that is there from the start, and is removed with the job. */
const ownHome = `\${{ runner.temp }}/..`

const standIns = new Map(
  ['checkout', 'upload-artifact', 'download-artifact', 'create-github-app-token'].map((name) => [
    `actions/${name}`,
    harnessAction(name),
  ]),
)

export function rewriteWorkflow(workflow: Workflow, context: RewriteContext): Workflow {
  return rewrites.reduce((known, { apply }) => apply(known, context), workflow)
}

function withUses<T extends { uses?: string | undefined }>(place: T, uses: string | undefined): T {
  return uses === undefined ? place : { ...place, uses }
}

/** The expression stays one, so that the token is quoted wherever it stands. */
function withOwnToken(job: Job, id: string, { tokenOf, takesToken }: RewriteContext): Job {
  if (job.uses !== undefined) return job
  const token = tokenOf(id)
  const spelled = replaceTexts(job, (text) =>
    text.replaceAll(/\$\{\{.*?\}\}/gs, (expression) =>
      expression.replaceAll(/\b(?:github\.token|secrets\.GITHUB_TOKEN)\b/gi, `'${token}'`),
    ),
  )
  return withSteps(spelled, (steps) =>
    steps.map((step) =>
      step.uses !== undefined && step.with?.token === undefined && takesToken(step.uses)
        ? { ...step, with: { ...step.with, token } }
        : step,
    ),
  )
}

function holdGroup({ concurrency, ...job }: Job): Job {
  if (concurrency === undefined) return job
  const hold = { uses: harnessAction('hold'), with: { group: concurrency.group } }
  return withSteps(job, (steps) => [hold, ...steps])
}

const told = 'harness_outputs'

function tellOutputs(job: Job, id: string): Job {
  if (job.outputs === undefined || job.uses !== undefined) return job
  const names = Object.keys(job.outputs)
  const values = Object.values(job.outputs).map((value, at) => [`value_${at}`, value])
  const tell = {
    id: told,
    if: 'always()',
    uses: harnessAction('outputs'),
    with: { job: id, names: JSON.stringify(names), ...Object.fromEntries(values) },
  }
  const outputs = names.map((name) => [name, `\${{ steps.${told}.outputs.${name} }}`])
  return {
    ...withSteps(job, (steps) => [...steps, tell]),
    outputs: Object.fromEntries(outputs),
  }
}
