import { secondsBetween } from '../amounts.ts'
import { fence } from '../escape/markdown.ts'
import { label } from '../escape/mermaid.ts'
import type { ReportedAttempt, ReportedTask, RunReport } from '../run-report.ts'
import { markOf, type Tone, toneOfAttempt } from '../wording.ts'

/** Mermaid's own three looks of a bar. */
const lookOf: Record<Tone, string> = { good: 'done', past: 'done', wait: 'active', bad: 'crit' }

/** A Gantt chart of the attempts by worker, and of the landings. */
export function renderTimeline(report: RunReport): string {
  const attempts = report.tasks.flatMap((task) =>
    task.attempts.map((attempt) => ({ task, attempt })),
  )
  const lanes = [...new Set(attempts.map(({ attempt }) => attempt.lane))].sort((a, b) => a - b)
  const lines = [
    'gantt',
    '  dateFormat x',
    `  axisFormat ${axisFormat(report)}`,
    ...lanes.flatMap((lane) => [
      `  section Worker ${lane}`,
      ...attempts
        .filter(({ attempt }) => attempt.lane === lane)
        .sort((a, b) => a.attempt.startedAt.getTime() - b.attempt.startedAt.getTime())
        .map(({ task, attempt }) => attemptBar(report, task, attempt)),
    ]),
    ...(report.landings.length > 0 ? ['  section Merging'] : []),
    ...report.landings.map((landing) => {
      const look = landing.checks === 'failed' ? 'crit' : 'active'
      return bar(report, `wave ${landing.wave}`, look, landing)
    }),
  ]
  return fence(lines.join('\n'), 'mermaid')
}

function attemptBar(report: RunReport, { id }: ReportedTask, attempt: ReportedAttempt): string {
  const tone = toneOfAttempt[attempt.end]
  return bar(report, `${markOf[tone]} ${id}`, lookOf[tone], attempt)
}

/** A name that begins with a word of Mermaid's language is taken for it, hence always a sign first. */
function bar(
  { startedAt }: RunReport,
  name: string,
  look: string,
  span: Pick<ReportedAttempt, 'startedAt' | 'finishedAt'>,
): string {
  const from = milliseconds(startedAt, span.startedAt)
  const to = Math.max(from + 1, milliseconds(startedAt, span.finishedAt))
  return `  ${label(name, 24)} :${look}, ${from}, ${to}`
}

function milliseconds(start: Date, at: Date): number {
  return Math.round(secondsBetween(start, at) * 1000)
}

function axisFormat({ startedAt, finishedAt }: RunReport): string {
  return secondsBetween(startedAt, finishedAt) < 3600 ? '%M:%S' : '%H:%M'
}
