import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stringify } from 'yaml'
import { runGit } from '../../git/run-git.ts'
import type { RunState } from '../../github/index.ts'
import type { ActWorldOptions } from '../act-world.ts'
import type { Contexts } from '../expressions/evaluate.ts'
import { type Kept, keepJobs } from '../rewrites/keep-jobs.ts'
import { harness } from '../rewrites/rewrite.ts'
import { rewriteWorkflow } from '../rewrites/rewrites.ts'
import { defaultPermissions } from '../workflow/permissions.ts'
import { type Plan, type PlannedJob, planJobs } from '../workflow/plan-jobs.ts'
import { parseWorkflow, type Workflow } from '../workflow/workflow.ts'
import { copySuite } from './copy-suite.ts'

/** The folders of one attempt, and of those before it. */
export interface RunPlace {
  readonly dir: string
  readonly caller: string
  readonly suite: string
  readonly standIns: string
  /** Outputs of jobs, by id. */
  readonly outputs: string
  /** Values that may not be in an output. */
  readonly secrets: string
  readonly artifacts: string
  readonly holds: string
}

export function placeOf(world: string, run: RunState): RunPlace {
  const dir = join(world, `run-${run.id}-${run.runAttempt}`)
  return {
    dir,
    caller: join(dir, 'caller'),
    suite: join(dir, 'suite'),
    standIns: join(dir, 'stand-ins'),
    outputs: join(dir, 'outputs'),
    secrets: join(dir, 'secrets'),
    artifacts: join(world, `artifacts-${run.id}`),
    holds: join(world, 'holds'),
  }
}

/** The caller as the run sees it, and the jobs that the run can have. */
export function planRun(options: ActWorldOptions, run: RunState, place: RunPlace): Plan {
  const repository = options.github.repository(run.repository)
  mkdirSync(place.dir, { recursive: true })
  runGit(['clone', '--quiet', '--no-checkout', '--', repository.git, place.caller], {
    cwd: place.dir,
  })
  runGit(['checkout', '--quiet', '--detach', run.headSha], { cwd: place.caller })
  copySuite(options.suite.path, place.suite)
  return planJobs(readWorkflow(place.caller, run.path), {
    contexts: contextsOf(run),
    granted: defaultPermissions(repository.settings.defaultWorkflowPermissions),
    read: (uses) => {
      const [root, path] = fileOf(uses, options, place)
      return readWorkflow(root, path)
    },
  })
}

export function contextsOf(run: RunState): Contexts {
  const github = {
    ref: `refs/heads/${run.ref}`,
    ref_name: run.ref,
    repository: run.repository,
    run_id: String(run.id),
    event_name: run.event,
    actor: run.actor.login,
    event: { inputs: run.inputs },
  }
  return { github, inputs: run.inputs }
}

function fileOf(uses: string, { suite }: ActWorldOptions, place: RunPlace): [string, string] {
  const own = /^(?:\.|\$)\/(?<path>.+)$/.exec(uses)?.groups?.path
  if (own !== undefined) return [place.caller, own]
  const start = `${suite.repository}/`
  const end = `@${suite.ref}`
  if (!uses.startsWith(start) || !uses.endsWith(end))
    throw new Error(`the harness has no "${uses}", only ${start}…${end}`)
  return [place.suite, uses.slice(start.length, -end.length)]
}

function readWorkflow(root: string, path: string): Workflow {
  return parseWorkflow(readFileSync(join(root, path), 'utf8'))
}

export interface Rewriting {
  readonly options: ActWorldOptions
  readonly run: RunState
  readonly place: RunPlace
  readonly plan: Plan
  /** By file and job, what an earlier attempt has left. */
  kept(caller: string | undefined): ReadonlyMap<string, Kept>
  tokenOf(job: PlannedJob): string
}

/** Puts the rewritten workflows where act looks for them. */
export function writeRewritten(rewriting: Rewriting): void {
  const { options, run, place, plan } = rewriting
  const own = { repository: run.repository, ref: run.headSha }
  const { name = run.path } = readWorkflow(place.caller, run.path)
  const caller = { root: place.caller, path: run.path, self: own, name, caller: undefined }
  rewriteFile(rewriting, caller)
  const seen = new Set<string>()
  for (const { uses, caller } of plan.calls) {
    if (seen.has(uses)) throw new Error(`the harness runs one call of ${uses}, not two`)
    seen.add(uses)
    const [root, path] = fileOf(uses, options, place)
    const self = root === place.suite ? options.suite : own
    rewriteFile(rewriting, { root, path, self, name, caller })
  }
}

interface File {
  readonly root: string
  readonly path: string
  readonly self: { readonly repository: string; readonly ref: string }
  readonly name: string
  readonly caller: string | undefined
}

function rewriteFile(
  { options, place, plan, kept, tokenOf }: Rewriting,
  { root, path, self, name, caller }: File,
): void {
  const rewritten = rewriteWorkflow(readWorkflow(root, path), {
    self,
    workflowName: name,
    maxParallel: options.maxParallel ?? 4,
    tokenOf: (id) => {
      const job = plan.jobs.find((known) => known.id === id && known.caller === caller)
      if (job === undefined) throw new Error(`no job ${id}`)
      return tokenOf(job)
    },
    takesToken: (uses) => takesToken(uses, options, place),
  })
  writeFileSync(join(root, path), stringify(keepJobs(rewritten, kept(caller)), { lineWidth: 0 }))
}

function takesToken(uses: string, { suite }: ActWorldOptions, place: RunPlace): boolean {
  const [name = ''] = uses.split('@')
  const root = [
    [suite.repository, place.suite],
    [harness.repository, place.standIns],
  ].find(([repository]) => name === repository || name.startsWith(`${repository}/`))
  if (root === undefined) return false
  const [repository = '', dir = ''] = root
  const path = join(dir, name.slice(repository.length), 'action.yml')
  return existsSync(path) && /^ {2}token:/m.test(readFileSync(path, 'utf8'))
}

/** The harness's own actions, and what they need to know of this run. */
export function writeStandIns(
  place: RunPlace,
  { secrets, app }: { readonly secrets: readonly string[]; readonly app: ActWorldOptions['app'] },
): void {
  const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'stand-ins')
  cpSync(source, place.standIns, { recursive: true })
  for (const dir of [place.artifacts, place.holds]) mkdirSync(dir, { recursive: true })
  writeFileSync(place.secrets, secrets.map((secret) => `${JSON.stringify(secret)}\n`).join(''))
  const { artifacts, outputs, holds } = place
  const told = { artifacts, outputs, holds, secrets: place.secrets, app }
  writeFileSync(join(place.standIns, 'place.json'), JSON.stringify(told))
}
