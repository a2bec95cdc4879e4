import type { MergePolicy } from '@wavefront/wave'
import type { MergingOptions } from '../merge/merger-options.ts'
import type { SourceOptions } from '../source.ts'

/** `wavefront run` as it was typed. */
export interface RunOptions extends SourceOptions, MergingOptions {
  readonly agent?: string
  readonly checks?: string
  readonly epic?: string
  readonly branch?: string
  readonly base?: string
  readonly jobs?: number
  readonly schedule: 'waves' | 'rolling'
  readonly maxWaves?: number
  readonly maxTasks?: number
  readonly maxAttempts?: number
  readonly agentTimeout: number
  readonly agentEnv: readonly string[]
  readonly checksEnv: readonly string[]
  readonly keepWorktrees: 'failed' | 'all' | 'none'
  readonly conflicts: MergePolicy['conflicts']
  readonly maxOverwrittenLines?: number
  readonly overlap: MergePolicy['overlap']
  readonly onRed: 'bisect' | 'stop'
  readonly approve?: boolean
  readonly dryRun?: boolean
  readonly json?: boolean
}
