import { count, formatDate } from '../amounts.ts'
import { code, table, words } from '../escape/markdown.ts'
import { listFigures } from '../figure-list.ts'
import { type Figures, figures } from '../figures.ts'
import type { RunReport } from '../run-report.ts'
import { outcome } from '../wording.ts'
import { renderTaskGraph } from './graph.ts'
import { renderConflicts, renderLandings } from './landings.ts'
import { renderReadFirst } from './read-first.ts'
import { renderTasks } from './tasks.ts'
import { renderTimeline } from './timeline.ts'

/** The report as Markdown, for GitHub and for a terminal alike. */
export function renderMarkdown(report: RunReport): string {
  const numbers = figures(report)
  const parts = [
    `# ${words(report.title)}`,
    `**${outcome(report.end, numbers)}**`,
    facts(report),
    '## What to read first',
    renderReadFirst(report),
    '## Figures',
    renderFigures(numbers, report.jobs),
    '## Tasks',
    renderTasks(report.tasks),
    ...(report.tasks.length > 0 ? [renderTaskGraph(report.tasks)] : []),
    '## Timeline',
    numbers.attempts > 0 ? renderTimeline(report) : 'Nobody worked.',
    '## What was merged',
    renderLandings(report),
    '## Conflicts',
    renderConflicts(report),
  ]
  return `${parts.join('\n\n')}\n`
}

function facts({ branch, base, schedule, jobs, startedAt }: RunReport): string {
  const how = schedule === 'waves' ? 'in waves' : 'on a rolling schedule'
  return `${code(branch)} from ${code(base)}, ${how}, with ${count(jobs, 'worker')}, started ${formatDate(startedAt)}.`
}

function renderFigures(numbers: Figures, jobs: number): string {
  return table(
    ['Figure', 'Value', ''],
    listFigures(numbers, jobs).map(({ label, value, note }) => [label, value, note]),
  )
}
