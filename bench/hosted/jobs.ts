import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { ActionEnd, HostedWorld } from '@wavefront/testing'
import { parseWorkflow } from '@wavefront/testing'
import { runProcess, settleDisk } from '../measure.ts'
import { pushBranches, writeBundles } from './results.ts'
import { besides, feature, type Shop } from './shop.ts'

/** What one job needed. */
export interface Spent {
  readonly seconds: number
  /** Requests to the git server. */
  readonly roundTrips: number
  /** Requests to the API. */
  readonly apiCalls: number
}

export interface Jobs {
  readonly ready: Spent
  /** Merging, verifying and finalizing, in however many jobs. */
  readonly merge: Spent
}

/** Our bundles as processes, job after job as the shipped workflow has them; the workers' results are prepared. */
export async function runOurJobs(shop: Shop): Promise<Jobs> {
  const { world } = shop
  const run = await world.startRun({ issue_number: '7' })
  const about = { issue_number: 7, branch: feature }
  const [ready, chosen] = await measured(world, async () =>
    succeeded(await world.job('ready', { run, inputs: about })),
  )
  const { wave, base_sha, matrix } = chosen.outputs
  const results = world.results(run)
  writeBundles(shop, results)
  const inputs = { ...about, wave, base_sha, matrix, results }
  const [merge] = await measured(world, async () => {
    const workspace = mkdtempSync(join(world.dir, 'workspace-'))
    await checkOut(world, { dir: workspace, ref: base_sha ?? '', depth: 1 })
    const phase = (name: 'integrate' | 'land', more: object) =>
      world.job(name, { run, workspace, inputs: { ...inputs, phase: name, ...more } })
    const { integration } = succeeded(await phase('integrate', {})).outputs
    succeeded(await phase('land', { integration }))
  })
  expectLanded(shop)
  return { ready, merge }
}

/** The steps of the original's jobs, one shell after another, on branches that are prepared. */
export async function runOriginalJobs(shop: Shop, tools: string): Promise<Jobs> {
  const { world, ids } = shop
  await world.startRun({ issue_number: '7', branch: feature })
  const run = (job: string) => runSteps(world, { job, tools, tasks: ids })
  const [ready] = await measured(world, () => run('ready'))
  pushBranches(shop)
  const [merge] = await measured(world, () => run('merge'))
  expectLanded(shop)
  return { ready, merge }
}

async function measured<T>(
  { github, git }: HostedWorld,
  work: () => Promise<T>,
): Promise<readonly [Spent, T]> {
  await settleDisk()
  github.forgetRequests()
  git.forgetRequests()
  const start = performance.now()
  const made = await work()
  const seconds = (performance.now() - start) / 1000
  return [{ seconds, roundTrips: git.roundTrips(), apiCalls: github.count() }, made]
}

function succeeded(end: ActionEnd): ActionEnd {
  if (end.code !== 0) throw new Error(`an action ended with ${end.code}:\n${end.log}`)
  return end
}

/** What is faster because it does not do its work is no figure. */
export function expectLanded({ world: { served, github }, ids }: Shop): void {
  const log = served.git('log', '--first-parent', '--format=%s', `main..${feature}`).split('\n')
  const merged = log.filter((subject) => subject.startsWith('merge: task')).length
  const left = served.git('for-each-ref', `refs/heads/${feature}-task-*`)
  const { pulls } = github.repository('octo/demo')
  if (merged !== ids.length || left !== '' || pulls.length !== 1 || github.runs.all.length !== 2)
    throw new Error(`${merged} of ${ids.length} tasks landed, ${pulls.length} pull requests`)
}

interface Checkout {
  readonly dir: string
  readonly ref: string
  readonly depth: 0 | 1
}

const standIn = 'packages/testing/src/act/stand-ins/checkout/index.mjs'

async function checkOut(world: HostedWorld, { dir, ref, depth }: Checkout): Promise<void> {
  await runProcess(process.execPath, [standIn], {
    env: {
      ...process.env,
      GITHUB_WORKSPACE: dir,
      GITHUB_SERVER_URL: world.git.url,
      GITHUB_REPOSITORY: 'octo/demo',
      INPUT_REPOSITORY: 'octo/demo',
      INPUT_TOKEN: tokenOf(world),
      INPUT_REF: ref,
      'INPUT_FETCH-DEPTH': String(depth),
      'INPUT_PERSIST-CREDENTIALS': String(depth === 0),
    },
  })
}

function tokenOf({ github }: HostedWorld): string {
  const permissions = { contents: 'write', 'pull-requests': 'write', actions: 'write' } as const
  return github.token({ type: 'github-actions', repo: 'octo/demo', permissions })
}

interface Steps {
  readonly job: string
  readonly tools: string
  readonly tasks: readonly string[]
}

async function runSteps(world: HostedWorld, { job, tools, tasks }: Steps): Promise<void> {
  const { steps = [] } =
    parseWorkflow(readFileSync(besides('original.yml'), 'utf8')).jobs[job] ?? {}
  const cwd = mkdtempSync(join(world.dir, 'job-'))
  const home = join(world.dir, 'home')
  mkdirSync(home, { recursive: true })
  await checkOut(world, { dir: cwd, ref: feature, depth: 0 })
  const env = {
    PATH: [tools, process.env.PATH].join(delimiter),
    HOME: home,
    ...bdSettings,
    GITHUB_OUTPUT: join(home, 'output'),
    GITHUB_API_URL: world.github.url,
    GITHUB_REPOSITORY: 'octo/demo',
    GH_TOKEN: tokenOf(world),
    BRANCH: feature,
    ISSUE: '7',
    TASKS: JSON.stringify(tasks),
  }
  for (const { run } of steps) {
    if (run === undefined) continue
    const script = join(home, 'step.sh')
    writeFileSync(script, run)
    await runProcess('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', script], {
      cwd,
      env,
    })
  }
}

/** Without its daemon, which would outlive the job and takes seconds to start. */
export const bdSettings = { BEADS_NO_DAEMON: '1', BD_DISABLE_METRICS: '1' }
