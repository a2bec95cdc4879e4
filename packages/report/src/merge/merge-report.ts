import type { SettledPlace } from '../run-report.ts'

/** What a merge of several branches onto one did, or would do, as data. */
export interface MergeReport {
  /** The branch onto which the others were merged. */
  readonly onto: string
  /** The last commit after all merges, and its tree. */
  readonly tip: string
  readonly tree: string
  /** In the order of merging. */
  readonly branches: readonly MergedBranch[]
}

export interface MergedBranch {
  readonly name: string
  /** `requeued`: to be done again. `set-aside`: for a person. `ejected`: the checks are red with it. */
  readonly is: 'merged' | 'requeued' | 'set-aside' | 'ejected'
  /** The merge, or what the tip has become with it. */
  readonly commit?: string
  /** Why it is not merged: a sentence, or a log after its first line. */
  readonly why?: string
  /** The files that stood in the way. */
  readonly paths?: readonly string[]
  readonly resolutions: readonly SettledPlace[]
}
