import type { Config } from '@wavefront/config'
import { UserError, unwrap } from '@wavefront/errors'
import { buildGraph, isUnder, type Task, type TaskGraph, type TaskId } from '@wavefront/tasks'
import {
  type Branches,
  findIssueEpics,
  type PreparedWave,
  type PrepareOptions,
  planWave,
  type TaskStore,
} from '@wavefront/wave'

export interface FoundWave {
  readonly prepared: PreparedWave
  /** With which it was prepared, and can be prepared again. */
  readonly options: PrepareOptions
}

/** The part of `Hosting` that is read for it. */
export interface WaveSource {
  readonly remote: {
    readonly store: Pick<TaskStore, 'read'>
    readonly branches: Pick<Branches, 'read'>
    /** For people. */
    readonly storeAt: string
  }
  readonly config: Pick<Config, 'maxTasks' | 'maxAttempts' | 'conflicts'>
}

export interface WaveWish {
  readonly issueNumber?: number | undefined
  readonly epic?: string | undefined
  readonly repository: string
}

/** What to do next for an issue: the tasks below its epic, or all where the store has no epic for it. */
export async function findWave({ remote, config }: WaveSource, wish: WaveWish): Promise<FoundWave> {
  const [stored, branches] = await Promise.all([remote.store.read(), remote.branches.read()])
  const graph = unwrap(buildGraph(stored.tasks))
  const under = findEpic(graph.tasks, wish)
  const { maxTasks, maxAttempts, conflicts } = config
  const policy = { maxTasks, maxAttempts, merging: { conflicts } }
  const options = { policy, ...(under ? { under } : {}) }
  refuseEmpty(graph, under, remote.storeAt)
  return { options, prepared: planWave({ stored, branches }, options) }
}

/** Epics that stand for other issues say that this store is one in which each issue has its own. */
function refuseOthers(tasks: readonly Task[], issue: number): void {
  const isIssue = /^(gh-|#|\S+\/\S+#)\d+$|\/issues\/\d+$/i
  const other = tasks.find(
    ({ kind, externalRef = '' }) => kind === 'epic' && isIssue.test(externalRef),
  )
  if (other === undefined) return
  throw new UserError({
    what: `no epic stands for issue #${issue}, while ${other.id} stands for ${other.externalRef}: its tasks are not this issue's`,
    where: 'issue_number',
    fix: `give the issue's epic its reference: \`bd update <epic> --external-ref gh-${issue}\``,
  })
}

/** Nothing to do at all would look as if all were done. */
function refuseEmpty(graph: TaskGraph, under: TaskId | undefined, where: string): void {
  const isOurs = (task: Task) => under === undefined || isUnder(graph, task, under)
  if (graph.tasks.some((task) => task.kind === 'task' && isOurs(task))) return
  throw new UserError({
    what: under === undefined ? 'there are no tasks' : `there are no tasks below the epic ${under}`,
    where,
    fix: 'write tasks into the store first, below the epic that stands for the issue',
  })
}

function findEpic(
  tasks: readonly Task[],
  { issueNumber, epic, repository }: WaveWish,
): TaskId | undefined {
  if (epic !== undefined) return requireEpic(tasks, epic)
  if (issueNumber === undefined) return undefined
  const [found, ...others] = findIssueEpics(tasks, issueNumber, repository)
  if (found === undefined) refuseOthers(tasks, issueNumber)
  if (found === undefined || others.length === 0) return found
  const all = [found, ...others]
  throw new UserError({
    what: `${all.length} open epics stand for issue #${issueNumber}: ${all.join(', ')}`,
    where: 'issue_number',
    fix: `close all but one of them, or say which: write \`epic: ${found}\``,
  })
}

/** Below a task there is nothing, and a wave of nothing would look as if all were done. */
function requireEpic(tasks: readonly Task[], epic: string): TaskId {
  const found = tasks.find(({ id }) => id === epic)
  const isAbove = found?.kind === 'epic' || tasks.some(({ parent }) => parent === epic)
  if (found && isAbove) return found.id
  throw new UserError({
    what: found
      ? `${JSON.stringify(epic)} is a task and not an epic`
      : `there is no epic ${JSON.stringify(epic)} in the task store`,
    where: 'epic',
    fix: 'write the id of an epic in the store, or leave it out',
  })
}
