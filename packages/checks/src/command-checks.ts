import { runCommand, toWorkEnd } from '@wavefront/commands'
import type { Checks } from '@wavefront/wave'

export interface CommandChecksOptions {
  /** A line for the shell, from the user's own configuration. */
  readonly line: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutSeconds?: number
}

/** One command as the project's checks: exit code 0 is green. */
export function commandChecks({ line, env, timeoutSeconds }: CommandChecksOptions): Checks {
  return {
    async run({ dir, log, signal, onLine }) {
      const end = await runCommand({
        line,
        cwd: dir,
        env,
        log,
        signal,
        onLine,
        ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      })
      return toWorkEnd('the checks', end)
    },
  }
}
