import { nothing } from '../amounts.ts'
import { table } from '../escape/markdown.ts'
import type { StatusReport, StatusTask } from '../status-report.ts'
import { conflictTable } from './conflicts.ts'
import { link, name, phrase, shortCommit } from './markup.ts'
import { foldPart, mostOfBody, type Part, paragraph, renderPage, tableRows } from './page.ts'
import { readFirstParts } from './read-first.ts'
import { findStuck, reasonsPart } from './stuck.ts'
import { countLines, tally } from './tally.ts'
import { stateOf } from './task-table.ts'
import { pullRequestTitle } from './title.ts'
import { build, urgencyOf } from './wording.ts'

/** What the one pull request of an issue says, anew after each wave. */
export function renderPullRequest(
  report: StatusReport,
  { issueNumber = report.issue?.number }: { readonly issueNumber?: number } = {},
): { readonly title: string; readonly body: string } {
  const parts = [
    ...(issueNumber === undefined ? [] : [paragraph(tie(report, issueNumber))]),
    paragraph(renderTotals(report)),
    ...readFirstParts(report),
    reasonsPart(findStuck(report), 5),
    paragraph('### Tasks'),
    taskTable(report),
    conflictTable(report.conflicts, 6),
    paragraph(footer(report)),
  ]
  return { title: pullRequestTitle(report, issueNumber), body: renderPage(parts, mostOfBody) }
}

/** Merged before the end, it must not close its issue. */
function tie({ phase }: StatusReport, issue: number): string {
  return `${phase === 'complete' ? 'Closes' : 'Part of'} #${issue}`
}

function renderTotals(report: StatusReport): string {
  const { done, total, conflicts, requeued, linesGaveWay } = tally(report)
  const open = requeued > 0 ? `, ${requeued} of them not settled` : ''
  return table(
    ['Tasks completed', 'Conflicts', 'Lines that gave way', 'Build'],
    [[`${done}/${total}`, `${conflicts}${open}`, String(linesGaveWay), build[report.checks]]],
  )
}

/** More rows than this are shown on demand. */
const mostOpenRows = 50

function taskTable(report: StatusReport): Part {
  const { tasks } = report
  const part = {
    ...{ name: 'the table of tasks', rank: 4 },
    ...tableRows(
      ['Task', 'What', 'Commit', 'Result', 'Conflicts', 'Lines that gave way'],
      tasks.map((task) => renderRow(report, task)),
    ),
    urgency: tasks.map(({ state }) => urgencyOf[state]),
  }
  if (tasks.length === 0) return paragraph('There are no tasks.')
  return tasks.length > mostOpenRows ? foldPart(`All ${tasks.length} tasks`, part) : part
}

function renderRow({ conflicts }: StatusReport, task: StatusTask): string[] {
  const own = conflicts.filter((conflict) => conflict.task === task.id)
  return [
    link(name(task.id), task.url),
    phrase(task.title, 80),
    task.commit === undefined ? nothing : shortCommit(task.commit),
    stateOf(task),
    own.length > 0 ? String(own.length) : nothing,
    own.length > 0 ? String(countLines(own)) : nothing,
  ]
}

function footer({ wave, runUrl }: StatusReport): string {
  const where = runUrl === undefined ? '' : ` by ${link('this run', runUrl)}`
  return `<sub>Written after wave ${wave}${where}, and anew after each wave. Lines that gave way are those that a merge did not keep.</sub>`
}
