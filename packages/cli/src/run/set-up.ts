import { access, constants } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join, relative } from 'node:path'
import { openStore } from '@wavefront/beads'
import { type Problem, UserError, unwrap } from '@wavefront/errors'
import { checkFeature, openRepository, type Repository } from '@wavefront/git'
import { storeTasks } from '@wavefront/plans'
import { buildGraph, deadlocked, type Task, type TaskGraph, type TaskId } from '@wavefront/tasks'
import {
  type BranchName,
  branchName,
  type CommitSha,
  defaultPolicy,
  isBranchName,
  type TaskStore,
  type WavePolicy,
} from '@wavefront/wave'
import { findEpic } from '../commands/ready.ts'
import { findPlan, type Place, readPlan, storeOptions } from '../source.ts'
import type { RunOptions } from './options.ts'

/** A run whose every input has been read and found good. Nothing has been changed yet. */
export interface RunSetup {
  readonly repository: Repository
  readonly title: string
  readonly feature: BranchName
  /** The branch that the run starts from and keeps up with, or a commit. */
  readonly base: BranchName | CommitSha
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
  const place = { cwd, top: repository.top }
  const plan = await findPlan(options, place)
  const source = await openSource(plan, options, place)
  const dirt = await readDirt(repository, plan)
  if (dirt && !options.dryRun) throw new UserError(dirt)
  const feature = branchName(options.branch ?? `wavefront/${source.under ?? 'tasks'}`)
  await refuseOwnBranch(repository, feature)
  await checkFeature(repository, feature)
  if (!options.dryRun) await refuseReadOnly(repository)
  const notes = [...source.notes, ...(dirt ? [`${dirt.what}; a real run refuses that`] : [])]
  return { ...source, notes, repository, base, feature, policy: policyOf(options) }
}

type OpenedSource = Pick<RunSetup, 'title' | 'store' | 'storeAt' | 'planned' | 'notes' | 'under'>

function openSource(
  plan: string | undefined,
  options: RunOptions,
  place: Place,
): Promise<OpenedSource> {
  if (plan === undefined) return openStored(options.store, options, place)
  if (plan.endsWith('.jsonl')) return openStored(plan, options, place)
  return openPlanned(plan, options, place)
}

async function openStored(store: string, options: RunOptions, place: Place): Promise<OpenedSource> {
  const opened = await openStore(storeOptions(store, place))
  const graph = unwrap(buildGraph((await opened.store.read()).tasks))
  const under = options.epic === undefined ? undefined : findEpic(graph, options.epic)
  return {
    ...{ store: opened.store, storeAt: opened.where, planned: [], notes: [] },
    title: under === undefined ? 'Tasks' : (graph.find(under)?.title ?? under),
    ...(under === undefined ? {} : { under }),
  }
}

async function openPlanned(path: string, options: RunOptions, place: Place): Promise<OpenedSource> {
  const plan = await readPlan(path, options, place.top)
  refuseDeadlocks(unwrap(buildGraph(plan.tasks)), path)
  const planned = storeTasks(plan)
  const opened = await openStore({ ...storeOptions(options.store, place), create: true })
  return {
    ...{ store: opened.store, storeAt: opened.where, planned, notes: plan.notes },
    title: plan.title,
    under: (planned[0] as Task).id,
  }
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

async function resolveBase(
  repository: Repository,
  base: string | undefined,
): Promise<BranchName | CommitSha> {
  const name = base ?? (await repository.currentBranch()) ?? 'HEAD'
  const commit = await repository.resolve(name)
  const isBranch =
    isBranchName(name) && (await repository.resolve(`refs/heads/${name}`)) !== undefined
  if (commit !== undefined) return isBranch ? name : commit
  throw new UserError({
    what: `there is no commit "${base}"`,
    where: '--base',
    fix: 'name a branch, a tag or a commit of this repository',
  })
}

/** Workers start from what is committed: what is not would be missing there, and nobody would see why. */
async function readDirt(
  repository: Repository,
  plan: string | undefined,
): Promise<Problem | undefined> {
  const own = plan === undefined ? [] : [relative(repository.top, plan)]
  const dirty = await repository.readDirty({ ignore: ['.beads/', '.wavefront/', ...own] })
  if (dirty.length === 0) return undefined
  const shown = dirty.slice(0, 10).join(', ')
  return {
    what: `the checkout has changes that are not committed: ${shown}${dirty.length > 10 ? ', …' : ''}`,
    where: repository.top,
    fix: 'commit them, or put them away with: git stash --include-untracked',
  }
}

/** Moving the branch that is checked out would make everything in the checkout look changed. */
async function refuseOwnBranch(repository: Repository, feature: BranchName): Promise<void> {
  if ((await repository.currentBranch()) !== feature) return
  throw new UserError({
    what: `the feature branch ${feature} is checked out here`,
    where: repository.top,
    fix: 'switch to the branch that it started from (git switch main), or name another with --branch',
  })
}

/** Better found before agents have worked than after. */
async function refuseReadOnly({ top, gitDir }: Repository): Promise<void> {
  const beads = join(top, '.beads')
  const isThere = await access(beads).then(
    () => true,
    () => false,
  )
  for (const dir of [top, gitDir, ...(isThere ? [beads] : [])]) await access(dir, constants.W_OK)
}

function policyOf({
  maxTasks,
  maxAttempts,
  maxWaves,
  jobs,
  keepWorktrees,
  conflicts,
  maxOverwrittenLines,
  overlap,
}: RunOptions): WavePolicy {
  return {
    maxTasks: maxTasks ?? defaultPolicy.maxTasks,
    maxAttempts: maxAttempts ?? defaultPolicy.maxAttempts,
    maxWaves: maxWaves ?? defaultPolicy.maxWaves,
    jobs: jobs ?? Math.min(availableParallelism(), 4),
    keepWorktrees,
    merging: {
      ...{ conflicts, overlap },
      ...(maxOverwrittenLines === undefined ? {} : { maxOverwrittenLines }),
    },
  }
}
