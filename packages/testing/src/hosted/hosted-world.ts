import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Files } from '../git/files.ts'
import { type GitWorld, gitWorld } from '../git/git-world.ts'
import type { GitServer, ServedRepository } from '../git-server/index.ts'
import { startGitServer } from '../git-server/index.ts'
import { type FakeGitHub, startFakeGitHub } from '../github/index.ts'
import { type ActionEnd, type Kill, runActionBundle } from './run-action.ts'

export interface HostedWish {
  /** Of the first commit on `main`, besides the configuration and the tasks. */
  readonly files?: Files
  /** `.github/wavefront.yml`. */
  readonly config: string
  /** The issues of `.beads/issues.jsonl`; none leaves the file out. */
  readonly issues?: readonly object[]
  readonly delayMs?: number
  /** For measurements: no request pays for being the first of its kind. */
  readonly warm?: boolean
  readonly title?: string
}

/** The jobs of a workflow by the permissions that the shipped workflow gives them. */
const permissions = {
  ready: { contents: 'read', issues: 'write', 'pull-requests': 'read' },
  execute: { contents: 'read' },
  integrate: { contents: 'read' },
  land: {
    contents: 'write',
    'pull-requests': 'write',
    issues: 'write',
    statuses: 'write',
    actions: 'write',
  },
} as const

export type JobName = keyof typeof permissions

export interface WaveRun {
  readonly id: number
  readonly ready: ActionEnd
  readonly tasks: ReadonlyMap<string, ActionEnd>
  readonly integrate?: ActionEnd
  readonly land?: ActionEnd
}

export interface JobWish {
  readonly run: number
  readonly inputs: Readonly<Record<string, string | number | undefined>>
  readonly workspace?: string
  readonly token?: string
  readonly node?: string
  readonly kill?: Kill
  readonly env?: Readonly<Record<string, string>>
}

/** A repository on a server, and the three actions as processes against it, job by job as the shipped workflow has them. */
export interface HostedWorld {
  readonly github: FakeGitHub
  readonly git: GitServer
  readonly served: ServedRepository
  /** A person's clone. */
  readonly checkout: GitWorld
  readonly dir: string
  /** Registers a run of the caller's workflow; the ids of runs that were dispatched are in `github.runs.all`. */
  startRun(inputs?: Readonly<Record<string, string>>): Promise<number>
  job(name: JobName, wish: JobWish): Promise<ActionEnd>
  /** All four jobs of a run, in order, the workers one after another. */
  wave(wish?: { run?: number; inputs?: Readonly<Record<string, string>> }): Promise<WaveRun>
  /** Bundles of the workers of a run, in folders by artifact. */
  results(run: number): string
  close(): Promise<void>
}

const repository = 'octo/demo'
export const callerWorkflow = '.github/workflows/wavefront.yml'

const caller = `name: Wavefront
on:
  workflow_dispatch:
    inputs:
      issue_number: { type: string }
      branch: { type: string }
      base: { type: string }
      overrides: { type: string }
jobs:
  wave:
    uses: acme/suite/.github/workflows/wave.yml@v1
`

