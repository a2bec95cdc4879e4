import { renderTaskSummary } from '@wavefront/report'
import type { Task } from '@wavefront/tasks'
import type { Change, TaskResult } from '@wavefront/wave'

export function summarise(task: Task, result: TaskResult, changes: readonly Change[]): string {
  const { id, attempt, wave, outcome, reason, commit, startedAt, finishedAt } = result
  return renderTaskSummary({
    ...{ id, title: task.title, attempt, wave, outcome, files: changes.map(({ path }) => path) },
    seconds: (finishedAt.getTime() - startedAt.getTime()) / 1000,
    ...(reason === undefined ? {} : { reason }),
    ...(commit === undefined ? {} : { commit }),
  })
}
