import type { TaskId } from '@wavefront/tasks'
import type { Review } from '../execute-task.ts'
import type { CommitSha } from '../names.ts'
import type { TaskResult } from '../ports/index.ts'

/** A leg of the matrix: who was to give a result. */
export interface Expected {
  readonly id: TaskId
  readonly attempt: number
}

export interface Admission {
  readonly wave: number
  /** What every worker had to start from. */
  readonly base: CommitSha
  readonly expected: readonly Expected[]
  readonly found: readonly Found[]
  readonly review: Review
  readonly at: Date
}

/** What a worker left: a result, or something that is none. */
export type Found =
  | { readonly is: 'result'; readonly id: TaskId; readonly result: TaskResult }
  | { readonly is: 'unreadable'; readonly id: TaskId; readonly why: string }

/**
 * One result for each leg. No worker is trusted: what is not exactly what was asked for is refused, and a
 * leg that left nothing has failed.
 */
export async function admitResults(admission: Admission): Promise<readonly TaskResult[]> {
  const found = new Map(admission.found.map((one) => [one.id, one]))
  return Promise.all(admission.expected.map((leg) => admit(leg, found.get(leg.id), admission)))
}

async function admit(
  leg: Expected,
  found: Found | undefined,
  admission: Admission,
): Promise<TaskResult> {
  if (found === undefined) {
    return without(leg, admission, 'its job ended without a result: look at the log of the job')
  }
  if (found.is === 'unreadable') {
    return without(leg, admission, `its result cannot be used: ${found.why}`)
  }
  const { result } = found
  const mismatch = findMismatch(leg, result, admission)
  if (mismatch !== undefined) {
    return without(leg, admission, `its result is not the one that was asked for: ${mismatch}`)
  }
  const { commit, ...rest } = result
  if (commit === undefined) return result
  const reason = await admission.review({ base: admission.base, to: commit })
  if (reason === undefined) return result
  // Without its commit: on a branch of failed work a changed workflow would be as alive as on any other.
  return result.outcome === 'done' ? { ...rest, outcome: 'rejected', reason } : rest
}

function findMismatch(
  { id, attempt }: Expected,
  result: TaskResult,
  { wave, base }: Admission,
): string | undefined {
  if (result.id !== id) return `it is of the task ${result.id}`
  if (result.attempt !== attempt) return `it is of attempt ${result.attempt}, not ${attempt}`
  if (result.wave !== wave) return `it is of wave ${result.wave}, not ${wave}`
  if (result.base !== base)
    return `it starts from ${result.base.slice(0, 12)}, not ${base.slice(0, 12)}`
  return undefined
}

function without(
  { id, attempt }: Expected,
  { wave, base, at }: Admission,
  reason: string,
): TaskResult {
  return { id, attempt, wave, base, outcome: 'failed', reason, startedAt: at, finishedAt: at }
}
