import type { SettledConflict } from '../attention.ts'
import { html, type Markup } from '../escape/html.ts'
import type { AlignedRow } from '../versions/align-lines.ts'
import { compareVersions } from '../versions/compare-versions.ts'
import { describeLeftOut } from '../versions/describe-left-out.ts'
import { shortCommit } from './section.ts'

/** Both versions in two columns, a line beside its like, in at most so many signs. */
export function renderVersions({ gaveWay, task, wave }: SettledConflict, total: number): Markup {
  const { lines, kept, commit, task: writer } = gaveWay
  const author = writer !== undefined && html`, written by <code>${writer}</code>`
  const comparison = compareVersions(gaveWay, { lines: 200, signs: 500, total })
  const sides = { hasGaveWay: lines.length > 0, hasKept: kept.length > 0 }
  return html`<table class="versions">
<thead><tr><th>Gave way${author}, still in ${shortCommit(commit)}</th><th>Stands now, written by <code>${task}</code> in wave ${wave}</th></tr></thead>
<tbody>${renderEmpty(sides)}${comparison.rows.map(renderRow)}</tbody></table>${describeLeftOut(comparison).map((note) => html`<p class="soft">${note}</p>`)}`
}

function renderRow(row: AlignedRow): Markup {
  if (row.is === 'same') {
    return html`
<tr><td>${row.line}</td><td>${row.line}</td></tr>`
  }
  return html`
<tr>${renderCell(row.gaveWay, 'bad', '−')}${renderCell(row.kept, 'good', '+')}</tr>`
}

function renderCell(line: string | undefined, tone: 'bad' | 'good', mark: string): Markup {
  if (line === undefined) return html`<td class="past"></td>`
  return html`<td class="${tone}" data-mark="${mark}">${line}</td>`
}

/** A version without lines is said to be empty, or its column would look like one left out. */
function renderEmpty(sides: { readonly hasGaveWay: boolean; readonly hasKept: boolean }): Markup {
  if (sides.hasGaveWay && sides.hasKept) return html``
  const cell = (has: boolean) => html`<td class="soft">${!has && '(nothing)'}</td>`
  return html`
<tr>${cell(sides.hasGaveWay)}${cell(sides.hasKept)}</tr>`
}
