import { parse } from 'yaml'
import { z } from 'zod'

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()])
const scalars = z.record(z.string(), scalar)

const permissions = z.union([
  z.enum(['read-all', 'write-all']),
  z.record(z.string(), z.enum(['none', 'read', 'write'])),
])

const group = z.looseObject({
  group: z.string(),
  'cancel-in-progress': z.union([z.boolean(), z.string()]).optional(),
  queue: z.enum(['single', 'max']).optional(),
})

const concurrency = z.preprocess(
  (value) => (typeof value === 'string' ? { group: value } : value),
  group,
)

const step = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.union([z.string(), z.boolean()]).optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: scalars.optional(),
  env: scalars.optional(),
})

const job = z.looseObject({
  name: z.string().optional(),
  needs: z.union([z.string().transform((one) => [one]), z.array(z.string())]).optional(),
  if: z.union([z.string(), z.boolean()]).optional(),
  uses: z.string().optional(),
  with: scalars.optional(),
  strategy: z.looseObject({ 'max-parallel': scalar.optional() }).optional(),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  outputs: z.record(z.string(), z.string()).optional(),
  steps: z.array(step).optional(),
})

const workflow = z.looseObject({
  name: z.string().optional(),
  on: z.unknown(),
  permissions: permissions.optional(),
  concurrency: concurrency.optional(),
  jobs: z.record(z.string(), job),
})

export type Step = z.infer<typeof step>
export type Job = z.infer<typeof job>
export type Workflow = z.infer<typeof workflow>
export type PermissionsClause = z.infer<typeof permissions>

/** As much of a workflow file as the harness needs to know; the rest goes through as it is. */
export function parseWorkflow(text: string): Workflow {
  return workflow.parse(parse(text))
}

export function mapJobs(known: Workflow, change: (job: Job, id: string) => Job): Workflow {
  const jobs = Object.entries(known.jobs).map(([id, one]) => [id, change(one, id)])
  return { ...known, jobs: Object.fromEntries(jobs) }
}

export function mapSteps(known: Workflow, change: (step: Step, jobId: string) => Step): Workflow {
  return mapJobs(known, (one, id) =>
    one.steps === undefined ? one : { ...one, steps: one.steps.map((each) => change(each, id)) },
  )
}
