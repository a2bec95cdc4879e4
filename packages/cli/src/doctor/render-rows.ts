import { oneLine } from '../output/one-line.ts'
import type { Row } from './row.ts'

/** How a word is coloured, or not. */
export type Paint = Record<Row['is'], (text: string) => string>

const marks: Record<Row['is'], string> = { ok: '✔', problem: '✖', unknown: '?' }

export function renderRows(rows: readonly Row[], paint: Paint): string {
  const width = Math.max(0, ...rows.map(({ about }) => about.length))
  const lines = rows.map((row) => {
    const head = `${paint[row.is](marks[row.is])} ${row.about.padEnd(width)}  ${oneLine(row.says)}`
    return [head, ...remedy(row).map((line) => `    ${line}`.trimEnd())].join('\n')
  })
  return [...lines, '', ending(rows)].join('\n')
}

/** Our own words keep their lines, but not what others put into them. */
function remedy(row: Row): string[] {
  if (row.is === 'ok') return []
  const [first = '', ...rest] = (row.is === 'problem' ? row.fix : row.look).split('\n')
  const label = row.is === 'problem' ? 'fix' : 'look'
  return [`${label}: ${oneLine(first)}`, ...rest.map((line) => indentOf(line) + oneLine(line))]
}

function indentOf(line: string): string {
  return line.slice(0, line.search(/\S|$/))
}

function ending(rows: readonly Row[]): string {
  const count = (is: Row['is']) => rows.filter((row) => row.is === is).length
  const [problems, unknown] = [count('problem'), count('unknown')]
  const rest = unknown === 0 ? '' : `, ${unknown} to be looked at by somebody who may`
  if (problems === 0) return `Nothing is missing that could be seen${rest}.`
  return `${problems} problem${problems > 1 ? 's' : ''}${rest}.`
}