export async function hostedWorld(wish: HostedWish): Promise<HostedWorld> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'hosted-')))
  const { issues } = wish
  const tasks = issues?.map((issue) => `${JSON.stringify(issue)}\n`).join('')
  const checkout = gitWorld({
    files: {
      '.github/wavefront.yml': wish.config,
      [callerWorkflow]: caller,
      ...(tasks === undefined ? {} : { '.beads/issues.jsonl': tasks }),
      ...wish.files,
    },
  })
  const delay = wish.delayMs === undefined ? {} : { delayMs: wish.delayMs }
  const github = await startFakeGitHub({ ...delay, warm: wish.warm ?? false })
  const git = await startGitServer({ ...github.gitAccess, ...delay })
  const served = await git.createRepository(repository, { from: checkout.dir })
  github.addRepository(repository, { git: served.path })
  github.addIssue(repository, { number: 7, title: wish.title ?? 'Add a shop' })
  checkout.git('remote', 'add', 'origin', served.path)
  const tokens = new Map<JobName, string>()
  const tokenOf = (name: JobName) => {
    const known = tokens.get(name)
    const token =
      known ??
      github.token({ type: 'github-actions', repo: repository, permissions: permissions[name] })
    tokens.set(name, token)
    return token
  }

  async function job(name: JobName, call: JobWish): Promise<ActionEnd> {
    const { run, inputs, token = tokenOf(name) } = call
    const found = github.runs.find(run)
    const event = join(dir, `event-${run}.json`)
    writeFileSync(
      event,
      JSON.stringify({ inputs: found?.inputs ?? {}, repository: { default_branch: 'main' } }),
    )
    const temp = mkdtempSync(join(dir, `${name}-`))
    const workspace = call.workspace ?? join(temp, 'workspace')
    mkdirSync(workspace, { recursive: true })
    return runActionBundle({
      action: {
        ready: 'get-ready-tasks',
        execute: 'execute-task',
        integrate: 'merge-and-finalize',
        land: 'merge-and-finalize',
      }[name],
      dir: temp,
      inputs: { token, ...inputs },
      ...(call.node === undefined ? {} : { node: call.node }),
      ...(call.kill === undefined ? {} : { kill: call.kill }),
      env: {
        GITHUB_ACTIONS: 'true',
        GITHUB_REPOSITORY: repository,
        GITHUB_RUN_ID: String(run),
        GITHUB_SERVER_URL: git.url,
        GITHUB_API_URL: github.url,
        GITHUB_EVENT_NAME: 'workflow_dispatch',
        GITHUB_EVENT_PATH: event,
        GITHUB_WORKSPACE: workspace,
        RUNNER_TEMP: temp,
        GITHUB_JOB: name,
        GITHUB_ACTOR: 'octo',
        GITHUB_REF: 'refs/heads/main',
        GITHUB_REF_NAME: 'main',
        GITHUB_SHA: '0'.repeat(40),
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        ...call.env,
      },
    })
  }

  async function startRun(inputs: Readonly<Record<string, string>> = { issue_number: '7' }) {
    const run = await github.startRun({
      workflow: 'wavefront.yml',
      actor: 'octo',
      inputs,
      group: { name: `test-${Date.now()}-${Math.random()}` },
    })
    return run.id
  }

  const results = (run: number) => join(dir, `results-${run}`)

  async function wave({
    run,
    inputs,
  }: {
    run?: number
    inputs?: Readonly<Record<string, string>>
  } = {}): Promise<WaveRun> {
    const id = run ?? (await startRun(inputs))
    const found = github.runs.find(id)
    const given = found?.inputs ?? {}
    const { issue_number, base, overrides } = given
    const place = { issue_number, base, overrides }
    const ready = await job('ready', { run: id, inputs: { ...place, branch: given.branch } })
    const { outputs } = ready
    if (ready.code !== 0 || outputs.finalize !== 'true') return { id, ready, tasks: new Map() }
    const shared = {
      ...place,
      wave: outputs.wave,
      base_sha: outputs.base_sha,
      branch: outputs.branch,
    }
    const tasks = new Map<string, ActionEnd>()
    const { include } = JSON.parse(outputs.matrix ?? '{}') as {
      include: { task_id: string; attempt: number }[]
    }
    for (const { task_id, attempt } of include) {
      const end = await job('execute', { run: id, inputs: { ...shared, task_id, attempt } })
      tasks.set(task_id, end)
      keepBundle(join(results(id), `result-${task_id}`), end)
    }
    const merging = { ...shared, matrix: outputs.matrix, results: results(id) }
    const integrate = await job('integrate', {
      run: id,
      inputs: { ...merging, phase: 'integrate' },
    })
    const land = await job('land', {
      run: id,
      inputs: {
        ...merging,
        phase: 'land',
        integration: integrate.outputs.integration ?? join(dir, 'none'),
      },
    })
    return { id, ready, tasks, integrate, land }
  }

  return {
    ...{ github, git, served, checkout, dir, startRun, job, wave, results },
    async close() {
      await Promise.all([github.close(), git.close()])
      checkout.remove()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function keepBundle(folder: string, { outputs }: ActionEnd): void {
  if (outputs.bundle === undefined) return
  mkdirSync(folder, { recursive: true })
  cpSync(outputs.bundle, join(folder, 'result.bundle'))
}
