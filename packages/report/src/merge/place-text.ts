import { count } from '../amounts.ts'
import { placeOf } from '../attention.ts'
import type { SettledPlace } from '../run-report.ts'
import { type Comparison, compareVersions, lineOf } from '../versions/compare-versions.ts'
import { describeLeftOut } from '../versions/describe-left-out.ts'
import { wordStep } from '../wording.ts'
import { cutCells, fillCells } from './cells.ts'
import { oneLine, shortName } from './one-line.ts'
import type { Paint } from './paint.ts'

interface Look {
  readonly paint: Paint
  readonly width: number
}

/** `3 conflicts, 2 lines gave way` */
export function countSettled(places: readonly SettledPlace[]): string {
  if (places.length === 0) return 'no conflicts'
  const lines = places.reduce((sum, { gaveWay }) => sum + (gaveWay?.lines.length ?? 0), 0)
  const gone = lines > 0 ? count(lines, 'line') : 'no line'
  return `${count(places.length, 'conflict')}, ${gone} gave way`
}

/** One conflict: where, how it was settled, and both versions where lines gave way. */
export function renderPlace(place: SettledPlace, look: Look): string[] {
  const { gaveWay } = place
  const head = `${look.paint.strong(oneLine(placeOf(place)))}  ${wordStep(place)}`
  if (gaveWay === undefined) return [head]
  const whose = gaveWay.task === undefined ? '' : ` of ${oneLine(gaveWay.task)}`
  const lines = `${count(gaveWay.lines.length, 'line')}${whose} gave way`
  const comparison = compareVersions(gaveWay, { lines: 60, signs: 400, total: 20_000 })
  const isWide = look.width >= 100
  return [
    `${head}; ${lines}, still in ${shortName(gaveWay.commit)}`,
    ...(isWide ? sideBySide(comparison, look) : oneUnderTheOther(comparison, look)),
    ...describeLeftOut(comparison).map((note) => `  ${look.paint.soft(note)}`),
  ]
}

const words = { gaveWay: 'Gave way', kept: 'Stands now' } as const
const marks = { gaveWay: '-', kept: '+' } as const
const tones = { gaveWay: 'bad', kept: 'good' } as const
type Side = keyof typeof words

function sideBySide({ rows }: Comparison, { paint, width }: Look): string[] {
  const column = Math.floor((width - '  '.length - ' │ '.length) / 2)
  const head = `${fillCells(words.gaveWay, column)} │ ${words.kept}`
  return [
    `  ${paint.soft(head)}`,
    ...rows.map((row) => {
      const cell = (side: Side) => {
        const line = lineOf(row, side)
        return line === undefined ? '' : `${row.is === 'same' ? ' ' : marks[side]} ${line}`
      }
      const tint = (side: Side, text: string) =>
        row.is === 'same' ? text : paint[tones[side]](text)
      const left = fillCells(cell('gaveWay'), column)
      const right = cutCells(cell('kept'), column).trimEnd()
      if (right === '') return `  ${tint('gaveWay', left)}${paint.soft(' │')}`
      return `  ${tint('gaveWay', left)}${paint.soft(' │ ')}${tint('kept', right)}`
    }),
  ]
}

function oneUnderTheOther(comparison: Comparison, { paint, width }: Look): string[] {
  return (['gaveWay', 'kept'] as const).flatMap((side) => {
    const lines = comparison.rows.flatMap((row) => {
      const line = lineOf(row, side)
      if (line === undefined) return []
      if (row.is === 'same') return [`    ${cutCells(line, width - 4)}`]
      const text = cutCells(`${marks[side]} ${line}`, width - 2).trimEnd()
      return [`  ${paint[tones[side]](text)}`]
    })
    const head = `${words[side]}:${lines.length === 0 ? ' (nothing)' : ''}`
    return [`  ${paint.soft(head)}`, ...lines]
  })
}
