import { type Task, taskId } from '@wavefront/tasks'
import {
  type ForgeWish,
  type MemoryForge,
  type MemoryRepository,
  type MemoryServer,
  type MemoryStore,
  memoryForge,
  memoryRepository,
  memoryServer,
  memoryStore,
} from '@wavefront/testing'
import {
  branchName,
  type CommitSha,
  type Finalized,
  type FinalizePorts,
  type FinalizeRequest,
  finalizeWave,
  type Integration,
  integrateWave,
  type PrepareOptions,
  prepareWave,
  type TaskResult,
} from '@wavefront/wave'

export interface ServerWorldWish {
  readonly tasks: readonly Task[]
  readonly forge?: ForgeWish
  /** The merged files are red when this says why. */
  readonly red?: (files: Readonly<Record<string, string>>) => string | undefined
}

export interface ServerWorld {
  readonly repository: MemoryRepository
  readonly store: MemoryStore
  readonly server: MemoryServer
  readonly forge: MemoryForge
  readonly ports: FinalizePorts
  readonly options: PrepareOptions
  /** Everything that was done to the world outside, in order. */
  readonly calls: string[]
  readonly checkRuns: () => number
  /** What a worker makes: these files on the tip, or none. */
  work(id: string, wish?: WorkWish): Promise<TaskResult>
  integrate(
    results: readonly TaskResult[],
    more?: Partial<Parameters<typeof integrateWave>[1]>,
  ): Promise<Integration>
  finalize(
    results: readonly TaskResult[],
    integration: Integration,
    more?: Partial<FinalizeRequest>,
  ): Promise<Finalized>
}

export interface WorkWish extends Partial<TaskResult> {
  readonly files?: Readonly<Record<string, string>>
}

export const at = new Date('2026-01-01T00:00:00Z')

/** A wave on a server, all of it in memory. */
export function aServerWorld({ tasks, forge: wish = {}, red }: ServerWorldWish): ServerWorld {
  const calls: string[] = []
  const repository = memoryRepository()
  const store = memoryStore(tasks)
  const server = memoryServer({ repository, store }, calls)
  const forge = memoryForge(wish, calls)
  let checkRuns = 0
  const ports: FinalizePorts = {
    ...forge,
    ...{ branches: repository.branches, store, server: server.server },
    history: {
      readConflicts: async () => [],
      readChanges: async () => [],
      isOnBase: async () => true,
      findLost: async () => [],
    },
    clock: () => at,
    progress: () => {},
  }
  const options: PrepareOptions = { policy: { maxTasks: 20, maxAttempts: 2 } }
  return {
    ...{ repository, store, server, forge, ports, options, calls },
    checkRuns: () => checkRuns,
    async work(id, { files = { [`${id}.txt`]: `${id}\n` }, ...more } = {}) {
      const base = await repository.branches.readTip()
      const commit = await commitFiles(repository, base, files)
      return { ...aResult(id, base), commit, ...more }
    },
    integrate: async (results, more = {}) =>
      integrateWave(
        {
          ...{ merger: repository.merger, workspaces: repository.workspaces },
          clock: () => at,
          progress: () => {},
          logFor: (name) => `/logs/${name}.log`,
          ...(red && {
            checks: {
              async run({ dir }) {
                checkRuns += 1
                const why = red(repository.filesIn(dir))
                return why === undefined ? { is: 'succeeded' } : { is: 'failed', why, tail: '' }
              },
            },
          }),
        },
        {
          tip: await repository.branches.readTip(),
          ...{ wave: 1, results, signal: new AbortController().signal },
          ...more,
        },
      ),
    finalize: async (results, integration, more = {}) =>
      finalizeWave(ports, {
        prepared: await prepareWave(ports, options),
        ...{ options, results, late: [], integration, wave: 1, maxWaves: 20 },
        feature: branchName('opencode/issue-7'),
        base: branchName('main'),
        issue: {
          ...{ number: 7, title: 'Build it', url: 'https://example.org/7' },
          ...{ isOpen: true, isPullRequest: false },
        },
        runUrl: 'https://example.org/runs/1',
        nextRun: async () => ({ workflow: 'wave.yml', on: ['main'], inputs: { branch: 'b' } }),
        ciRuns: [],
        jobs: new Map(),
        ...more,
      }),
  }
}

export function aResult(id: string, base: CommitSha): TaskResult {
  return {
    ...{ id: taskId(id), wave: 1, attempt: 1, base, outcome: 'done' },
    ...{ startedAt: at, finishedAt: at },
  }
}

async function commitFiles(
  { workspaces, filesIn }: MemoryRepository,
  base: CommitSha,
  files: Readonly<Record<string, string>>,
): Promise<CommitSha> {
  const workspace = await workspaces.open(base)
  Object.assign(filesIn(workspace.dir), files)
  const snapshot = await workspace.snapshot()
  if (snapshot.is !== 'changed') throw new Error('a result changes something')
  const message = { subject: 'work', trailers: {}, at }
  const commit = await workspace.commit(snapshot.tree, message)
  await workspace.close({ keep: false })
  return commit
}
