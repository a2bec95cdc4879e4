import { UserError, unwrap } from '@wavefront/errors'
import { buildGraph, isTaskId, type TaskId } from '@wavefront/tasks'
import { findIssueEpic, type PreparedWave, type PrepareOptions, planWave } from '@wavefront/wave'
import type { Hosting } from './open-hosting.ts'

export interface FoundWave {
  readonly prepared: PreparedWave
  /** With which it was prepared, and can be prepared again. */
  readonly options: PrepareOptions
}

export interface WaveWish {
  readonly issueNumber?: number | undefined
  readonly epic?: string | undefined
  readonly repository: string
}

/** What to do next for an issue: the tasks below its epic, or all where the store has no epic for it. */
export async function findWave(
  { remote, config }: Pick<Hosting, 'remote' | 'config'>,
  wish: WaveWish,
): Promise<FoundWave> {
  const [stored, branches] = await Promise.all([remote.store.read(), remote.branches.read()])
  const { tasks } = unwrap(buildGraph(stored.tasks))
  const under =
    wish.epic === undefined
      ? wish.issueNumber && findIssueEpic(tasks, wish.issueNumber, wish.repository)
      : requireEpic(wish.epic, new Set(tasks.map(({ id }) => id)))
  const { maxTasks, maxAttempts } = config
  const options = { policy: { maxTasks, maxAttempts }, ...(under ? { under } : {}) }
  return { options, prepared: planWave({ stored, branches }, options) }
}

function requireEpic(epic: string, known: ReadonlySet<TaskId>): TaskId {
  if (isTaskId(epic) && known.has(epic)) return epic
  throw new UserError({
    what: `there is no epic ${JSON.stringify(epic)} in the task store`,
    where: 'epic',
    fix: 'write the id of an epic in the store, or leave it out',
  })
}
