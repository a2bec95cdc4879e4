import { join } from 'node:path'
import { childEnvironment, runCommand, toWorkEnd } from '@wavefront/commands'
import type { Config } from '@wavefront/config'
import type { OpenCheckout } from '@wavefront/git'
import type { Runner } from '@wavefront/runner'
import type { Agent } from '@wavefront/wave'

export interface SetUp {
  readonly runner: Runner
  readonly config: Config
  readonly opened: OpenCheckout
  readonly logs: string
}

/** Runs the setup before anybody works. Where it fails, so does the task, with the setup's log as the reason. */
export async function afterSetup(
  { runner, config, opened, logs }: SetUp,
  agent: Agent,
): Promise<Agent> {
  const { setup: line, checksEnv, checksTimeout } = config
  if (line === undefined) return agent
  const ended = await runner.group('Setup', () =>
    runCommand({
      ...{ line, cwd: opened.dir, log: join(logs, 'setup.log'), signal: runner.signal },
      env: childEnvironment(process.env, { also: checksEnv }),
      timeoutSeconds: checksTimeout * 60,
      onLine: (text) => runner.foreign(text),
    }),
  )
  await opened.settle()
  const end = toWorkEnd('the setup', ended)
  return end.is === 'succeeded' ? agent : { work: async () => end }
}
