import { commandAgent } from '@wavefront/agents'
import { commandChecks } from '@wavefront/checks'
import { childEnvironment } from '@wavefront/commands'
import type { Config } from '@wavefront/config'
import { UserError } from '@wavefront/errors'
import type { Agent, Checks } from '@wavefront/wave'
import { requireShell } from './require-shell.ts'

/** The configured agent. It sees its own list of names, and what the workflow's secret brings for it. */
export function openAgent(config: Config, secrets: Readonly<Record<string, string>>): Agent {
  const { agent, agentEnv, agentTimeout, model } = config
  if (agent === undefined) {
    throw new UserError({
      what: 'no agent is configured, so nobody can work on a task',
      where: '.github/wavefront.yml',
      fix: "write a command that takes a prompt on its standard input: `agent: 'opencode run'`",
    })
  }
  requireShell(process.platform)
  const add = { ...secrets, ...(model === undefined ? {} : { WAVEFRONT_MODEL: model }) }
  return commandAgent({
    line: agent,
    env: childEnvironment(process.env, { also: agentEnv, add }),
    timeoutSeconds: agentTimeout * 60,
  })
}

/** The configured checks; in `prepared` the setup has run already, elsewhere it runs before them, for a merged tree may need more. */
export function openChecks(
  config: Config,
  { isSetUp }: { readonly isSetUp: boolean },
): Checks | undefined {
  const { checks, setup, checksEnv, checksTimeout } = config
  if (checks === undefined) return undefined
  requireShell(process.platform)
  const line = isSetUp || setup === undefined ? checks : `(\n${setup}\n) && (\n${checks}\n)`
  return commandChecks({
    line,
    env: childEnvironment(process.env, { also: checksEnv }),
    timeoutSeconds: checksTimeout * 60,
  })
}

/** Lines `KEY=VALUE`; empty ones and those that begin with # say nothing. */
export function agentEnvironment(text: string | undefined): Readonly<Record<string, string>> {
  const lines = (text ?? '').split(/\r?\n/).filter((line) => line.trim() && !line.startsWith('#'))
  const taken = lines.find((line) => /^(GITHUB|ACTIONS|RUNNER|INPUT)_/i.test(line))
  if (taken !== undefined) {
    throw new UserError({
      what: `${taken.slice(0, taken.indexOf('='))} belongs to the runner, and is not for agents`,
      where: 'agent_env',
      fix: 'give the agent a variable of its own, with another name',
    })
  }
  const wrong = lines.findIndex((line) => !/^[A-Za-z_][A-Za-z0-9_]*=/.test(line))
  if (wrong >= 0) {
    throw new UserError({
      what: `line ${wrong + 1} is not of the form KEY=VALUE`,
      where: 'agent_env',
      fix: 'write one variable in each line: `ANTHROPIC_API_KEY=…`, without spaces around the =',
    })
  }
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
}
