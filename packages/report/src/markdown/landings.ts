import { formatSeconds, nothing, secondsBetween } from '../amounts.ts'
import { listConflicts, placeOf } from '../attention.ts'
import { code, table } from '../escape/markdown.ts'
import type { RunReport } from '../run-report.ts'
import { checksOfLanding, wordStep } from '../wording.ts'

export function renderLandings({ landings }: RunReport): string {
  if (landings.length === 0) return 'Nothing was merged.'
  return table(
    ['Wave', 'Landed', 'Commit', 'Checks', 'Conflicts', 'Time'],
    landings.map(({ wave, landed, commit, checks, conflicts, startedAt, finishedAt }) => [
      String(wave),
      landed.length > 0 ? landed.map(code).join(', ') : 'nothing',
      commit === undefined ? nothing : code(commit.slice(0, 10)),
      checksOfLanding[checks],
      String(conflicts.length),
      formatSeconds(secondsBetween(startedAt, finishedAt)),
    ]),
  )
}

export function renderConflicts(report: RunReport): string {
  const conflicts = listConflicts(report)
  if (conflicts.length === 0) return 'No two tasks changed the same place.'
  return table(
    ['Where', 'Task', 'Wave', 'How it was settled'],
    conflicts.map((conflict) => [
      code(placeOf(conflict)),
      code(conflict.task),
      String(conflict.wave),
      wordStep(conflict),
    ]),
  )
}
