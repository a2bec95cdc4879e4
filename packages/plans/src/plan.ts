import type { Task } from '@wavefront/tasks'

export type PlanFormat = 'json' | 'markdown' | 'openspec' | 'taskmaster'

/** What somebody wrote down to be done, before it is anybody's store. */
export interface Plan {
  /** A slug: the id of the plan's epic in a store, and the prefix of its tasks there. */
  readonly name: string
  readonly title: string
  readonly tasks: readonly Task[]
  /** What was chosen, changed or passed over, in a sentence each. */
  readonly notes: readonly string[]
}

export interface PlanFile {
  /** From the repository's root, so that a plan has the same name wherever it is read. */
  readonly path: string
  readonly text: string
  /** The longer texts beside a TaskMaster file, by path: those in its `longTextsFolder`. */
  readonly texts?: ReadonlyMap<string, string>
}

export interface PlanOptions {
  /** Which list of a TaskMaster file. */
  readonly tag?: string
  /** Instead of finding out. */
  readonly format?: PlanFormat
}

/** Where a plan is looked for when nobody names one, in this order. */
export const planPaths: readonly string[] = [
  '.taskmaster/tasks/tasks.json',
  'tasks/tasks.json',
  'plan.json',
  'tasks.md',
]
