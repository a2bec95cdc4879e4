import type { MergePolicy } from '@wavefront/wave'
import type { MergingOptions } from './merger-options.ts'

/** `wavefront merge` as it was typed. */
export interface MergeOptions extends MergingOptions {
  readonly onto: string
  readonly checks?: string
  readonly checksEnv: readonly string[]
  readonly jobs: number
  readonly onRed: 'bisect' | 'stop'
  readonly conflicts: MergePolicy['conflicts']
  readonly maxOverwrittenLines?: number
  readonly overlap: MergePolicy['overlap']
  readonly dryRun?: boolean
  readonly json?: boolean
}
