import { commandChecks } from '@wavefront/checks'
import { childEnvironment } from '@wavefront/commands'
import type { Checks } from '@wavefront/wave'

export interface ChecksOptions {
  readonly checks?: string
  readonly checksEnv: readonly string[]
  readonly checksTimeout: number
}

/** What was given with --checks, as the use cases take it; nothing where nothing was. */
export function openChecks({ checks, checksEnv, checksTimeout }: ChecksOptions): {
  readonly checks?: Checks
} {
  if (checks === undefined) return {}
  const env = childEnvironment(process.env, { also: checksEnv })
  return { checks: commandChecks({ line: checks, env, timeoutSeconds: checksTimeout * 60 }) }
}
