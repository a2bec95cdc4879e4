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
  /** Why nothing is merged, where that is no branch's fault: a sentence, and a log after its first line. */
  readonly problem?: string
  /** Checks that were red and then green. */
  readonly flaky?: readonly FlakyMerge[]
}

export interface FlakyMerge {
  /** What was merged when they were red. */
  readonly branches: readonly string[]
  /** The end of the log. */
  readonly reason: string
}

export interface MergedBranch {
  readonly name: string
  /**
   * `requeued`: to be done again. `set-aside`: for a person. `ejected`: the checks are red with it.
   * `waiting`: not merged, and nothing is known against it.
   */
  readonly is: 'merged' | 'requeued' | 'set-aside' | 'ejected' | 'waiting'
  /** The merge, or what the tip has become with it. */
  readonly commit?: string
  /** Why it is not merged: a sentence, or a log after its first line. */
  readonly why?: string
  /** The files that stood in the way. */
  readonly paths?: readonly string[]
  readonly resolutions: readonly SettledPlace[]
}
