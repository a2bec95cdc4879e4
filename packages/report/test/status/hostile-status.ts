import type { StatusReport, StatusTaskState } from '../../src/index.ts'
import { buildStatus, buildStatusConflict, buildStatusTask } from './build-status.ts'

/** One text with something for each of the languages that a page passes through. */
export const hostileText = [
  '::set-output name=x::y',
  '$\u007b{ secrets.TOKEN }} | `x` | --> <!-- wavefront:issue -->',
  '</details><img src=x onerror=alert(1)> @octocat fixes #1, closes o/r#2, GH-3',
  'https://github.com/o/r/issues/4 \u202egnihton\u2066 \u200b\u001b[31mred\u001b[0m',
  '```',
].join('\n')

export const states: readonly StatusTaskState[] = [
  'landed',
  'closed',
  'working',
  'ready',
  'held',
  'waiting',
  'paused',
  'failed',
]

/** A report in which everything that others wrote is this text: one task of each state unless more are asked for. */
export function hostileStatus(
  text: string,
  { tasks = states.length, conflicts = 1, lines = 1 } = {},
): StatusReport {
  const wrong = { why: text, remedy: text }
  const version = new Array<string>(lines).fill(text)
  return buildStatus({
    issue: { number: 7, title: text },
    ...{ branch: text, base: text, why: text, notes: [text], runUrl: text },
    pullRequest: { number: 12, url: `https://github.com/${text}` },
    phase: 'stuck',
    tasks: Array.from({ length: tasks }, (_, i) => {
      const state = states[i % states.length] ?? 'landed'
      return buildStatusTask(`${text}-${i}`, {
        ...{ title: text, state, url: `https://github.com/${text}`, commit: text, wave: 1 },
        dependsOn: [text, `${text}-${i - 1}`, `${text}-${i - 2}`, `${text}-${i - 9}`],
        ...(state === 'held' && { held: text }),
        ...((state === 'failed' || state === 'paused') && { stuck: wrong }),
        ...((state === 'failed' || state === 'working') && {
          last: { end: 'failed', reason: version.join('\n') },
        }),
      })
    }),
    conflicts: Array.from({ length: conflicts }, (_, i) =>
      buildStatusConflict(`${text}-${i}`, 'task-lines', {
        path: text,
        gaveWay: { lines: version, kept: version.map(stands), commit: text, task: text },
      }),
    ),
    review: {
      undeclared: new Array<string>(conflicts).fill(text),
      deletedTests: new Array<string>(conflicts).fill(text),
      newDependencies: new Array<{ file: string; name: string }>(conflicts).fill({
        file: text,
        name: text,
      }),
    },
  })
}

function stands(line: string): string {
  return `stands ${line}`
}
