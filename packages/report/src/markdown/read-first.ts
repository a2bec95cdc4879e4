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
import type { ReportedFlake, ReportedTask, RunReport } from '../run-report.ts'
import { tail } from '../tail.ts'
import { type Comparison, compareVersions, lineOf } from '../versions/compare-versions.ts'
import { describeLeftOut } from '../versions/describe-left-out.ts'
import { stateOfTask, wordStep } from '../wording.ts'

/** What a person has to look at: tasks that are stuck, lines that gave way, conflicts put back. */
export function renderReadFirst(report: RunReport): string {
  const found = attention(report)
  const parts = [stuckPart(found), gaveWayPart(found), requeuedPart(found), flakyPart(found)].flat()
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
  const { lines, task } = conflict.gaveWay
  const whose = task === undefined ? '' : ` of ${code(task)}`
  return [
    `${code(placeOf(conflict))}: ${count(lines.length, 'line')}${whose} gave way to ${code(conflict.task)} (${wordStep(conflict)}).`,
    fold('Both versions', versions(conflict)),
  ].join('\n\n')
}

/** One under the other, for this page is read on terminals too. */
function versions({ gaveWay, task }: SettledConflict): string {
  const author = gaveWay.task === undefined ? '' : `, written by ${code(gaveWay.task)}`
  const comparison = compareVersions(gaveWay, { lines: 60, signs: 240, total: 12_000 })
  return [
    `Gave way${author}, still in ${code(gaveWay.commit)}:`,
    version(comparison, 'gaveWay'),
    `Stands now, written by ${code(task)}:`,
    version(comparison, 'kept'),
    ...describeLeftOut(comparison),
  ].join('\n\n')
}

function version({ rows }: Comparison, side: 'gaveWay' | 'kept'): string {
  const lines = rows.flatMap((row) => lineOf(row, side) ?? [])
  return lines.length > 0 ? fence(lines.join('\n')) : '*(nothing)*'
}

function requeuedPart({ requeued }: Attention): string[] {
  if (requeued.length === 0) return []
  return ['### Conflicts that put a task back', requeued.map(renderRequeued).join('\n')]
}

function renderRequeued(conflict: PlacedConflict): string {
  return `- ${code(conflict.task)} at ${code(placeOf(conflict))} in wave ${conflict.wave}`
}

function flakyPart({ flaky }: Attention): string[] {
  return flaky.length > 0 ? ['### Flaky checks', ...flaky.map(renderFlake)] : []
}

function renderFlake({ tasks, reason }: ReportedFlake): string {
  const on = tasks.length > 0 ? tasks.map(code).join(', ') : 'the branch as it was'
  return [
    `Red on ${on}, then green: the checks are flaky, and nobody is to blame.`,
    fold('What they said', fence(tail(reason))),
  ].join('\n\n')
}
