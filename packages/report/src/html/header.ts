import { count, formatDate } from '../amounts.ts'
import { html, type Markup } from '../escape/html.ts'
import type { Figure } from '../figure-list.ts'
import type { RunReport } from '../run-report.ts'
import { toneOfRun } from '../wording.ts'
import type { Section } from './section.ts'

export interface Header {
  readonly report: RunReport
  readonly outcome: string
  readonly figures: readonly Figure[]
  readonly sections: readonly Section[]
}

export function renderHeader({ report, outcome, figures, sections }: Header): Markup {
  return html`
<header>
<p class="eyebrow">Wavefront report</p>
<h1>${report.title}</h1>
<p class="outcome ${toneOfRun[report.end]}">${outcome}</p>
<p class="facts">${facts(report).map((fact) => html`<span>${fact}</span>`)}</p>
<dl class="tiles">${figures.map(renderTile)}</dl>
<nav aria-label="Contents">${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}</nav>
</header>`
}

function facts(report: RunReport): (string | Markup)[] {
  return [
    html`<code>${report.branch}</code> from <code>${report.base}</code>`,
    report.schedule === 'waves' ? 'in waves' : 'rolling schedule',
    count(report.jobs, 'worker'),
    `started ${formatDate(report.startedAt)}`,
  ]
}

function renderTile({ label, value, note }: Figure): Markup {
  return html`
<div><dt>${label}</dt><dd class="value">${value}</dd><dd class="note">${note}</dd></div>`
}
