import { count } from '../amounts.ts'
import { attention, listConflicts } from '../attention.ts'
import { html, type Markup } from '../escape/html.ts'
import { listFigures } from '../figure-list.ts'
import { figures } from '../figures.ts'
import type { RunReport } from '../run-report.ts'
import { outcome } from '../wording.ts'
import { renderConflicts } from './conflicts.ts'
import { renderFlaky } from './flaky.ts'
import { renderGraph } from './graph.ts'
import { renderHeader } from './header.ts'
import { renderLandings } from './landings.ts'
import { renderLegend, renderSection, type Section } from './section.ts'
import { renderStuck } from './stuck.ts'
import { style } from './style.ts'
import { renderTasks } from './tasks.ts'
import { renderTimeline } from './timeline.ts'

/** The report as one file that needs nothing else: no script, no request, no font. */
export function renderHtml(report: RunReport): string {
  const numbers = figures(report)
  const sections = listSections(report)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${report.title} · Wavefront report</title>
${style}
</head>
<body>
<main>${renderHeader({
    report,
    outcome: outcome(report.end, numbers),
    figures: listFigures(numbers, report.jobs),
    sections,
  })}
${sections.map(renderSection)}
</main>
</body>
</html>
`
  return page.toString()
}

function listSections(report: RunReport): Section[] {
  const { stuck, flaky } = attention(report)
  const conflicts = listConflicts(report)
  const { tasks, landings } = report
  return [
    ...(stuck.length > 0
      ? [
          {
            id: 'stuck',
            title: 'Needs a person',
            note: count(stuck.length, 'task'),
            body: renderStuck(stuck),
          },
        ]
      : []),
    ...(flaky.length > 0
      ? [
          {
            id: 'flaky',
            title: 'Flaky checks',
            note: count(flaky.length, 'red run'),
            body: renderFlaky(flaky),
          },
        ]
      : []),
    {
      id: 'graph',
      title: 'Task graph',
      note: 'Each task stands to the right of all that it waited for; what follows from other lines is not drawn.',
      body: tasks.length > 0 ? [picture(renderGraph(tasks)), graphLegend] : empty('No tasks.'),
    },
    {
      id: 'timeline',
      title: 'Timeline',
      note: 'The bars of the last row show how many tasks landed.',
      body: tasks.some(({ attempts }) => attempts.length > 0)
        ? [picture(renderTimeline(report)), timelineLegend]
        : empty('Nobody worked.'),
    },
    {
      id: 'conflicts',
      title: 'Conflicts',
      note: count(conflicts.length, 'place'),
      body:
        conflicts.length > 0
          ? renderConflicts(conflicts)
          : empty('No two tasks changed the same place.'),
    },
    {
      id: 'merged',
      title: 'What was merged',
      note: count(landings.length, 'landing'),
      body: landings.length > 0 ? renderLandings(landings) : empty('Nothing.'),
    },
    {
      id: 'tasks',
      title: 'Tasks',
      note: count(tasks.length, 'task'),
      body: tasks.length > 0 ? renderTasks(tasks) : empty('No tasks.'),
    },
  ]
}

const graphLegend = renderLegend([
  ['good', 'landed'],
  ['past', 'done before'],
  ['wait', 'open'],
  ['bad', 'failed'],
])

const timelineLegend = renderLegend([
  ['good', 'landed'],
  ['wait', 'put back or interrupted'],
  ['bad', 'failed'],
  ['merge', 'merging and checking'],
])

function picture(drawing: Markup): Markup {
  return html`<div class="card scroll picture" tabindex="0">${drawing}</div>`
}

function empty(text: string): Markup {
  return html`<p class="card empty">${text}</p>`
}
