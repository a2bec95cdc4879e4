import type { StatusReport } from '../status-report.ts'
import { conflictTable, foldedGaveWayPart } from './conflicts.ts'
import { flakyPart } from './flaky.ts'
import { headerParts, notesPart, totalsPart } from './header.ts'
import { mostOfBody, renderPage } from './page.ts'
import { reasonsPart, stuckPart } from './stuck.ts'
import { graphPart } from './task-graph.ts'
import { taskTable } from './task-table.ts'

/** The one comment on an issue: where its work stands, and what a person has to do, if anything. */
export function renderComment(report: StatusReport): string {
  const unfinished = report.tasks.filter(({ state }) => state !== 'landed' && state !== 'closed')
  const parts = [
    ...headerParts(report),
    stuckPart(report, '#### What is stuck', 1),
    graphPart(report, 3),
    totalsPart(report),
    taskTable(report, 2),
    notesPart(report, 4),
    flakyPart(report, 4),
    conflictTable(report.conflicts, 5),
    foldedGaveWayPart(report.conflicts, 6),
    reasonsPart(unfinished, 7),
  ]
  return renderPage(parts, mostOfBody)
}
