import { count } from '../amounts.ts'
import { hasLostLines, type PlacedConflict, placeOf, type SettledConflict } from '../attention.ts'
import { html, type Markup } from '../escape/html.ts'
import { wordStep } from '../wording.ts'
import { renderVersions } from './versions.ts'

/** What all versions of a page may take, in signs, shared out evenly. */
const roomForVersions = 2_000_000

/** Lines that gave way come first, with both versions: a person should agree with each. */
export function renderConflicts(conflicts: readonly PlacedConflict[]): Markup {
  const lost = conflicts.filter(hasLostLines)
  const rest = conflicts.filter((conflict) => !hasLostLines(conflict))
  const total = Math.min(60_000, roomForVersions / lost.length)
  return html`${lost.length > 0 && html`<div class="card">${lost.map((conflict) => renderLost(conflict, total))}</div>`}${rest.length > 0 && renderTable(rest)}`
}

function renderLost(conflict: SettledConflict, total: number): Markup {
  const { lines, task } = conflict.gaveWay
  const whose = task !== undefined && html` of <code>${task}</code>`
  return html`
<div class="item"><details><summary><code>${placeOf(conflict)}</code>: ${count(lines.length, 'line')}${whose} gave way to <code>${conflict.task}</code> (${wordStep(conflict)})</summary>
${renderVersions(conflict, total)}</details></div>`
}

function renderTable(conflicts: readonly PlacedConflict[]): Markup {
  return html`<div class="card scroll"><table>
<thead><tr><th>Where</th><th>Task</th><th class="number">Wave</th><th>How it was settled</th></tr></thead>
<tbody>${conflicts.map(
    (conflict) => html`
<tr><td><code>${placeOf(conflict)}</code></td><td><code>${conflict.task}</code></td><td class="number">${conflict.wave}</td><td>${wordStep(conflict)}</td></tr>`,
  )}
</tbody></table></div>`
}
