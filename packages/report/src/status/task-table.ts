import { formatSeconds, nothing } from '../amounts.ts'
import type { StatusReport, StatusTask } from '../status-report.ts'
import { link, name, phrase } from './markup.ts'
import { foldPart, type Part, tableRows } from './page.ts'
import { attemptsOf, isDone } from './tally.ts'
import { lastAttempt, markOfState, urgencyOf, wordOfState } from './wording.ts'

/** More rows than this are shown on demand. */
const mostOpenRows = 30

export function taskTable(report: StatusReport, rank: number): Part {
  const { tasks } = report
  const part = {
    ...{ name: 'the table of tasks', rank, share: 24_000 },
    ...tableRows(
      ['Task', 'What', 'State', 'Attempts', 'Wave', 'Time', 'Note'],
      tasks.map((task) => renderRow(report, task)),
    ),
    urgency: tasks.map(({ state }) => urgencyOf[state]),
  }
  return tasks.length > mostOpenRows ? foldPart(`All ${tasks.length} tasks`, part) : part
}

function renderRow(report: StatusReport, task: StatusTask): string[] {
  const isWorking = task.state === 'working'
  const wave = isWorking ? report.wave : task.wave
  const attempts = attemptsOf(task)
  return [
    link(name(task.id), task.url),
    phrase(task.title, 80),
    stateOf(task),
    attempts > 0 ? String(attempts) : nothing,
    String(wave ?? nothing),
    formatSeconds(isWorking ? undefined : task.seconds),
    noteOn(report, task),
  ]
}

export function stateOf({ state }: StatusTask): string {
  return `${markOfState[state]} ${wordOfState[state]}`
}

/** Why it is not run now, or how it ended the last time, in a few words. */
export function noteOn(report: StatusReport, task: StatusTask): string {
  if (task.held !== undefined) return phrase(task.held)
  const awaited = task.state === 'waiting' ? unfinished(report, task) : []
  if (awaited.length > 0) return `waits for ${listNames(awaited)}`
  if (isDone(task) || task.last === undefined) return ''
  return `the last attempt ${lastAttempt[task.last.end]}`
}

/** What is not among our tasks is in the store, and is waited for like any other. */
function unfinished({ tasks }: StatusReport, { dependsOn }: StatusTask): string[] {
  const done = new Set(tasks.filter(isDone).map(({ id }) => id))
  return dependsOn.filter((id) => !done.has(id))
}

function listNames(ids: readonly string[]): string {
  const shown = ids.slice(0, 3).map((id) => name(id))
  const left = ids.length - shown.length
  return `${shown.join(', ')}${left > 0 ? ` and ${left} more` : ''}`
}
