import { count } from '../amounts.ts'
import { hasLostLines, type PlacedConflict, placeOf, type SettledConflict } from '../attention.ts'
import { html, type Markup } from '../escape/html.ts'
import { stepOfConflict } from '../wording.ts'
import { renderLines, shortCommit } from './section.ts'

/** Up to so many overwritten places are shown unfolded. */
const roomForOpen = 8

/** Lines that gave way come first, with both versions: a person should agree with each. */
export function renderConflicts(conflicts: readonly PlacedConflict[]): Markup {
  const lost = conflicts.filter(hasLostLines)
  const rest = conflicts.filter((conflict) => !hasLostLines(conflict))
  const open = lost.length <= roomForOpen
  return html`${lost.length > 0 && html`<div class="card">${lost.map((conflict) => renderLost(conflict, open))}</div>`}${rest.length > 0 && renderTable(rest)}`
}

function renderLost(conflict: SettledConflict, open: boolean): Markup {
  const { lines, kept, commit, task } = conflict.gaveWay
  const whose = task !== undefined && html` of <code>${task}</code>`
  const author = task !== undefined && html`, written by <code>${task}</code>`
  return html`
<div class="item"><details${open && html` open`}><summary><code>${placeOf(conflict)}</code>: ${count(lines.length, 'line')}${whose} gave way to <code>${conflict.task}</code> (${stepOfConflict[conflict.step]})</summary>
<div class="versions"><div class="bad"><h4>Gave way${author}, still in ${shortCommit(commit)}</h4>${renderVersion(lines)}</div><div class="good"><h4>Stands now, written by <code>${conflict.task}</code> in wave ${conflict.wave}</h4>${renderVersion(kept)}</div></div></details></div>`
}

function renderVersion(lines: readonly string[]): Markup {
  return lines.length > 0 ? renderLines(lines.join('\n')) : html`<pre class="soft">(nothing)</pre>`
}

function renderTable(conflicts: readonly PlacedConflict[]): Markup {
  return html`<div class="card scroll"><table>
<thead><tr><th>Where</th><th>Task</th><th class="number">Wave</th><th>How it was settled</th></tr></thead>
<tbody>${conflicts.map(
    (conflict) => html`
<tr><td><code>${placeOf(conflict)}</code></td><td><code>${conflict.task}</code></td><td class="number">${conflict.wave}</td><td>${stepOfConflict[conflict.step]}</td></tr>`,
  )}
</tbody></table></div>`
}
