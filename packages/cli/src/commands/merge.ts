import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandChecks } from '@wavefront/checks'
import { childEnvironment } from '@wavefront/commands'
import {
  createBranches,
  createMerger,
  createWorkspaces,
  openRepository,
  type Repository,
  readTree,
  refuseCheckedOut,
  removeWorkspaces,
} from '@wavefront/git'
import {
  type MergedBranch,
  type MergeReport,
  renderMergeJson,
  renderMergeText,
} from '@wavefront/report'
import {
  type BranchName,
  type CommitSha,
  type Integration,
  integrateWave,
  type Merger,
  type Progress,
  withMergePolicy,
} from '@wavefront/wave'
import { exitCodes } from '../exit-codes.ts'
import { onInterruption } from '../interruption.ts'
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
  const interruption = onInterruption(say)
  try {
    const integration = await integrateWave(await openPorts(repository, merging, say), {
      ...{ tip: onto.tip, wave: 1, signal: interruption.signal },
      ...{
        results: given.map(({ result }) => result),
        onRed: options.onRed,
        jobs: options.jobs,
      },
    })
    const report = await describe(repository, merging, integration)
    if (!options.dryRun) await move(repository, onto, integration)
    tell(report, integration, options)
    return report.branches.every(({ is }) => is === 'merged') ? exitCodes.done : exitCodes.notDone
  } finally {
    interruption.dispose()
    if (options.checks !== undefined) await removeWorkspaces(repository, 'without-kept')
  }
}

async function openPorts(
  repository: Repository,
  { given, options }: Merging,
  say: (line: string) => void,
): Promise<Parameters<typeof integrateWave>[0]> {
  const { checks, checksEnv, checksTimeout, jobs } = options
  const { conflicts, overlap, maxOverwrittenLines } = options
  const logs = checks === undefined ? tmpdir() : await mkdtemp(join(tmpdir(), 'wavefront-checks-'))
  const policy = {
    ...{ conflicts, overlap },
    ...(maxOverwrittenLines === undefined ? {} : { maxOverwrittenLines }),
  }
  return {
    merger: nameBranches(
      withMergePolicy(createMerger(repository, mergerOptions(options)), policy),
      given,
    ),
    workspaces: createWorkspaces(repository, {
      lanes: jobs,
    }),
    clock: () => new Date(),
    progress: tellChecks(say, logs),
    logFor: (name) => join(logs, `${name}.log`),
    ...(checks === undefined
      ? {}
      : {
          checks: commandChecks({
            line: checks,
            env: childEnvironment(process.env, { also: checksEnv }),
            timeoutSeconds: checksTimeout * 60,
          }),
        }),
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

function tellChecks(say: (line: string) => void, logs: string): Progress {
  return (event) => {
    if (event.is === 'verifying')
      say(`checking the tree with ${event.ids.join(', ') || 'nothing new'}`)
    if (event.is === 'verified')
      say(event.green ? 'the checks are green' : `the checks are red: ${logs}`)
    if (event.is === 'flaky')
      say(`the checks are flaky: red and green with ${event.ids.join(', ')}`)
  }
}

async function move(
  repository: Repository,
  { branch, tip }: Merging['onto'],
  { batch: { to } }: Integration,
): Promise<void> {
  if (to === tip) return
  const branches = createBranches(repository, { feature: branch, base: branch })
  await branches.land({ from: tip, to, landed: [], setAside: [] })
}

async function describe(
  repository: Repository,
  { onto, given }: Merging,
  integration: Integration,
): Promise<MergeReport> {
  const { batch } = integration
  return {
    ...{
      onto: onto.branch,
      tip: batch.to,
      tree: batch.tree ?? (await readTree(repository, batch.to)),
    },
    branches: given.map((one) => describeBranch(one, integration)),
  }
}

function describeBranch(
  { name, result }: GivenBranch,
  { batch, ejected, redBase, stopped }: Integration,
): MergedBranch {
  const merged = batch.merged.find((one) => one.result.id === result.id)
  if (merged) {
    return { name, is: 'merged', commit: merged.commit, resolutions: merged.resolutions }
  }
  const requeued = batch.requeued.find((one) => one.result.id === result.id)
  if (requeued) {
    const { why, isForPerson, paths } = requeued
    const is = isForPerson ? 'set-aside' : 'requeued'
    return { name, is, why, ...(paths && { paths }), resolutions: [] }
  }
  const why =
    ejected.find((one) => one.result.id === result.id)?.reason ??
    redBase ??
    stopped ??
    'its checks have not ended in time'
  return { name, is: 'ejected', why, resolutions: [] }
}

function tell(report: MergeReport, { redBase }: Integration, options: MergeOptions): void {
  if (options.json) {
    process.stdout.write(`${renderMergeJson(report)}\n`)
    return
  }
  const { isTTY, columns } = process.stdout
  const colour = isTTY === true && process.env.NO_COLOR === undefined
  process.stdout.write(`${renderMergeText(report, { colour, width: columns ?? 100 }).trimEnd()}\n`)
  if (redBase !== undefined) {
    process.stdout.write(`The checks fail on ${report.onto} itself, so nothing was merged.\n`)
  }
  if (options.dryRun) process.stdout.write('This was a dry run: no branch has moved.\n')
}
