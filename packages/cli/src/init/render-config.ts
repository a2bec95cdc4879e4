import { stringify } from 'yaml'
import type { KnownAgent } from './known-agents.ts'
import type { Found, FoundCommands } from './project.ts'

export interface ConfigWish extends FoundCommands {
  readonly agent: string
  readonly known: KnownAgent | undefined
}

/** The text of `.github/wavefront.yml`. */
export function renderConfig({ agent, known, setup, checks }: ConfigWish): string {
  const installs = known
    ? [
        {
          line: `npm install --global ${known.package}`,
          because: 'the agent; better with the version that you know',
        },
      ]
    : []
  return [
    '# What Wavefront runs in this repository, read from the base branch.',
    '# Every key: https://github.com/wavefront-actions/wavefront/blob/main/docs/configuration.md',
    '',
    '# Gets the prompt on its standard input, edits files and ends.',
    `agent: ${scalar(agent)}`,
    '',
    '# Installs what the runner lacks, before agents and checks.',
    ...list('setup', [...installs, ...setup], '# setup: npm ci'),
    '',
    '# What must succeed for each task and for the merged whole. Without it nothing is verified.',
    ...list(
      'checks',
      checks,
      '# Nothing was found. Write what proves the project: checks: npm test',
    ),
    '',
  ].join('\n')
}

function list(key: string, found: readonly Found[], none: string): string[] {
  if (found.length === 0) return [none]
  return [`${key}:`, ...found.map(({ line, because }) => `  - ${scalar(line)} # ${because}`)]
}

/** On one line, so that a comment can follow. */
function scalar(text: string): string {
  return text.includes('\n') ? JSON.stringify(text) : stringify(text, { lineWidth: 0 }).trimEnd()
}
