import type { Problem } from '@wavefront/errors'
import { buildGraph, isTaskId, type Task, type TaskId } from '@wavefront/tasks'
import { findUnusable } from './check-plan.ts'
import { maxTasks } from './limits.ts'
import type { Plan } from './plan.ts'

/** A plan as far as its file could be read: a task with a fault is in it with what is good of it. */
export interface Draft {
  readonly plan: Plan
  readonly problems: readonly Problem[]
  /** A part of the file could not be read at all, and who knows which tasks are in it. */
  readonly hasGap?: boolean
}

/**
 * What keeps a draft from being a plan. Who has to mend the file anyway is told the faults of its
 * graph at once; otherwise they are for whoever builds the graph.
 */
export function findProblems(draft: Draft): Problem[] {
  const problems = [...draft.problems, ...findUnusable(draft.plan)]
  const isGraphWanted = problems.length > 0 && draft.plan.tasks.length <= maxTasks
  return isGraphWanted ? [...problems, ...graphProblems(draft)] : problems
}

function graphProblems(draft: Draft): readonly Problem[] {
  const graph = buildGraph([...draft.plan.tasks, ...standIns(draft)])
  return graph.ok ? [] : graph.problems
}

/** For tasks that may be there for all we know, or whose id is reported already: they are not unknown. */
function standIns({ plan: { tasks }, hasGap = false }: Draft): Task[] {
  const known = new Set(tasks.map(({ id }) => id))
  const named = new Set(tasks.flatMap(references))
  return [...named].filter((id) => !known.has(id) && (hasGap || !isTaskId(id))).map(standIn)
}

function references({ dependencies, parent }: Task): TaskId[] {
  return [...dependencies.map(({ on }) => on), ...(parent === undefined ? [] : [parent])]
}

function standIn(id: TaskId): Task {
  return {
    id,
    title: id,
    kind: 'task',
    state: 'open',
    priority: 2,
    dependencies: [],
    files: [],
    brief: {},
  }
}
