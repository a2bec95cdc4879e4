import { count, nothing } from '../amounts.ts'
import type { StatusReport } from '../status-report.ts'
import { conflictTable, foldedGaveWayPart } from './conflicts.ts'
import { flakyPart } from './flaky.ts'
import { headerParts, notesPart, totalsPart } from './header.ts'
import { shortCommit } from './markup.ts'
import { mostOfSummary, renderPage } from './page.ts'
import { reasonsPart, stuckPart } from './stuck.ts'
import { listTasks } from './task-list.ts'
import { lastAttempt } from './wording.ts'

/** What merge-and-finalize says: what landed, what did not and why, and the conflicts. */
export function renderLandingSummary(report: StatusReport): string {
  const tried = report.tasks.filter(({ wave }) => wave === report.wave)
  const landed = tried.filter(({ state }) => state === 'landed')
  const failed = tried.filter(({ state, last }) => state !== 'landed' && last !== undefined)
  const conflicts = report.conflicts.filter(({ wave }) => wave === report.wave)
  const parts = [
    ...headerParts(report),
    listTasks(
      {
        tasks: landed,
        heading: `${count(landed.length, 'task')} landed`,
        column: 'Commit',
        cell: ({ commit }) => (commit === undefined ? nothing : shortCommit(commit)),
      },
      1,
    ),
    listTasks(
      {
        tasks: failed,
        heading: `${count(failed.length, 'task')} did not land`,
        column: 'How it ended',
        cell: ({ last }) => (last ? `the attempt ${lastAttempt[last.end]}` : nothing),
      },
      1,
    ),
    reasonsPart(failed, 4),
    stuckPart(report, '#### What is stuck', 2),
    flakyPart(report, 3),
    conflictTable(conflicts, 3),
    foldedGaveWayPart(conflicts, 3),
    totalsPart(report),
    notesPart(report, 5),
  ]
  return renderPage(parts, mostOfSummary)
}
