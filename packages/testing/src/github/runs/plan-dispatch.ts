import { notFound, unprocessable } from '../answers/refusal.ts'
import { readBlob, readTree, resolveRef } from '../repository/bare-git.ts'
import type { RepositoryState } from '../state.ts'
import type { WorkflowState } from './run-state.ts'
import { type DispatchInput, parseWorkflowFile, type WorkflowFile } from './workflow-file.ts'

export interface DispatchWish {
  /** A number or the name of a file. */
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, unknown>>
}

export interface PlannedRun {
  readonly workflow: WorkflowState
  readonly file: WorkflowFile
  readonly ref: string
  readonly headSha: string
  readonly inputs: Readonly<Record<string, string>>
}

const folder = '.github/workflows'
const longestPayload = 65_535

/** Refuses what GitHub refuses, in its words. */
export async function planDispatch(
  repository: RepositoryState,
  wish: DispatchWish,
  newId: () => number,
): Promise<PlannedRun> {
  const workflow = await findWorkflow(repository, wish.workflow, newId)
  if (workflow === undefined) throw notFound()
  if (workflow.state !== 'active')
    throw unprocessable("Cannot trigger a 'workflow_dispatch' on a disabled workflow")
  const headSha = await resolveRef(repository.git, wish.ref)
  if (headSha === undefined) throw unprocessable(`No ref found for: ${wish.ref}`)
  const text = await readBlob(repository.git, headSha, workflow.path)
  const file = text === undefined ? undefined : parseWorkflowFile(text)
  if (file?.inputs === undefined)
    throw unprocessable("Workflow does not have 'workflow_dispatch' trigger")
  const ref = wish.ref.replace(/^refs\/(heads|tags)\//, '')
  return { workflow, file, ref, headSha, inputs: settleInputs(file.inputs, wish.inputs) }
}

function settleInputs(
  declared: ReadonlyMap<string, DispatchInput>,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const unexpected = Object.keys(given).filter((name) => !declared.has(name))
  if (unexpected.length > 0)
    throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`)
  if (JSON.stringify(given).length > longestPayload) throw unprocessable('inputs are too large.')
  const settled: Record<string, string> = {}
  for (const [name, input] of declared) settled[name] = settleInput(name, input, given[name])
  return settled
}

function settleInput(name: string, input: DispatchInput, given: unknown): string {
  if (given === undefined || given === null || given === '') {
    if (input.isRequired && input.fallback === undefined)
      throw unprocessable(`Required input '${name}' not provided`)
    if (given !== '') return input.fallback ?? (input.type === 'boolean' ? 'false' : '')
  }
  const value = String(given)
  const allowed = input.type === 'boolean' ? ['true', 'false'] : input.options
  if (input.type === 'choice' || input.type === 'boolean')
    if (!allowed.includes(value))
      throw unprocessable(
        `Provided value '${value}' for input '${name}' not in the list of allowed values`,
      )
  return value
}

/** GitHub knows the workflows of the default branch. Their ids are given when they are first seen. */
export async function listWorkflows(
  repository: RepositoryState,
  newId: () => number,
): Promise<readonly WorkflowState[]> {
  const { git, defaultBranch, workflows } = repository
  const entries = (await readTree(git, `refs/heads/${defaultBranch}`, folder)) ?? []
  const paths = entries
    .map(({ name }) => `${folder}/${name}`)
    .filter((path) => /\.ya?ml$/.test(path))
  for (const path of paths)
    if (!workflows.some((known) => known.path === path))
      workflows.push({ id: newId(), path, state: 'active' })
  return workflows.filter(({ path }) => paths.includes(path))
}

export async function findWorkflow(
  repository: RepositoryState,
  name: string,
  newId: () => number,
): Promise<WorkflowState | undefined> {
  const known = await listWorkflows(repository, newId)
  return known.find(({ id, path }) => String(id) === name || path === `${folder}/${name}`)
}
