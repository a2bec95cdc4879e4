import type { PreparedWave } from '../prepare-wave.ts'

/** Whether the next wave starts by itself; if not, why. */
export type Next =
  | { readonly is: 'dispatch' }
  | { readonly is: 'complete' }
  /** Nothing can go on without a person. */
  | { readonly is: 'stuck' }
  | { readonly is: 'stopped'; readonly why: string }

export interface NextFacts {
  /** The wave that has just ended. */
  readonly wave: number
  readonly maxWaves: number
  /** It landed a task, recorded an attempt, or left work for the next one to merge. */
  readonly madeProgress: boolean
  /** The checks are red without anybody's work. */
  readonly redBase?: string
  /** The checks are red, and a person is to decide. */
  readonly askPerson?: string
  /** There was no time to prove anything. */
  readonly outOfTime?: boolean
  /** The server does not take the work. */
  readonly refused?: string
}

export function decideNext(after: Pick<PreparedWave, 'state'>, facts: NextFacts): Next {
  const { wave, maxWaves, madeProgress, redBase, askPerson, outOfTime, refused } = facts
  if (refused !== undefined) return { is: 'stopped', why: refused }
  if (redBase !== undefined) {
    const why = "the checks fail without any of this wave's work, so nothing can be proved"
    return { is: 'stopped', why }
  }
  if (askPerson !== undefined) return { is: 'stopped', why: askPerson }
  if (outOfTime) {
    const why = "nothing of this wave could be verified in the job's time"
    return { is: 'stopped', why }
  }
  if (after.state === 'complete') return { is: 'complete' }
  if (after.state !== 'ready') return { is: 'stuck' }
  if (wave >= maxWaves) {
    return { is: 'stopped', why: `${wave} waves have run, and \`max_waves\` is ${maxWaves}` }
  }
  if (!madeProgress) {
    return { is: 'stopped', why: 'this wave neither landed a task nor counted an attempt' }
  }
  return { is: 'dispatch' }
}
