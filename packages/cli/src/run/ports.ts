import { commandAgent } from '@wavefront/agents'
import { childEnvironment } from '@wavefront/commands'
import { createBranches, createMerger, createWorkspaces } from '@wavefront/git'
import { type RunPorts, withMergePolicy } from '@wavefront/wave'
import { openChecks } from '../checks.ts'
import { mergerOptions } from '../merge/merger-options.ts'
import type { RunOptions } from './options.ts'
import type { RunSetup } from './set-up.ts'

/** The real world behind the use cases: git, processes, the clock. */
export function openPorts(
  { repository, feature, base, store, policy }: RunSetup,
  options: RunOptions,
  { signal, ...outlets }: Pick<RunPorts, 'progress' | 'logFor'> & { readonly signal: AbortSignal },
): RunPorts {
  const { agent = '', agentEnv, agentTimeout } = options
  const locks = { log: outlets.logFor('locks'), signal }
  return {
    ...outlets,
    store,
    branches: createBranches(repository, { feature, base }),
    merger: withMergePolicy(
      createMerger(repository, mergerOptions(repository, options, locks)),
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
    ...openChecks(options),
  }
}
