import type { Score } from './score.ts'

const columns: Record<keyof Score, string> = {
  lost: 'lines lost',
  unrecorded: 'without a record',
  unlikeTruth: 'files unlike the truth',
  unparseable: 'no longer parse',
  requeued: 'branches requeued',
  seconds: 'seconds',
}

/** All strategies beside each other. */
export function renderTable(conflicted: number, totals: ReadonlyMap<string, Score>): string {
  const names = Object.keys(columns) as (keyof Score)[]
  const rows = [...totals].map(([name, score]) => [
    name,
    ...names.map((figure) => String(Math.round(score[figure]))),
  ])
  const lines = [['', ...Object.values(columns)], ...rows]
  const widths = (lines[0] ?? []).map((_, at) =>
    Math.max(...lines.map((line) => line[at]?.length ?? 0)),
  )
  const table = lines.map((line) =>
    line.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '),
  )
  return [`${conflicted} files in conflict`, ...table].join('\n')
}
