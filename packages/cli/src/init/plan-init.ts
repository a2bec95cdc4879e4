import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { configPath, parseConfig } from '@wavefront/config'
import { UserError } from '@wavefront/errors'
import { type ExampleName, workflowFor } from './examples.ts'
import { findCommands } from './find-commands.ts'
import { knownAgent } from './known-agents.ts'
import { readProject } from './read-project.ts'
import { renderConfig } from './render-config.ts'
import { type FilePlan, planFile } from './write-files.ts'

export interface InitOptions {
  readonly example?: ExampleName
  readonly agent?: string
  readonly checks?: string
  readonly dryRun?: boolean
  readonly force?: boolean
}

/** Everything that `wavefront init` would write, before anything is written. */
export interface InitPlan {
  readonly example: ExampleName
  readonly workflow: FilePlan
  readonly config: FilePlan
}

export const workflowPath = '.github/workflows/wavefront.yml'

export async function planInit(top: string, options: InitOptions): Promise<InitPlan> {
  const { agent = 'opencode run', checks } = options
  const example = options.example ?? ((await isDolt(top)) ? 'dolt' : 'default')
  const known = knownAgent(agent)
  const found = findCommands(await readProject(top))
  const text = renderConfig({
    ...{ agent, known, setup: found.setup },
    checks: checks === undefined ? found.checks : [{ line: checks, because: 'as you said' }],
  })
  refuseWrong(text)
  return {
    example,
    workflow: await planFile(top, { path: workflowPath, text: workflowFor(example, known) }),
    config: await planFile(top, { path: configPath, text }),
  }
}

/** Only what was typed can be wrong in it. */
function refuseWrong(text: string): void {
  const read = parseConfig(text)
  if (read.ok) return
  throw new UserError(
    read.problems.map(({ what, fix }) => ({ what, fix, where: '--agent or --checks' })),
  )
}

async function isDolt(top: string): Promise<boolean> {
  const text = await readFile(join(top, '.beads', 'metadata.json'), 'utf8').catch(() => '')
  return /"backend"\s*:\s*"dolt"/.test(text)
}
