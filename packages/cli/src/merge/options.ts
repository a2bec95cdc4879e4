import type { MergePolicy } from '@wavefront/wave'

/** `wavefront merge` as it was typed. */
export interface MergeOptions {
  readonly onto: string
  readonly checks?: string
  readonly checksEnv: readonly string[]
  readonly checksTimeout: number
  readonly jobs: number
  readonly onRed: 'bisect' | 'stop'
  readonly conflicts: MergePolicy['conflicts']
  readonly maxOverwrittenLines?: number
  readonly overlap: MergePolicy['overlap']
  readonly keepInserts?: boolean
  readonly resolver?: string
  readonly dryRun?: boolean
  readonly json?: boolean
}
