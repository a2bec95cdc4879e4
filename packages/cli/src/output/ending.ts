import { figures, listFigures, outcome, type RunReport } from '@wavefront/report'
import type { RunOutcome } from '@wavefront/wave'
import type { ReportFiles } from '../run/run-folder.ts'
import { firstLine } from './one-line.ts'

/** The last words of a run: how it ended, what needs a person, where things are, what to type next. */
export function renderEnding(
  { end, why, stuck }: RunOutcome,
  report: RunReport,
  files: ReportFiles,
  { feature, storeAt }: { readonly feature: string; readonly storeAt: string },
): string {
  const numbers = figures(report)
  const shown = listFigures(numbers, report.jobs).map(
    ({ label, value, note }) => `  ${label.padEnd(24)}${value.padEnd(12)}${note}`,
  )
  return [
    '',
    end === 'interrupted'
      ? 'The run was interrupted; the same command goes on from here.'
      : outcome(report.end, numbers),
    ...(why === undefined ? [] : [why]),
    ...stuck.map((task) => `  ${task.id}: ${firstLine(task.why)}\n    → ${task.remedy}`),
    '',
    ...(numbers.attempts > 0 ? [...shown, ''] : []),
    `  Branch   ${feature}`,
    `  Tasks    ${storeAt}`,
    `  Report   ${files.html}`,
    ...(numbers.tasks.landed > 0
      ? ['', `Next: git diff ${report.base}...${feature}, then git merge ${feature}`]
      : []),
  ].join('\n')
}
