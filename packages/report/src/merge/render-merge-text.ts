import { count } from '../amounts.ts'
import type { SettledPlace } from '../run-report.ts'
import { tail } from '../tail.ts'
import { markOf } from '../wording.ts'
import { countCells, fillCells } from './cells.ts'
import type { MergedBranch, MergeReport } from './merge-report.ts'
import { oneLine, shortName } from './one-line.ts'
import { createPaint, type Paint } from './paint.ts'
import { countSettled, renderPlace } from './place-text.ts'
import { lookOf } from './wording.ts'

export interface TextLook {
  readonly colour: boolean
  /** Of the terminal, in columns. Where it is wide, both versions stand side by side. */
  readonly width: number
}

/** What `wavefront merge` prints: each branch, each conflict, and the lines that gave way. */
export function renderMergeText(report: MergeReport, { colour, width }: TextLook): string {
  const paint = createPaint(colour)
  const { branches, onto } = report
  const column = Math.min(40, Math.max(0, ...branches.map(({ name }) => countCells(oneLine(name)))))
  const parts = [
    `Merging ${count(branches.length, 'branch', 'branches')} onto ${paint.strong(oneLine(onto))}`,
    ...branches.map((branch) =>
      renderBranch(branch, { paint, width: Math.max(40, width), column }),
    ),
    ...flakyParts(report, paint),
    ...problemPart(report),
    ending(report, paint),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The same for a single file's conflicts. */
export function renderPlaces(places: readonly SettledPlace[], { colour, width }: TextLook): string {
  const look = { paint: createPaint(colour), width: Math.max(40, width) }
  return places.flatMap((place) => renderPlace(place, look)).join('\n')
}

interface Look {
  readonly paint: Paint
  readonly width: number
  /** How wide the branches' names are. */
  readonly column: number
}

function renderBranch(branch: MergedBranch, { paint, width, column }: Look): string {
  const { mark, tone, words } = lookOf[branch.is]
  const at = branch.commit === undefined ? '' : ` as ${shortName(branch.commit)}`
  const settled = branch.resolutions.length > 0 ? `, ${countSettled(branch.resolutions)}` : ''
  return [
    `${paint[tone](mark)} ${paint.strong(fillCells(oneLine(branch.name), column))}  ${words}${at}${settled}`,
    ...indent(whyLines(branch)),
    ...indent(pathLines(branch)),
    ...indent(
      branch.resolutions.flatMap((place) => renderPlace(place, { paint, width: width - 4 })),
    ),
  ].join('\n')
}

function whyLines({ why = '' }: MergedBranch): string[] {
  const [first = '', ...log] = why.trim().split(/\r?\n/)
  if (first === '') return []
  const rest = log.length > 0 ? tail(log.join('\n')).split('\n') : []
  return [first, ...rest.map((line) => `  ${line}`)].map((line) => oneLine(line, 1_000))
}

const mostPaths = 20

function pathLines({ paths = [] }: MergedBranch): string[] {
  const left = paths.length - mostPaths
  const shown = paths.slice(0, mostPaths).map((path) => oneLine(path))
  return left > 0 ? [...shown, `… and ${count(left, 'more file')}`] : shown
}

function flakyParts({ flaky = [] }: MergeReport, paint: Paint): string[] {
  return flaky.map(({ branches, reason }) => {
    const names = branches.map((name) => oneLine(name)).join(', ') || 'nothing merged'
    const head = `${paint.wait(markOf.wait)} The checks are flaky: red and then green with ${names}`
    return [head, ...indent(logLines(reason))].join('\n')
  })
}

function problemPart({ problem }: MergeReport): string[] {
  if (problem === undefined) return []
  const [first = '', ...log] = problem.trim().split(/\r?\n/)
  return [[oneLine(first, 1_000), ...indent(logLines(log.join('\n')))].join('\n')]
}

function logLines(log: string): string[] {
  return log === ''
    ? []
    : tail(log)
        .split('\n')
        .map((line) => oneLine(line, 1_000))
}

function ending({ branches, onto, tip, tree }: MergeReport, paint: Paint): string {
  const merged = branches.filter(({ is }) => is === 'merged')
  const settled = countSettled(merged.flatMap(({ resolutions }) => resolutions))
  const amount = `${merged.length} of ${count(branches.length, 'branch', 'branches')}`
  return [
    `${amount} merged onto ${oneLine(onto)}: ${settled}.`,
    paint.soft(`Tip ${shortName(tip)}, tree ${shortName(tree)}.`),
  ].join('\n')
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `    ${line}`.trimEnd())
}
