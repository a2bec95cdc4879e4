import type { TaskId } from '@wavefront/tasks'
import type { Progress } from './events.ts'
import { Interrupted } from './interrupted.ts'
import type { MergedBatch } from './merge-batch.ts'
import type { Checks, Workspaces } from './ports/index.ts'

export interface VerifyPorts {
  readonly workspaces: Workspaces
  readonly checks: Checks
  readonly clock: () => Date
  readonly progress: Progress
  readonly logFor: (name: string) => string
}

export interface VerifyOptions {
  readonly name: string
  readonly signal: AbortSignal
  /** No run goes on after this, and none begins that would not be done by then. */
  readonly deadline?: Date
}

/** Runs the checks on merged trees and remembers the verdicts: no tree twice, unless it is asked for. */
export interface Verifier {
  /** Safe to be asked for several trees at once, as far as there are workspaces. */
  isGreen(batch: MergedBatch, options?: { readonly again: boolean }): Promise<boolean>
  /** This tree, or this commit, is known to be green. */
  trust(tree: string | undefined): void
  /** The verdict, where there is one without another run. */
  known(batch: MergedBatch): boolean | undefined
  /** All that has been run, in order. */
  readonly runs: readonly CheckRun[]
  /** Why this tree was red the last time. */
  reason(batch: MergedBatch): string
}

export interface CheckRun {
  readonly batch: MergedBatch
  readonly tree: string
  readonly ids: ReadonlySet<TaskId>
  readonly green: boolean
  /** The end of the log, where they were red. */
  readonly reason: string
}

/** There is no time left to verify any more. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
}

export function createVerifier(ports: VerifyPorts, options: VerifyOptions): Verifier {
  const verdicts = new Map<string, boolean>()
  const underWay = new Map<string, Promise<boolean>>()
  const runs: CheckRun[] = []
  const time = keepTime(ports.clock, options.deadline)
  let started = 0

  async function runChecks(batch: MergedBatch): Promise<boolean> {
    const ended = time.begin()
    const ids = batch.merged.map(({ result }) => result.id)
    ports.progress({ is: 'verifying', ids })
    started += 1
    const log = ports.logFor(`${options.name}.checks-${started}`)
    const workspace = await ports.workspaces.open(batch.to)
    const { signal, release } = time.limit(options.signal)
    const end = await ports.checks
      .run({ dir: workspace.dir, log, signal, onLine: () => {} })
      .finally(() => workspace.close({ keep: false }))
      .finally(release)
    if (end.is === 'interrupted') throw options.signal.aborted ? new Interrupted() : new OutOfTime()
    ended()
    const green = end.is === 'succeeded'
    const reason = end.is === 'succeeded' ? '' : withTail(end)
    runs.push({ batch, tree: treeOf(batch), ids: new Set(ids), green, reason })
    ports.progress({ is: 'verified', ids, green })
    return green
  }

  return {
    async isGreen(batch, { again } = { again: false }) {
      const tree = treeOf(batch)
      const known = verdicts.get(tree)
      if (known !== undefined && !again) return known
      const run = underWay.get(tree) ?? runChecks(batch)
      underWay.set(tree, run)
      const green = await run.finally(() => underWay.delete(tree))
      verdicts.set(tree, green)
      return green
    },
    trust(tree) {
      if (tree !== undefined) verdicts.set(tree, true)
    },
    known: (batch) => verdicts.get(treeOf(batch)),
    runs,
    reason: (batch) =>
      runs.findLast(({ green, tree }) => !green && tree === treeOf(batch))?.reason ?? '',
  }
}

/** Red runs of what was green another time, or with still more merged: chance, or a task that needed a later one. */
export function findFlaky(runs: readonly CheckRun[]): readonly CheckRun[] {
  const greens = runs.filter(({ green }) => green)
  return runs.filter(
    (run) => !run.green && greens.some(({ ids }) => [...run.ids].every((id) => ids.has(id))),
  )
}

function treeOf({ tree, to }: MergedBatch): string {
  return tree ?? to
}

function withTail({ why, tail }: { readonly why: string; readonly tail: string }): string {
  return tail === '' ? why : `${why}\n${tail}`
}

/** The longest run so far says how long the next one may take. */
function keepTime(clock: () => Date, deadline: Date | undefined) {
  let longest = 0
  const left = () => (deadline ? deadline.getTime() - clock().getTime() : Number.POSITIVE_INFINITY)
  return {
    begin() {
      if (left() <= longest) throw new OutOfTime()
      const from = clock().getTime()
      return () => {
        longest = Math.max(longest, clock().getTime() - from)
      }
    },
    limit(signal: AbortSignal): { signal: AbortSignal; release: () => void } {
      if (!deadline) return { signal, release: () => {} }
      const late = new AbortController()
      const timer = setTimeout(() => late.abort(), Math.min(left(), 2 ** 31 - 1))
      const release = () => clearTimeout(timer)
      return { signal: AbortSignal.any([signal, late.signal]), release }
    },
  }
}
