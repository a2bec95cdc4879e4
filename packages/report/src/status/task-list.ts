import type { StatusTask } from '../status-report.ts'
import { link, name, phrase } from './markup.ts'
import { type Part, tableRows } from './page.ts'

export interface TaskList {
  readonly tasks: readonly StatusTask[]
  readonly heading: string
  /** What is said of each task beside its title. */
  readonly column: string
  readonly cell: (task: StatusTask) => string
}

/** A short table of some tasks, with one thing said of each. */
export function listTasks({ tasks, heading, column, cell }: TaskList, rank: number): Part {
  const rows = tasks.map((task) => [
    link(name(task.id), task.url),
    phrase(task.title, 80),
    cell(task),
  ])
  const part = { name: heading, rank, ...tableRows(['Task', 'What', column], rows) }
  return { ...part, before: `#### ${heading}\n\n${part.before ?? ''}` }
}
