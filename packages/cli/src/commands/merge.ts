import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import {
  createBranches,
  createMerger,
  createWorkspaces,
  openRepository,
  type Repository,
  refuseCheckedOut,
  removeWorkspaces,
} from '@wavefront/git'
import { type MergeReport, renderMergeJson, renderMergeText } from '@wavefront/report'
import {
  type BranchName,
  type CommitSha,
  type Integration,
  integrateWave,
  type Merger,
  type Progress,
  TipMovedError,
  type WaveEvent,
  withMergePolicy,
} from '@wavefront/wave'
import { openChecks } from '../checks.ts'
import { exitCodes } from '../exit-codes.ts'
import { onInterruption } from '../interruption.ts'
import { describeMerge } from '../merge/describe-merge.ts'
import { mergerOptions } from '../merge/merger-options.ts'
import type { MergeOptions } from '../merge/options.ts'
import { type GivenBranch, readBranches, readOnto } from '../merge/read-branches.ts'
import { checkMergeOptions } from '../run/check-options.ts'
import { whileAlone } from '../run/run-lock.ts'

/** `wavefront merge`: some branches onto one, in memory, and then that one moves; nothing is checked out. */
export async function merge(names: readonly string[], options: MergeOptions): Promise<number> {
  await checkMergeOptions(options)
  const repository = await openRepository(process.cwd())
  const onto = await readOnto(repository, options.onto)
  const given = await readBranches(repository, names)
  if (!options.dryRun) await refuseCheckedOut(repository, onto.branch)
  const work = () => mergeAll(repository, { onto, given, options })
  return options.dryRun && options.checks === undefined ? work() : whileAlone(repository, work)
}

interface Merging {
  readonly onto: { readonly branch: BranchName; readonly tip: CommitSha }
  readonly given: readonly GivenBranch[]
  readonly options: MergeOptions
}

async function mergeAll(repository: Repository, merging: Merging): Promise<number> {
  const { onto, given, options } = merging
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const { signal, dispose } = onInterruption(say, 'Ending; no branch has moved.')
  const logs = await mkdtemp(join(tmpdir(), 'wavefront-merge-'))
  let isRed = false
  const progress: Progress = (event) => {
    isRed ||= event.is === 'verified' && !event.green
    tellChecks(say, logs, event)
  }
  try {
    const ports = openPorts(repository, merging, { logs, progress, signal })
    const integration = await integrateWave(ports, {
      ...{ tip: onto.tip, wave: 1, signal, onRed: options.onRed, jobs: options.jobs },
      results: given.map(({ result }) => result),
    })
    if (signal.aborted) return exitCodes.interrupted
    const report = await describeMerge(repository, merging, integration)
    if (!options.dryRun) await move(repository, onto, integration)
    tell(report, options)
    return report.branches.every(({ is }) => is === 'merged') ? exitCodes.done : exitCodes.notDone
  } catch (error) {
    if (signal.aborted) return exitCodes.interrupted
    throw error
  } finally {
    dispose()
    if (options.checks !== undefined) await removeWorkspaces(repository, 'without-kept')
    // A log is worth keeping where it says why.
    if (!isRed) await rm(logs, { recursive: true, force: true })
  }
}

function openPorts(
  repository: Repository,
  { given, options }: Merging,
  { logs, progress, signal }: { logs: string; progress: Progress; signal: AbortSignal },
): Parameters<typeof integrateWave>[0] {
  const { conflicts, overlap, maxOverwrittenLines, jobs } = options
  const logFor = (name: string) => join(logs, `${name}.log`)
  const merger = createMerger(
    repository,
    mergerOptions(repository, options, { log: logFor('locks'), signal }),
  )
  const policy = {
    ...{ conflicts, overlap },
    ...(maxOverwrittenLines === undefined ? {} : { maxOverwrittenLines }),
  }
  return {
    ...{ progress, logFor, clock: () => new Date() },
    merger: nameBranches(withMergePolicy(merger, policy), given),
    workspaces: createWorkspaces(repository, { lanes: jobs }),
    ...openChecks(options),
  }
}

/** A branch without a task is merged under its own name, and never counts as a task that has landed. */
function nameBranches(merger: Merger, given: readonly GivenBranch[]): Merger {
  const plain = new Map(
    given.filter(({ isPlain }) => isPlain).map(({ name, result }) => [result.commit, name]),
  )
  return {
    merge(request) {
      const name = plain.get(request.commit)
      return merger.merge(name === undefined ? request : { ...request, of: { is: 'branch', name } })
    },
  }
}

function tellChecks(say: (line: string) => void, logs: string, event: WaveEvent): void {
  if (event.is === 'verifying')
    say(`checking the tree with ${event.ids.join(', ') || 'nothing new'}`)
  if (event.is === 'verified')
    say(event.green ? 'the checks are green' : `the checks are red: ${logs}`)
}

async function move(
  repository: Repository,
  { branch, tip }: Merging['onto'],
  { batch: { to } }: Integration,
): Promise<void> {
  if (to === tip) return
  const branches = createBranches(repository, { feature: branch, base: branch })
  try {
    await branches.land({ from: tip, to, landed: [], setAside: [] })
  } catch (error) {
    if (!(error instanceof TipMovedError)) throw error
    const what = `somebody has moved "${branch}" meanwhile, so nothing has been merged onto it`
    throw new UserError(
      { what, where: '--onto', fix: 'run the same command again' },
      { cause: error },
    )
  }
}

function tell(report: MergeReport, { json, dryRun }: MergeOptions): void {
  if (json) {
    process.stdout.write(renderMergeJson(report))
    return
  }
  const { isTTY, columns } = process.stdout
  const colour = isTTY === true && process.env.NO_COLOR === undefined
  process.stdout.write(`${renderMergeText(report, { colour, width: columns ?? 100 }).trimEnd()}\n`)
  if (dryRun) process.stdout.write('This was a dry run: no branch has moved.\n')
}
