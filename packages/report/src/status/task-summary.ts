import type { Outcome } from '@wavefront/tasks'
import { count, formatSeconds } from '../amounts.ts'
import { markOf } from '../wording.ts'
import { lastLines, name, phrase, shortCommit } from './markup.ts'
import { foldPart, mostOfSummary, paragraph, renderPage } from './page.ts'
import { afterOutcome, outcomeOf, toneOfOutcome } from './wording.ts'

export interface TaskSummary {
  readonly id: string
  readonly title: string
  readonly attempt: number
  readonly wave: number
  readonly outcome: Outcome
  readonly reason?: string
  readonly files: readonly string[]
  readonly seconds: number
  readonly commit?: string
}

/** What a worker's leg says of its one task. */
export function renderTaskSummary(task: TaskSummary): string {
  const { outcome, files, reason = '', commit } = task
  const facts = [
    `**${markOf[toneOfOutcome[outcome]]} ${outcomeOf[outcome]}** in ${formatSeconds(task.seconds)}`,
    `wave ${task.wave}`,
    `attempt ${task.attempt}`,
    ...(commit === undefined ? [] : [`commit ${shortCommit(commit)}`]),
  ]
  const parts = [
    paragraph(`### ${name(task.id)} ${phrase(task.title)}`),
    paragraph(facts.join(' · ')),
    paragraph(afterOutcome[outcome]),
    ...(reason.trim() === '' ? [] : [paragraph(`What went wrong:\n\n${lastLines(reason)}`, 1)]),
    foldPart(`${count(files.length, 'file')} changed`, {
      ...{ name: 'changed files', rank: 2, between: '\n' },
      rows: files.map((file) => `- ${name(file)}`),
    }),
  ]
  return renderPage(parts, mostOfSummary)
}
