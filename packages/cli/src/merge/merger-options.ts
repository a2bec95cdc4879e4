import { commandChecks } from '@wavefront/checks'
import { childEnvironment } from '@wavefront/commands'
import {
  createRegenerate,
  createResolver,
  type MergerOptions,
  type Repository,
} from '@wavefront/git'

/** What a person may say about the ladder for any file. */
export interface LadderOptions {
  readonly keepInserts?: boolean
  readonly resolver?: string
}

export function ladderOptions({ keepInserts = false, resolver }: LadderOptions) {
  return {
    keepInserts,
    ...(resolver === undefined ? {} : { resolve: createResolver({ command: resolver }) }),
  }
}

export interface MergingOptions extends LadderOptions {
  /** By the lock file's name. */
  readonly lockCommand?: Readonly<Record<string, string>>
  readonly checksTimeout: number
}

/** The same for whole merges, which can also make lock files anew. */
export function mergerOptions(
  repository: Repository,
  options: MergingOptions,
  { log, signal }: { readonly log: string; readonly signal: AbortSignal },
): MergerOptions {
  const { lockCommand, checksTimeout } = options
  if (lockCommand === undefined) return ladderOptions(options)
  const regenerate = createRegenerate(repository, {
    commands: lockCommand,
    async run(line, dir) {
      const env = childEnvironment(process.env)
      const command = commandChecks({ line, env, timeoutSeconds: checksTimeout * 60 })
      return (await command.run({ dir, log, signal, onLine: () => {} })).is === 'succeeded'
    },
  })
  return { ...ladderOptions(options), regenerate }
}
