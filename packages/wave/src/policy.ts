import type { MergePolicy } from './merge-policy.ts'

/** What is decided for a whole run. */
export interface WavePolicy {
  readonly maxTasks: number
  readonly maxAttempts: number
  readonly maxWaves: number
  /** How many workers at once. */
  readonly jobs: number
  readonly keepWorktrees: 'failed' | 'all' | 'none'
  readonly merging: MergePolicy
}

export const defaultPolicy: WavePolicy = {
  maxTasks: 20,
  maxAttempts: 2,
  maxWaves: 20,
  jobs: 4,
  keepWorktrees: 'failed',
  merging: { conflicts: 'theirs', overlap: 'merge' },
}
