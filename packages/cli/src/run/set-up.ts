import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wavefront/beads'
import { UserError, unwrap } from '@wavefront/errors'
import { openRepository, type Repository } from '@wavefront/git'
import { storeTasks } from '@wavefront/plans'
import { buildGraph, deadlocked, type Task, type TaskGraph, type TaskId } from '@wavefront/tasks'
import {
  type BranchName,
  branchName,
  type CommitSha,
  defaultPolicy,
  type TaskStore,
  type WavePolicy,
} from '@wavefront/wave'
import { findEpic } from '../commands/ready.ts'
import { findPlan, readPlan } from '../source.ts'
import type { RunOptions } from './options.ts'

/** A run whose every input has been read and found good. Nothing has been changed yet. */
export interface RunSetup {
  readonly repository: Repository
  readonly title: string
  readonly feature: BranchName
  readonly base: CommitSha
  readonly under?: TaskId
  readonly store: TaskStore
  /** Where the store is, for people. */
  readonly storeAt: string
  /** Tasks of a plan that are to be written to the store first. */
  readonly planned: readonly Task[]
  readonly policy: WavePolicy
  readonly notes: readonly string[]
}

export async function setUpRun(options: RunOptions, cwd: string): Promise<RunSetup> {
  const repository = await openRepository(cwd)
  const base = await resolveBase(repository, options.base)
  const source = await openSource(options, repository.top)
  await refuseDirt(repository, options)
  const name = source.under ?? 'tasks'
  return {
    ...source,
    repository,
    base,
    feature: branchName(options.branch ?? `wavefront/${name}`),
    policy: policyOf(options),
  }
}

type OpenedSource = Pick<RunSetup, 'title' | 'store' | 'storeAt' | 'planned' | 'notes' | 'under'>

async function openSource(options: RunOptions, dir: string): Promise<OpenedSource> {
  const from = await findPlan(options, dir)
  return from === undefined ? openStored(options, dir) : openPlanned(from, options, dir)
}

async function openStored(options: RunOptions, dir: string): Promise<OpenedSource> {
  const opened = await openStore(storeOptions(options.store, dir))
  const graph = unwrap(buildGraph((await opened.store.read()).tasks))
  const under = options.epic === undefined ? undefined : findEpic(graph, options.epic)
  return {
    ...{ store: opened.store, storeAt: opened.where, planned: [], notes: [] },
    title: under === undefined ? 'Tasks' : (graph.find(under)?.title ?? under),
    ...(under === undefined ? {} : { under }),
  }
}

async function openPlanned(from: string, options: RunOptions, dir: string): Promise<OpenedSource> {
  const plan = await readPlan(from, options, dir)
  refuseDeadlocks(unwrap(buildGraph(plan.tasks)), from)
  const planned = storeTasks(plan)
  const opened = await openStore({ ...storeOptions(options.store, dir), create: true })
  return {
    ...{ store: opened.store, storeAt: opened.where, planned, notes: plan.notes },
    title: plan.title,
    under: (planned[0] as Task).id,
  }
}

function storeOptions(store: string, dir: string): Parameters<typeof openStore>[0] {
  if (store === 'auto' || store === 'embedded' || store === 'bd') return { dir, kind: store }
  return { dir, kind: 'embedded', file: join(dir, store) }
}

function refuseDeadlocks(graph: TaskGraph, where: string): void {
  const stuck = deadlocked(graph)
  if (stuck.length === 0) return
  throw new UserError({
    what: `these tasks wait for something that waits for them: ${stuck.slice(0, 20).join(', ')}`,
    where,
    fix: 'a task must not depend on its own epic or group: remove that dependency',
  })
}

async function resolveBase(repository: Repository, base = 'HEAD'): Promise<CommitSha> {
  const commit = await repository.resolve(base)
  if (commit !== undefined) return commit
  throw new UserError({
    what: `there is no commit "${base}"`,
    where: '--base',
    fix: 'name a branch, a tag or a commit of this repository',
  })
}

/** Workers start from what is committed: what is not would be missing there, and nobody would see why. */
async function refuseDirt(repository: Repository, options: RunOptions): Promise<void> {
  const ignore = ['.beads/', '.wavefront/', ...(options.from === undefined ? [] : [options.from])]
  const dirty = await repository.readDirty({ ignore })
  if (dirty.length === 0 || options.dryRun) return
  const shown = dirty.slice(0, 10).join(', ')
  throw new UserError({
    what: `the checkout has changes that are not committed: ${shown}${dirty.length > 10 ? ', …' : ''}`,
    where: repository.top,
    fix: 'commit them, or put them away with: git stash --include-untracked',
  })
}

function policyOf({
  maxTasks,
  maxAttempts,
  maxWaves,
  jobs,
  keepWorktrees,
}: RunOptions): WavePolicy {
  return {
    maxTasks: maxTasks ?? defaultPolicy.maxTasks,
    maxAttempts: maxAttempts ?? defaultPolicy.maxAttempts,
    maxWaves: maxWaves ?? defaultPolicy.maxWaves,
    jobs: jobs ?? Math.min(availableParallelism(), 4),
    keepWorktrees,
  }
}
