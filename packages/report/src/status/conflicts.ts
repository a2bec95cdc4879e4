import { count, nothing } from '../amounts.ts'
import { hasLostLines, placeOf, type SettledConflict } from '../attention.ts'
import { fold } from '../escape/markdown.ts'
import type { StatusConflict } from '../status-report.ts'
import { wordStep } from '../wording.ts'
import { name } from './markup.ts'
import { foldPart, type Part, tableRows } from './page.ts'
import { countLines } from './tally.ts'
import { versionsTable } from './versions.ts'

/** `3 conflicts, 1 not settled, 2 lines gave way` */
export function summarizeConflicts(conflicts: readonly StatusConflict[]): string {
  if (conflicts.length === 0) return 'no conflicts'
  const open = conflicts.filter(({ step }) => step === 'requeued').length
  const lines = countLines(conflicts)
  return [
    count(conflicts.length, 'conflict'),
    ...(open > 0 ? [`${open} not settled`] : []),
    `${lines > 0 ? count(lines, 'line') : 'no line'} gave way`,
  ].join(', ')
}

/** Every conflict and how it was settled, on demand. */
export function conflictTable(conflicts: readonly StatusConflict[], rank: number): Part {
  const rows = conflicts.map((conflict) => [
    name(placeOf(conflict)),
    name(conflict.task),
    conflict.wave > 0 ? String(conflict.wave) : nothing,
    wordStep(conflict),
    String(conflict.gaveWay?.lines.length ?? 0),
  ])
  return foldPart(summarizeConflicts(conflicts), {
    ...{ name: 'conflicts', rank, share: 6_000 },
    ...tableRows(['Where', 'Task', 'Wave', 'How it was settled', 'Lines that gave way'], rows),
    urgency: conflicts.map((conflict) => (hasLostLines(conflict) ? 0 : 1)),
  })
}

/** Each place where lines gave way, with both versions on demand. */
export function gaveWayPart(conflicts: readonly StatusConflict[], rank: number): Part {
  const rows = conflicts
    .filter(hasLostLines)
    .map((conflict) => `${settled(conflict)}\n\n${fold('Both versions', versionsTable(conflict))}`)
  return { name: 'lines that gave way', rank, rows, between: '\n\n' }
}

/** The same, all of it behind one summary. */
export function foldedGaveWayPart(conflicts: readonly StatusConflict[], rank: number): Part {
  const lost = conflicts.filter(hasLostLines)
  const rows = lost.map((conflict) => `${settled(conflict)}\n\n${versionsTable(conflict)}`)
  const part = { name: 'lines that gave way', rank, rows, between: '\n\n' } as const
  return foldPart('Lines that gave way, and what stands in their place', part)
}

function settled(conflict: SettledConflict): string {
  const { gaveWay, task } = conflict
  const whose = gaveWay.task === undefined ? '' : ` of ${name(gaveWay.task)}`
  const lines = `${count(gaveWay.lines.length, 'line')}${whose}`
  return `${name(placeOf(conflict))}: ${lines} gave way to ${name(task)} (${wordStep(conflict)}).`
}
