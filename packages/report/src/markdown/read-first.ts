import { count } from '../amounts.ts'
import {
  type Attention,
  attention,
  lastReason,
  type PlacedConflict,
  placeOf,
  type SettledConflict,
} from '../attention.ts'
import { code, fence, fold, words } from '../escape/markdown.ts'
import type { ReportedTask, RunReport } from '../run-report.ts'
import { tail } from '../tail.ts'
import { stateOfTask, stepOfConflict } from '../wording.ts'

/** What a person has to look at: tasks that are stuck, lines that gave way, conflicts put back. */
export function renderReadFirst(report: RunReport): string {
  const found = attention(report)
  const parts = [stuckPart(found), gaveWayPart(found), requeuedPart(found)].flat()
  return parts.length > 0 ? parts.join('\n\n') : 'Nothing needs a second look.'
}

function stuckPart({ stuck }: Attention): string[] {
  return stuck.length > 0 ? ['### Tasks that do not go on', ...stuck.map(renderStuck)] : []
}

function renderStuck(task: ReportedTask): string {
  const reason = lastReason(task)
  return [
    `**${code(task.id)} ${words(task.title)}** (${stateOfTask[task.state]})`,
    ...(task.stuck
      ? [`Why: ${words(task.stuck.why)}`, `What to do: ${words(task.stuck.remedy)}`]
      : []),
    ...(reason === undefined ? [] : [fold('What the last attempt said', fence(tail(reason)))]),
  ].join('\n\n')
}

function gaveWayPart({ gaveWay }: Attention): string[] {
  if (gaveWay.length === 0) return []
  return ['### Lines that gave way', ...gaveWay.map(renderGaveWay)]
}

function renderGaveWay(conflict: SettledConflict): string {
  const { lines, kept, commit, task } = conflict.gaveWay
  const whose = task === undefined ? '' : ` of ${code(task)}`
  const author = task === undefined ? '' : `, written by ${code(task)}`
  return [
    `${code(placeOf(conflict))}: ${count(lines.length, 'line')}${whose} gave way to ${code(conflict.task)} (${stepOfConflict[conflict.step]}).`,
    fold(
      'Both versions',
      `Gave way${author}, still in ${code(commit)}:\n\n${version(lines)}\n\nStands now, written by ${code(conflict.task)}:\n\n${version(kept)}`,
    ),
  ].join('\n\n')
}

function version(lines: readonly string[]): string {
  return lines.length > 0 ? fence(lines.join('\n')) : '*(nothing)*'
}

function requeuedPart({ requeued }: Attention): string[] {
  if (requeued.length === 0) return []
  return ['### Conflicts that put a task back', requeued.map(renderRequeued).join('\n')]
}

function renderRequeued(conflict: PlacedConflict): string {
  return `- ${code(conflict.task)} at ${code(placeOf(conflict))} in wave ${conflict.wave}`
}
