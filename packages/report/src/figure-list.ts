import { count, formatPercent, formatSeconds, formatTimes } from './amounts.ts'
import type { Figures } from './figures.ts'

/** A figure as people read it: what it is, how much, and what that means. */
export interface Figure {
  readonly label: string
  readonly value: string
  readonly note: string
}

export function listFigures(figures: Figures, jobs: number): Figure[] {
  const { tasks } = figures
  return [
    {
      label: 'Tasks landed',
      value: `${tasks.landed} of ${tasks.total}`,
      note: tasksLeft(figures),
    },
    {
      label: 'Wall clock',
      value: formatSeconds(figures.wallSeconds),
      note: count(figures.waves, 'wave'),
    },
    {
      label: 'Work',
      value: formatSeconds(figures.workSeconds),
      note: `${count(figures.attempts, 'attempt')} in sum`,
    },
    {
      label: 'Speed-up',
      value: formatTimes(figures.speedUp),
      note: 'against one after another',
    },
    {
      label: 'Efficiency',
      value: formatPercent(figures.efficiency),
      note: `of ${count(jobs, 'worker')}`,
    },
    {
      label: 'Distance from the bound',
      value: formatTimes(figures.distance),
      note: '1 is as fast as can be',
    },
    {
      label: 'Failed attempts',
      value: String(figures.attemptsFailed),
      note: `of ${figures.attempts}`,
    },
    {
      label: 'Conflict rate',
      value: formatPercent(figures.conflictRate),
      note: 'of the merged tasks',
    },
    {
      label: 'Conflicts resolved',
      value: formatPercent(figures.shareResolved),
      note: `${figures.conflictsResolved} of ${figures.conflicts}`,
    },
    {
      label: 'Lines that gave way',
      value: String(figures.linesGaveWay),
      note: figures.linesGaveWay > 0 ? 'read them below' : 'nothing was overwritten',
    },
  ]
}

function tasksLeft({ tasks }: Figures): string {
  const parts = [
    tasks.doneBefore > 0 ? `${tasks.doneBefore} done before` : '',
    tasks.failed > 0 ? `${tasks.failed} failed` : '',
    tasks.open > 0 ? `${tasks.open} open` : '',
  ]
  return parts.filter((part) => part !== '').join(', ') || 'none left'
}
