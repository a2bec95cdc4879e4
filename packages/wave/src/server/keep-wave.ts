import { renderComment, type StatusReport } from '@wavefront/report'
import type { BranchName } from '../names.ts'
import type { Branches, Issue, Issues, Server, TaskResult } from '../ports/index.ts'
import { asKept, type LateResult } from './current-results.ts'
import { noteLate } from './note-late.ts'

export interface KeepPorts {
  readonly branches: Branches
  readonly server: Server
  readonly issues: Issues
}

export interface KeepRequest {
  readonly results: readonly TaskResult[]
  readonly late: readonly LateResult[]
  readonly feature: BranchName
  readonly issue?: Issue
  readonly report: StatusReport
}

/** A wave that could not be verified: its work is kept on branches, where the next wave finds it, and it is said. */
export async function keepWave(
  { branches, server, issues }: KeepPorts,
  { results, late, feature, issue, report }: KeepRequest,
): Promise<void> {
  await branches.publishAll([...results, ...late.map(asKept)])
  const refused = await server.pushTaskBranches()
  if (!issue) return
  const notes = [...report.notes, ...noteLate(late, feature), ...refused]
  await issues.writeComment({ issue: issue.number, body: renderComment({ ...report, notes }) })
}
