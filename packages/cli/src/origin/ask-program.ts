import { execFile } from 'node:child_process'

interface Question {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** What a program prints, or nothing when it fails or does not exist. */
export function askProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: Question = {},
): Promise<string | undefined> {
  const options = { timeout: 15_000, ...(cwd && { cwd }), ...(env && { env }) }
  return new Promise((resolve) => {
    execFile(program, [...args], options, (error, stdout) => {
      const said = stdout.trim()
      resolve(error || said === '' ? undefined : said)
    })
  })
}
