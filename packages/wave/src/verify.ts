import type { TaskId } from '@wavefront/tasks'
import type { Progress } from './events.ts'
import { Interrupted } from './interrupted.ts'
import type { MergedBatch } from './merge-batch.ts'
import type { Checks, Workspaces } from './ports/index.ts'

export interface VerifyPorts {
  readonly workspaces: Workspaces
  readonly checks: Checks
  readonly progress: Progress
  readonly logFor: (name: string) => string
}

/** Runs the checks on merged trees and remembers the verdicts: apart from the one re-run, no tree twice. */
export interface Verifier {
  isGreen(batch: MergedBatch, options?: { readonly again: boolean }): Promise<boolean>
  /** This tree, or this commit, is known to be green. */
  trust(tree: string | undefined): void
  /** Why the checks were red, the last time that this task was the last of the batch; or the last time at all. */
  reason(id?: TaskId): string
}

export function createVerifier(
  ports: VerifyPorts,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Verifier {
  const verdicts = new Map<string, boolean>()
  const reasons = new Map<TaskId | undefined, string>()
  let runs = 0

  async function runChecks(batch: MergedBatch): Promise<boolean> {
    const ids = batch.merged.map(({ result }) => result.id)
    ports.progress({ is: 'verifying', ids })
    const workspace = await ports.workspaces.open(batch.to)
    runs += 1
    const log = ports.logFor(`${name}.checks-${runs}`)
    const end = await ports.checks
      .run({ dir: workspace.dir, log, signal, onLine: () => {} })
      .finally(() => workspace.close({ keep: false }))
    if (end.is === 'interrupted') throw new Interrupted()
    if (end.is !== 'succeeded') {
      const reason = end.tail === '' ? end.why : `${end.why}\n${end.tail}`
      for (const key of [ids.at(-1), undefined]) reasons.set(key, reason)
    }
    ports.progress({ is: 'verified', ids, green: end.is === 'succeeded' })
    return end.is === 'succeeded'
  }

  return {
    async isGreen(batch, { again } = { again: false }) {
      const tree = batch.tree ?? batch.to
      const known = verdicts.get(tree)
      if (known !== undefined && !again) return known
      const green = await runChecks(batch)
      verdicts.set(tree, green)
      return green
    },
    trust(tree) {
      if (tree !== undefined) verdicts.set(tree, true)
    },
    reason: (id) => reasons.get(id) ?? reasons.get(undefined) ?? '',
  }
}
