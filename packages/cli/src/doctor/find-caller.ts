import type { FileAnswer, Inspector, Unknown, Workflows } from '@wavefront/github'
import {
  type CalledFile,
  type CalledWorkflow,
  calledWorkflow,
  shippedWorkflow,
  useOf,
} from './called-workflow.ts'
import type { Caller } from './facts.ts'
import { parseWorkflow } from './workflow-file.ts'

const usualPath = '.github/workflows/wavefront.yml'
/** More than most repositories have; each is a request. */
const mostWorkflows = 40

export interface CallerWish {
  readonly inspector: Inspector
  /** One for another repository, by its name. */
  readonly inspectorOf: (repository: string) => Inspector
}

/** The workflow with our usual name, else the first that has a wave in it. */
export async function findCaller({ inspector, inspectorOf }: CallerWish): Promise<Caller> {
  const [usual, workflows] = await Promise.all([
    inspector.readFile({ path: usualPath }),
    inspector.readWorkflows(),
  ])
  const own = toCaller(usualPath, usual, workflows)
  const chosen = isWave(own) ? own : ((await searchOthers(inspector, workflows)) ?? own)
  if (chosen.is !== 'found' || chosen.use.is !== 'call') return chosen
  const called = await readCalled(chosen.use.at, { inspector, inspectorOf })
  return called === undefined ? chosen : { ...chosen, called, isCalledRead: true }
}

async function searchOthers(
  inspector: Inspector,
  workflows: Workflows | Unknown,
): Promise<Caller | undefined> {
  if (workflows.is === 'unknown') return undefined
  const paths = workflows.workflows
    .map(({ path }) => path)
    .filter((path) => path !== usualPath && /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))
  const read = paths
    .slice(0, mostWorkflows)
    .map(async (path) => toCaller(path, await inspector.readFile({ path }), workflows))
  return (await Promise.all(read)).find(isWave)
}

function isWave(caller: Caller): boolean {
  return caller.is === 'broken' || (caller.is === 'found' && caller.use.is !== 'none')
}

function toCaller(
  path: string,
  file: FileAnswer | Unknown,
  workflows: Workflows | Unknown,
): Caller {
  if (file.is !== 'found') return file
  const read = parseWorkflow(path, file.text)
  if (!read.ok) return path === usualPath ? { is: 'broken', problems: read.problems } : missing
  const known = workflows.is === 'known' ? workflows.workflows : []
  return {
    ...{ is: 'found', path, file: read.value, use: useOf(read.value) },
    isEnabled: known.find((one) => one.path === path)?.isEnabled ?? true,
    ...{ called: shippedWorkflow, isCalledRead: false },
  }
}

const missing: Caller = { is: 'missing' }

/** Nothing where the token may not see it, or it is no workflow. */
async function readCalled(
  { repository, path, ref }: CalledFile,
  { inspector, inspectorOf }: CallerWish,
): Promise<CalledWorkflow | undefined> {
  const home = repository === undefined ? inspector : inspectorOf(repository)
  const file = await home.readFile({ path, ...(ref === undefined ? {} : { ref }) })
  if (file.is !== 'found') return undefined
  const read = parseWorkflow(path, file.text)
  return read.ok && read.value.call !== undefined ? calledWorkflow(read.value) : undefined
}
