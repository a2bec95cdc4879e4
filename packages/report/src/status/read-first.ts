import type { ReviewPoints, StatusReport } from '../status-report.ts'
import { gaveWayPart } from './conflicts.ts'
import { flakyPart } from './flaky.ts'
import { name } from './markup.ts'
import { foldPart, type Part, paragraph } from './page.ts'
import { stuckPart } from './stuck.ts'
import { countLines } from './tally.ts'

/** More entries than this are shown on demand. */
const mostOpenEntries = 15

/** What a reviewer should look at before the rest. */
export function readFirstParts(report: StatusReport): Part[] {
  const parts = [gaveWay(report), ...pointParts(report.review), flakyPart(report, 3), stuck(report)]
  const isQuiet = parts.every(({ rows }) => rows.length === 0)
  return [
    paragraph('### Read first'),
    ...(isQuiet ? [paragraph('Nothing needs a second look.')] : parts),
  ]
}

function gaveWay({ conflicts }: StatusReport): Part {
  const lines = countLines(conflicts)
  const part = { ...gaveWayPart(conflicts, 2), share: 16_000 }
  return { ...part, before: `#### ${title('Lines that gave way', lines)}\n\n` }
}

function stuck(report: StatusReport): Part {
  return { ...stuckPart(report, '#### Failed and stuck tasks', 1), share: 10_000 }
}

const titleOf: Record<keyof ReviewPoints, string> = {
  undeclared: 'Files that no task declared',
  deletedTests: 'Deleted tests',
  newDependencies: 'New dependencies',
}

function pointParts({ undeclared, deletedTests, newDependencies }: ReviewPoints): Part[] {
  const dependencies = newDependencies.map((one) => `- ${name(one.name)} in ${name(one.file)}`)
  return [
    list('undeclared', undeclared.map(entry)),
    list('deletedTests', deletedTests.map(entry)),
    list('newDependencies', dependencies),
  ]
}

function list(point: keyof ReviewPoints, rows: readonly string[]): Part {
  const heading = `#### ${title(titleOf[point], rows.length)}\n\n`
  const part = {
    ...{ name: titleOf[point].toLowerCase(), rank: 3, share: 5_000, rows },
    between: '\n',
  } as const
  if (rows.length <= mostOpenEntries) return { ...part, before: heading }
  const folded = foldPart('Show them', part)
  return { ...folded, before: `${heading}${folded.before ?? ''}` }
}

function title(text: string, amount: number): string {
  return `${text} (${amount})`
}

function entry(path: string): string {
  return `- ${name(path)}`
}
