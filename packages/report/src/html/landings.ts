import { formatSeconds, secondsBetween } from '../amounts.ts'
import { html, type Markup } from '../escape/html.ts'
import type { ReportedLanding } from '../run-report.ts'
import { checksOfLanding, toneOfChecks } from '../wording.ts'
import { shortCommit, toned } from './section.ts'
import { listIds } from './tasks.ts'

/** What was merged: each batch with its tasks, its commit and what the checks said. */
export function renderLandings(landings: readonly ReportedLanding[]): Markup {
  return html`<div class="card scroll"><table>
<thead><tr><th>Wave</th><th>Landed</th><th>Commit</th><th>Checks</th><th class="number">Conflicts</th><th class="number">Time</th></tr></thead>
<tbody>${landings.map(renderLanding)}
</tbody></table></div>`
}

function renderLanding(landing: ReportedLanding): Markup {
  const { wave, landed, commit, checks, conflicts, startedAt, finishedAt } = landing
  return html`
<tr><td>${wave}</td><td class="name">${landed.length > 0 ? listIds(landed) : html`<span class="soft">nothing</span>`}</td><td class="tight">${commit === undefined ? '–' : shortCommit(commit)}</td><td>${toned(toneOfChecks[checks], checksOfLanding[checks])}</td><td class="number">${conflicts.length}</td><td class="number">${formatSeconds(secondsBetween(startedAt, finishedAt))}</td></tr>`
}
