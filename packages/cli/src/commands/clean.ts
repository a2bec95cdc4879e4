import { access, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import {
  deleteFailedBranches,
  findFailedBranches,
  findWorkspaces,
  openRepository,
  type Repository,
  removeWorkspaces,
} from '@wavefront/git'
import { exitCodes } from '../exit-codes.ts'
import { whileAlone } from '../run/run-lock.ts'

export interface CleanOptions {
  readonly runs?: boolean
  readonly branches?: boolean
  readonly dryRun?: boolean
}

/** `wavefront clean`: removes worktrees, and on request reports and failed work, and says what. */
export async function clean(options: CleanOptions): Promise<number> {
  const repository = await openRepository(process.cwd())
  const removed = options.dryRun
    ? await find(repository, options)
    : await whileAlone(repository, () => remove(repository, options))
  const verb = options.dryRun ? 'would be removed' : 'removed'
  for (const what of removed) console.log(`${verb}: ${what}`)
  if (removed.length === 0) console.log('There is nothing to remove.')
  return exitCodes.done
}

async function find(repository: Repository, options: CleanOptions): Promise<string[]> {
  const runs = runsOf(repository)
  const worktrees = await findWorkspaces(repository, 'with-kept')
  return describe(repository, {
    worktrees,
    branches: options.branches ? await findFailedBranches(repository) : [],
    runs: options.runs && (await exists(runs)) ? [runs] : [],
  })
}

async function remove(repository: Repository, options: CleanOptions): Promise<string[]> {
  const found = await find(repository, options)
  await removeWorkspaces(repository, 'with-kept')
  if (options.branches) await deleteFailedBranches(repository)
  if (options.runs) await rm(runsOf(repository), { recursive: true, force: true })
  return found
}

function describe(
  { top }: Repository,
  found: Record<'worktrees' | 'branches' | 'runs', readonly string[]>,
): string[] {
  return [
    ...found.worktrees.map((dir) => `the worktree ${relative(top, dir)}`),
    ...found.branches.map((branch) => `the branch ${branch}`),
    ...found.runs.map((dir) => `reports and logs in ${relative(top, dir)}`),
  ]
}

function runsOf({ top }: Repository): string {
  return join(top, '.wavefront', 'runs')
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
