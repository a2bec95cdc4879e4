import type { Contexts } from '../expressions/evaluate.ts'
import { type Job, mapJobs, type Workflow } from '../workflow/workflow.ts'

/** What an earlier attempt of the run has left of a job. */
export type Kept =
  | { readonly is: 'succeeded'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly is: 'skipped' }
  /** Some legs were well; these are to run again. */
  | { readonly is: 'partly'; readonly legs: readonly Contexts[] }

/** "Re-run failed jobs": what was well is not run again, but gives what it gave. */
export function keepJobs(workflow: Workflow, kept: ReadonlyMap<string, Kept>): Workflow {
  return mapJobs(workflow, (job, id) => {
    const known = kept.get(id)
    if (known === undefined) return job
    if (known.is === 'skipped') return { ...job, if: false }
    if (known.is === 'succeeded') return stub(job, known.outputs)
    return { ...job, strategy: { ...job.strategy, matrix: { include: known.legs } } }
  })
}

function stub({ name, needs }: Job, outputs: Readonly<Record<string, string>>): Job {
  return {
    ...(name !== undefined && { name }),
    ...(needs !== undefined && { needs }),
    if: 'always()',
    'runs-on': 'ubuntu-latest',
    outputs,
    steps: [{ run: 'true' }],
  }
}
