import { lastReason } from '../attention.ts'
import { html, type Markup } from '../escape/html.ts'
import type { ReportedTask } from '../run-report.ts'
import { tail } from '../tail.ts'
import { stateOfTask, toneOfTask } from '../wording.ts'
import { renderLines, toned } from './section.ts'

/** What does not go on by itself, why, and what to do about it. */
export function renderStuck(tasks: readonly ReportedTask[]): Markup {
  return html`<div class="card">${tasks.map(renderStuckTask)}</div>`
}

function renderStuckTask(task: ReportedTask): Markup {
  const reason = lastReason(task)
  return html`
<div class="item"><h3><code>${task.id}</code> ${task.title} ${toned(toneOfTask[task.state], stateOfTask[task.state])}</h3>
${task.stuck && html`<dl><dt>Why</dt><dd>${task.stuck.why}</dd><dt>What to do</dt><dd>${task.stuck.remedy}</dd></dl>`}
${reason !== undefined && html`<details><summary>What the last attempt said</summary>${renderLines(tail(reason))}</details>`}</div>`
}
