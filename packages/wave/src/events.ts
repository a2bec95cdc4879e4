import type { AttemptEnd, TaskId } from '@wavefront/tasks'
import type { FlakyRun } from './integrate-wave.ts'
import type { CommitSha } from './names.ts'
import type { Resolution } from './ports/index.ts'
import type { PreparedWave } from './prepare-wave.ts'

/** What happens in a run, as it happens. Live tables, logs and the report are all made from these. */
export type WaveEvent =
  | { readonly is: 'prepared'; readonly wave: PreparedWave }
  | TaskStarted
  | { readonly is: 'task-checked'; readonly id: TaskId }
  | { readonly is: 'task-said'; readonly id: TaskId; readonly line: string }
  | TaskEnded
  | {
      readonly is: 'base-merged'
      readonly wave: number
      readonly commit: CommitSha
      readonly resolutions: readonly Resolution[]
    }
  | {
      readonly is: 'merging'
      readonly wave: number
      readonly ids: readonly TaskId[]
      readonly at: Date
    }
  | { readonly is: 'task-merged'; readonly id: TaskId; readonly resolutions: readonly Resolution[] }
  | {
      readonly is: 'task-requeued'
      readonly id: TaskId
      readonly why: string
      readonly paths: readonly string[]
    }
  | { readonly is: 'verifying'; readonly ids: readonly TaskId[] }
  | { readonly is: 'verified'; readonly ids: readonly TaskId[]; readonly green: boolean }
  | ({ readonly is: 'flaky' } & FlakyRun)
  | WaveLanded

export interface TaskStarted {
  readonly is: 'task-started'
  readonly id: TaskId
  readonly title: string
  readonly wave: number
  readonly attempt: number
  readonly lane: number
  readonly at: Date
  readonly log: string
}

export interface TaskEnded {
  readonly is: 'task-ended'
  readonly id: TaskId
  readonly at: Date
  readonly outcome: AttemptEnd | 'done' | 'interrupted'
  readonly reason?: string
  readonly commit?: CommitSha
  readonly kept?: string
}

export interface WaveLanded {
  readonly is: 'landed'
  readonly wave: number
  readonly at: Date
  readonly tip: CommitSha
  readonly ends: readonly {
    readonly id: TaskId
    readonly end: AttemptEnd
    readonly reason?: string
  }[]
  readonly checks: 'passed' | 'failed' | 'none'
}

export type Progress = (event: WaveEvent) => void
