import { formatSeconds } from '../amounts.ts'
import { failures } from '../attention.ts'
import { html, type Markup } from '../escape/html.ts'
import { attemptSeconds } from '../figures.ts'
import type { ReportedAttempt, ReportedTask } from '../run-report.ts'
import { tail } from '../tail.ts'
import { endOfAttempt, stateOfTask, toneOfAttempt, toneOfTask } from '../wording.ts'
import { renderLines, toned } from './section.ts'

export function renderTasks(tasks: readonly ReportedTask[]): Markup {
  return html`<div class="card scroll"><table>
<thead><tr><th>Task</th><th>What</th><th>Result</th><th class="number">Wave</th><th class="number">Attempts</th><th class="number">Time</th><th>Waited for</th></tr></thead>
<tbody>${tasks.map(renderTask)}
</tbody></table></div>`
}

function renderTask(task: ReportedTask, index: number): Markup {
  const seconds = task.attempts.reduce((sum, attempt) => sum + attemptSeconds(attempt), 0)
  return html`
<tr id="task-${index + 1}"><td><code>${task.id}</code></td><td class="name">${task.title}${failures(task).map(renderFailure)}</td><td>${toned(toneOfTask[task.state], stateOfTask[task.state])}</td><td class="number">${task.attempts.at(-1)?.wave ?? '–'}</td><td class="number">${task.attempts.length || '–'}</td><td class="number">${task.attempts.length > 0 ? formatSeconds(seconds) : '–'}</td><td class="soft">${listIds(task.dependsOn)}</td></tr>`
}

function renderFailure(attempt: ReportedAttempt): Markup {
  const { end, reason, log, kept } = attempt
  const summary = html`Attempt ${attempt.attempt} ${toned(toneOfAttempt[end], endOfAttempt[end])}`
  if (reason === undefined && log === undefined) return html`<p class="soft">${summary}</p>`
  return html`<details><summary>${summary}</summary>${reason !== undefined && renderLines(tail(reason))}${log !== undefined && html`<p class="soft">Log: <code>${log}</code></p>`}${kept !== undefined && html`<p class="soft">Its directory: <code>${kept}</code></p>`}</details>`
}

export function listIds(ids: readonly string[]): Markup[] {
  return ids.map((id, i) => html`${i > 0 && ', '}<code>${id}</code>`)
}
