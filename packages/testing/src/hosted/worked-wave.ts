import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from '../git/files.ts'
import { runGit } from '../git/run-git.ts'
import type { HostedWorld, JobWish } from './hosted-world.ts'
import type { ActionEnd } from './run-action.ts'

/** What a worker left. Whatever is chosen here goes into its commit as it is, true or not. */
export interface WorkerChoice {
  readonly files: Files
  readonly outcome?: string
  readonly task?: string
  readonly wave?: number
  readonly attempt?: number
  /** What it started from. */
  readonly base?: string
  /** More parents. */
  readonly parents?: readonly string[]
}

export interface WorkedWaveWish {
  readonly issue?: number
  readonly wave?: number
  /** What the workers started from: by default the feature branch, or `main` as long as there is none. */
  readonly base?: string
  /** The attempts of the matrix, where they are not the first. */
  readonly attempts?: Readonly<Record<string, number>>
  /** Legs that left nothing. */
  readonly silent?: readonly string[]
  /** On task branches instead of in bundles. */
  readonly onBranches?: boolean
  /** Of an earlier wave, to be run again. */
  readonly run?: number
}

type More = Omit<Partial<JobWish>, 'run'>

/** A run whose workers are done, made without running them. */
export interface WorkedWave {
  readonly run: number
  readonly base: string
  readonly results: string
  /** The workers' commits. */
  readonly commits: ReadonlyMap<string, string>
  integrate(more?: More): Promise<ActionEnd>
  /** After `integrate`, whose file it is given. */
  land(more?: More): Promise<ActionEnd>
  /** Both in one job. */
  all(more?: More): Promise<ActionEnd>
}

export async function workedWave(
  world: HostedWorld,
  workers: Readonly<Record<string, Files | WorkerChoice>>,
  wish: WorkedWaveWish = {},
): Promise<WorkedWave> {
  const { issue = 7, wave = 1, attempts = {}, silent = [], onBranches = false } = wish
  const { checkout, served } = world
  checkout.git('fetch', '--quiet', 'origin', '+refs/heads/*:refs/remotes/origin/*')
  const feature = `opencode/issue-${issue}`
  const base = wish.base ?? findTip(world, feature)
  const run = wish.run ?? (await world.startRun({ issue_number: String(issue) }))
  const commits = new Map<string, string>()
  for (const [id, worker] of Object.entries(workers)) {
    const choice = isChoice(worker) ? worker : { files: worker }
    const commit = commitResult(world, id, { wave, base, attempt: attempts[id] ?? 1, ...choice })
    commits.set(id, commit)
    if (onBranches)
      served.git('fetch', '--quiet', checkout.dir, `${commit}:refs/heads/${feature}-task-${id}`)
    else bundle(checkout.dir, { commit, base, folder: join(world.results(run), `result-${id}`) })
  }
  const legs = [...Object.keys(workers), ...silent]
  const include = legs.map((id) => ({ task_id: id, attempt: attempts[id] ?? 1 }))
  const inputs = {
    ...{ issue_number: issue, wave, base_sha: base, branch: feature },
    matrix: JSON.stringify({ include }),
    ...(onBranches ? {} : { results: world.results(run) }),
  }
  let integration: string | undefined
  const job = (name: 'integrate' | 'land', own: JobWish['inputs'], more: More) =>
    world.job(name, { run, ...more, inputs: { ...inputs, ...own, ...more.inputs } })
  return {
    ...{ run, base, commits, results: world.results(run) },
    async integrate(more = {}) {
      const end = await job('integrate', { phase: 'integrate' }, more)
      integration = end.outputs.integration
      return end
    },
    land: (more = {}) =>
      job('land', { phase: 'land', integration: integration ?? join(world.dir, 'none') }, more),
    all: (more = {}) => job('land', { phase: 'all' }, more),
  }
}

function findTip({ served }: HostedWorld, feature: string): string {
  const branches = served.git('for-each-ref', '--format=%(refname:short)').split('\n')
  return served.git('rev-parse', `refs/heads/${branches.includes(feature) ? feature : 'main'}`)
}

function isChoice(worker: Files | WorkerChoice): worker is WorkerChoice {
  return typeof worker.files === 'object' && !(worker.files instanceof Uint8Array)
}

function commitResult(
  { checkout }: HostedWorld,
  id: string,
  worker: WorkerChoice & { readonly base: string; readonly wave: number; readonly attempt: number },
): string {
  const { files, outcome = 'done', task = id, wave, attempt, base, parents = [] } = worker
  const trailers = { Task: task, Wave: wave, Attempt: attempt, Outcome: outcome }
  const lines = Object.entries(trailers).map(([name, value]) => `Wavefront-${name}: ${value}`)
  const message = `feat(${task}): Task ${task}\n\n${lines.join('\n')}\n`
  return checkout.commitOn([base, ...parents], files, message)
}

const ref = 'refs/wavefront/result'

function bundle(
  cwd: string,
  {
    commit,
    base,
    folder,
  }: { readonly commit: string; readonly base: string; readonly folder: string },
): void {
  mkdirSync(folder, { recursive: true })
  runGit(['update-ref', ref, commit], { cwd })
  runGit(['bundle', 'create', '--quiet', join(folder, 'result.bundle'), ref, `^${base}`], { cwd })
  runGit(['update-ref', '-d', ref], { cwd })
}
