import type { TaskResult } from '../ports/index.ts'
import { nextAttempt, type PreparedWave } from '../prepare-wave.ts'

type Known = Pick<PreparedWave, 'graph' | 'attempts' | 'landed'>

/**
 * The results that still count, in the order of the graph: of open tasks, and of the attempt that comes
 * next. A job that is run again brings others, too, which have landed or are recorded already.
 */
export function currentResults(
  prepared: Known & Pick<PreparedWave, 'pending'>,
  results: readonly TaskResult[],
): readonly TaskResult[] {
  const { graph, pending } = prepared
  const isFresh = isNew(prepared)
  const fresh = new Map(
    [...pending, ...results]
      .filter((result) => graph.find(result.id)?.state === 'open' && isFresh(result))
      .map((result) => [result.id, result]),
  )
  return graph.tasks.flatMap(({ id }) => fresh.get(id) ?? [])
}

/** Work on a task that somebody closed, paused or removed while the agent was at it. */
export interface LateResult {
  readonly result: TaskResult
  readonly task: 'closed' | 'paused' | 'gone'
}

/** Their word counts, so it does not land; it is kept for them. */
export function lateResults(
  prepared: Known,
  results: readonly TaskResult[],
): readonly LateResult[] {
  const { graph } = prepared
  return results.filter(isNew(prepared)).flatMap((result): LateResult[] => {
    const { state: task = 'gone' } = graph.find(result.id) ?? {}
    const isWork = result.commit !== undefined && result.outcome !== 'no-changes'
    return isWork && task !== 'open' ? [{ result, task }] : []
  })
}

/** As it is to be published: on its own branch the work of a paused task is found when it goes on. */
export function asKept({ result, task }: LateResult): TaskResult {
  return task === 'paused' || result.outcome !== 'done' ? result : { ...result, outcome: 'failed' }
}

function isNew({ attempts, landed }: Known): (result: TaskResult) => boolean {
  const done = new Set(landed.map(({ id, attempt }) => `${id} ${attempt}`))
  return ({ id, attempt }) =>
    attempt === nextAttempt({ attempts }, id) && !done.has(`${id} ${attempt}`)
}
