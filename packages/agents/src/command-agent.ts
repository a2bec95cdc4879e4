import { writeFile } from 'node:fs/promises'
import { runCommand, toWorkEnd } from '@wavefront/commands'
import type { Agent } from '@wavefront/wave'

export interface CommandAgentOptions {
  /** A line for the shell, from the user's own configuration. */
  readonly line: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutSeconds?: number
}

/**
 * Any program as an agent: it is started in the worktree, gets the prompt on its standard input
 * and in the file `WAVEFRONT_PROMPT_FILE`, and is expected to edit files and to end.
 */
export function commandAgent({ line, env, timeoutSeconds }: CommandAgentOptions): Agent {
  return {
    async work({ prompt, facts, dir, log, signal, onLine }) {
      const promptFile = log.replace(/(\.log)?$/, '.prompt.md')
      await writeFile(promptFile, prompt)
      const end = await runCommand({
        line,
        cwd: dir,
        env: { ...env, ...facts, WAVEFRONT_PROMPT_FILE: promptFile },
        stdin: prompt,
        log,
        signal,
        onLine,
        ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
      })
      return toWorkEnd('the agent', end)
    },
  }
}
