import type { SettledConflict } from '../attention.ts'
import { blockCode, blockLines, blockText } from '../escape/html-block.ts'
import { shorten } from '../shorten.ts'
import { type Comparison, compareVersions, lineOf } from '../versions/compare-versions.ts'
import { describeLeftOut } from '../versions/describe-left-out.ts'
import { isCommit } from './markup.ts'

/**
 * Both versions side by side. Fences cannot stand side by side, so it is a table of HTML: of tags
 * and attributes that GitHub keeps, and `diff` gives its colours to the lines that differ.
 */
export function versionsTable({ gaveWay, task }: SettledConflict): string {
  const comparison = compareVersions(gaveWay, room)
  const commit = blockCommit(gaveWay.commit)
  const author = gaveWay.task === undefined ? '' : `, written by ${blockName(gaveWay.task)}`
  const versions = [
    `<td>${version(gaveWay.lines, comparison, 'gaveWay')}</td>`,
    `<td>${version(gaveWay.kept, comparison, 'kept')}</td>`,
  ]
  return [
    '<table>',
    `<tr><th align="left">Gave way${author}, still in ${commit}</th><th align="left">Stands now, from ${blockName(task)}</th></tr>`,
    `<tr valign="top">${versions.join('')}</tr>`,
    '</table>',
    ...describeLeftOut(comparison).map((note) => `\n${note}`),
  ].join('\n')
}

const room = {
  lines: 40,
  signs: 160,
  total: 6_000,
  sizeOf: (line: string) => blockText(line).length + '- '.length,
}

const marks = { gaveWay: '- ', kept: '+ ' } as const

function version(lines: readonly string[], { rows }: Comparison, side: 'gaveWay' | 'kept'): string {
  if (lines.length === 0) return '<em>(nothing)</em>'
  const end = rows.findLastIndex((row) => lineOf(row, side) !== undefined) + 1
  const marked = rows.slice(0, end).map((row) => {
    const line = lineOf(row, side)
    // An empty line where only the other version has one keeps both level.
    return line === undefined ? '' : `${row.is === 'same' ? '  ' : marks[side]}${line}`
  })
  return `<pre lang="diff">\n${blockLines(marked)}</pre>`
}

function blockCommit(commit: string): string {
  return isCommit(commit) ? commit.slice(0, 10) : blockCode(shorten(commit, 10))
}

function blockName(text: string): string {
  return blockCode(shorten(text.slice(0, 5_000), 160))
}
