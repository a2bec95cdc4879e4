import { html, type Markup } from '../escape/html.ts'
import type { ReportedFlake } from '../run-report.ts'
import { tail } from '../tail.ts'
import { renderLines } from './section.ts'
import { listIds } from './tasks.ts'

/** Checks that were red and then green, with what they said. */
export function renderFlaky(flaky: readonly ReportedFlake[]): Markup {
  return html`<div class="card">${flaky.map(renderFlake)}</div>`
}

function renderFlake({ tasks, reason }: ReportedFlake): Markup {
  const on = tasks.length > 0 ? listIds(tasks) : 'the branch as it was'
  return html`
<div class="item"><details><summary>Red on ${on}, then green: the checks are flaky, and nobody is to blame.</summary>${renderLines(tail(reason))}</details></div>`
}
