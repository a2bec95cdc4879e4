import { commandAgent } from '@wavefront/agents'
import { commandChecks } from '@wavefront/checks'
import { childEnvironment } from '@wavefront/commands'
import { createBranches, createMerger, createWorkspaces } from '@wavefront/git'
import { type RunPorts, withMergePolicy } from '@wavefront/wave'
import { mergerOptions } from '../merge/merger-options.ts'
import type { RunOptions } from './options.ts'
import type { RunSetup } from './set-up.ts'

/** The real world behind the use cases: git, processes, the clock. */
export function openPorts(
  { repository, feature, base, store, policy }: RunSetup,
  options: RunOptions,
  outlets: Pick<RunPorts, 'progress' | 'logFor'>,
): RunPorts {
  const { agent = '', checks, agentEnv, checksEnv, agentTimeout, checksTimeout } = options
  return {
    ...outlets,
    store,
    branches: createBranches(repository, { feature, base }),
    merger: withMergePolicy(
      createMerger(repository, mergerOptions(repository, options, outlets.logFor('locks'))),
      policy.merging,
    ),
    // One more than workers: the merged tree is checked while they go on.
    workspaces: createWorkspaces(repository, { lanes: policy.jobs + 1 }),
    clock: () => new Date(),
    agent: commandAgent({
      line: agent,
      env: childEnvironment(process.env, { also: agentEnv }),
      timeoutSeconds: agentTimeout * 60,
    }),
    ...(checks === undefined
      ? {}
      : {
          checks: commandChecks({
            line: checks,
            env: childEnvironment(process.env, { also: checksEnv }),
            timeoutSeconds: checksTimeout * 60,
          }),
        }),
  }
}
