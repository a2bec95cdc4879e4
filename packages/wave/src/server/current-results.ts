import type { TaskResult } from '../ports/index.ts'
import { nextAttempt, type PreparedWave } from '../prepare-wave.ts'

/**
 * The results that still count, in the order of the graph: of open tasks, and of the attempt that comes
 * next. A job that is run again brings others, too, which have landed or are recorded already.
 */
export function currentResults(
  {
    graph,
    attempts,
    landed,
    pending,
  }: Pick<PreparedWave, 'graph' | 'attempts' | 'landed' | 'pending'>,
  results: readonly TaskResult[],
): readonly TaskResult[] {
  const done = new Set(landed.map(({ id, attempt }) => `${id} ${attempt}`))
  const fresh = new Map(
    [...pending, ...results]
      .filter(({ id, attempt }) => {
        const isOpen = graph.find(id)?.state === 'open'
        return isOpen && attempt === nextAttempt({ attempts }, id) && !done.has(`${id} ${attempt}`)
      })
      .map((result) => [result.id, result]),
  )
  return graph.tasks.flatMap(({ id }) => fresh.get(id) ?? [])
}
