import type { StatusReport, StatusTask } from '../status-report.ts'
import { lastLines, name, phrase } from './markup.ts'
import { foldPart, type Part } from './page.ts'
import { lastAttempt, urgencyOf, wordOfState } from './wording.ts'

/** The tasks that a person has to do something about. */
export function findStuck({ tasks }: StatusReport): StatusTask[] {
  return tasks
    .filter(({ stuck, state }) => stuck !== undefined || state === 'failed')
    .sort((a, b) => urgencyOf[a.state] - urgencyOf[b.state])
}

export function stuckPart(report: StatusReport, heading: string, rank: number): Part {
  return {
    ...{ name: 'stuck tasks', rank, share: 14_000, between: '\n' },
    before: `${heading}\n\n`,
    rows: findStuck(report).map(renderStuck),
  }
}

function renderStuck({ id, title, state, stuck, last }: StatusTask): string {
  const why = stuck?.why ?? (last ? `the last attempt ${lastAttempt[last.end]}` : undefined)
  return [
    `- **${name(id)} ${phrase(title)}** (${wordOfState[state]})`,
    ...(why === undefined ? [] : [`  - Why: ${phrase(why, 500)}`]),
    ...(stuck === undefined ? [] : [`  - What to do: ${phrase(stuck.remedy, 500)}`]),
  ].join('\n')
}

/** What the last attempts of these tasks said, on demand. */
export function reasonsPart(tasks: readonly StatusTask[], rank: number): Part {
  const rows = tasks.flatMap(({ id, last, attempts }) => {
    if (last?.reason === undefined || last.reason.trim() === '') return []
    const which = attempts > 0 ? `, attempt ${attempts}` : ''
    return [`${name(id)}${which}, ${lastAttempt[last.end]}:\n\n${lastLines(last.reason)}`]
  })
  const part = { name: 'what the last attempts said', rank, rows, between: '\n\n' } as const
  return foldPart('What the last attempts said', part)
}
