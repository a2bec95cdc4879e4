import { formatSeconds, nothing } from '../amounts.ts'
import { code, table, words } from '../escape/markdown.ts'
import { attemptSeconds } from '../figures.ts'
import type { ReportedTask } from '../run-report.ts'
import { markOf, stateOfTask, toneOfTask } from '../wording.ts'

export function renderTasks(tasks: readonly ReportedTask[]): string {
  return table(
    ['Task', 'What', 'Result', 'Attempts', 'Time', 'Wave'],
    tasks.map((task) => [
      code(task.id),
      words(task.title),
      `${markOf[toneOfTask[task.state]]} ${stateOfTask[task.state]}`,
      task.attempts.length > 0 ? String(task.attempts.length) : nothing,
      task.attempts.length > 0 ? formatSeconds(timeOf(task)) : nothing,
      String(task.attempts.at(-1)?.wave ?? nothing),
    ]),
  )
}

function timeOf({ attempts }: ReportedTask): number {
  return attempts.reduce((sum, attempt) => sum + attemptSeconds(attempt), 0)
}
