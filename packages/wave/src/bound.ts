import type { ReportedAttempt } from '@wavefront/report'
import { criticalPath, type TaskGraph, type TaskId } from '@wavefront/tasks'

/**
 * The time that no schedule could have saved, in seconds, by the durations seen: the longest chain
 * of tasks, or all the work spread evenly over the workers, whichever is more.
 */
export function boundOf(
  graph: TaskGraph,
  attempts: ReadonlyMap<TaskId, readonly ReportedAttempt[]>,
  jobs: number,
): number {
  const seconds = new Map([...attempts].map(([id, made]) => [id, sum(made.map(secondsOf))]))
  const work = sum([...seconds.values()])
  const chain = criticalPath(graph, (task) => seconds.get(task.id) ?? 0)
  return Math.max(chain.minutes, work / jobs)
}

function secondsOf({ startedAt, finishedAt }: ReportedAttempt): number {
  return (finishedAt.getTime() - startedAt.getTime()) / 1000
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
