import { count } from '../amounts.ts'
import type { StatusReport } from '../status-report.ts'
import { headerParts, notesPart, totalsPart } from './header.ts'
import { mostOfSummary, renderPage } from './page.ts'
import { stuckPart } from './stuck.ts'
import { attemptsOf } from './tally.ts'
import { graphPart } from './task-graph.ts'
import { listTasks } from './task-list.ts'
import { noteOn } from './task-table.ts'

/** What get-ready-tasks says: which tasks run now, which are held and why, and the graph. */
export function renderWaveSummary(
  report: StatusReport,
  { maxParallel }: { readonly maxParallel?: number } = {},
): string {
  const running = report.tasks.filter(({ state }) => state === 'working')
  const held = report.tasks.filter((task) => task.state === 'held' || task.held !== undefined)
  const atOnce = maxParallel === undefined ? '' : `, at most ${maxParallel} at a time`
  const parts = [
    ...headerParts(report),
    stuckPart(report, '#### What is stuck', 1),
    listTasks(
      {
        tasks: running,
        heading: `${count(running.length, 'task')} in this wave${atOnce}`,
        column: 'Attempt',
        cell: (task) => String(attemptsOf(task)),
      },
      1,
    ),
    listTasks(
      {
        tasks: held,
        heading: `${count(held.length, 'task')} held`,
        column: 'Why',
        cell: (task) => noteOn(report, task),
      },
      2,
    ),
    graphPart(report, 3),
    totalsPart(report),
    notesPart(report, 4),
  ]
  return renderPage(parts, mostOfSummary)
}
