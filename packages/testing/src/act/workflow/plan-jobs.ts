import { type Contexts, evaluate, interpolate } from '../expressions/evaluate.ts'
import { excess, expand, type Granted } from './permissions.ts'
import type { Job, Workflow } from './workflow.ts'

export interface PlannedJob {
  /** Its name in the file that it stands in. */
  readonly id: string
  /** The job of the caller that calls the file, where it stands in a called one. */
  readonly caller: string | undefined
  readonly job: Job
  readonly inputs: Contexts
  readonly permissions: Granted
}

export interface PlannedCall {
  readonly caller: string
  readonly uses: string
  readonly inputs: Contexts
  /** As the caller spells them: a mapping, or `inherit`. */
  readonly secrets: unknown
  readonly workflow: Workflow
}

export interface Plan {
  readonly jobs: readonly PlannedJob[]
  readonly calls: readonly PlannedCall[]
  /** Called jobs that ask for more than their caller grants: GitHub starts nothing at all. */
  readonly refusals: readonly string[]
}

export interface PlanOptions {
  /** What is known before a run starts: `github`, `inputs`, `vars`. */
  readonly contexts: Contexts
  /** Where nothing is declared. */
  readonly granted: Granted
  read(uses: string): Workflow
}

/** The jobs that a run can have, those of the workflows that it calls too. */
export function planJobs(caller: Workflow, options: PlanOptions): Plan {
  const jobs: PlannedJob[] = []
  const calls: PlannedCall[] = []
  const refusals: string[] = []
  const inputs = options.contexts.inputs as Contexts
  for (const [id, job] of Object.entries(caller.jobs)) {
    const permissions = permissionsOf(job, caller, options.granted)
    if (job.uses === undefined) {
      jobs.push({ id, caller: undefined, job, inputs, permissions })
      continue
    }
    const call = planCall({ id, uses: job.uses, job }, options)
    calls.push(call)
    for (const [calledId, called] of Object.entries(call.workflow.jobs)) {
      if (called.uses !== undefined)
        throw new Error(`${calledId}: only one level of calls is known`)
      const asked = permissionsOf(called, call.workflow, permissions)
      for (const more of excess(asked, permissions))
        refusals.push(`${calledId} asks for '${more}', which ${id} does not grant`)
      const { inputs: given } = call
      jobs.push({ id: calledId, caller: id, job: called, inputs: given, permissions: asked })
    }
  }
  return { jobs, calls, refusals }
}

function permissionsOf(job: Job, file: Workflow, granted: Granted): Granted {
  const declared = job.permissions ?? file.permissions
  return declared === undefined ? granted : expand(declared)
}

interface Calling {
  readonly id: string
  readonly uses: string
  readonly job: Job
}

function planCall({ id, uses, job }: Calling, { contexts, read }: PlanOptions): PlannedCall {
  const workflow = read(uses)
  const inputs = Object.entries(job.with ?? {}).map(([name, value]) => [
    name,
    typeof value === 'string' ? resultOf(value, contexts) : value,
  ])
  const { secrets } = job
  return { caller: id, uses, workflow, secrets, inputs: Object.fromEntries(inputs) }
}

/** One expression keeps its kind; a text around it makes it a text. */
function resultOf(text: string, contexts: Contexts): unknown {
  const only = /^\$\{\{((?:'(?:[^']|'')*'|[^'}])*)\}\}$/.exec(text.trim())?.[1]
  return only === undefined ? interpolate(text, contexts) : evaluate(only, contexts)
}

/**
 * The name that people see, and that the API gives. Where a matrix never came to be, as for a skipped job, GitHub
 * leaves the name as it is written.
 */
export function jobName({ id, caller, job, inputs }: PlannedJob, matrix?: Contexts): string {
  const values = Object.values(matrix ?? {}).filter((value) => typeof value !== 'object')
  const plain = values.length === 0 ? id : `${id} (${values.join(', ')})`
  const written = job.name ?? plain
  const isOpen = matrix === undefined && written.includes('matrix.')
  const name = isOpen ? written : interpolate(written, { inputs, matrix })
  return caller === undefined ? name : `${caller} / ${name}`
}
