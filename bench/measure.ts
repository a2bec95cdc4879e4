import { spawn } from 'node:child_process'

/** The median of several runs, in milliseconds: one slow run does not count. */
export async function medianMs(runs: number, act: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await act()
    times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[runs >> 1] as number
}

/** What was made before is put on the disk first, so that whoever is measured does not pay for it. */
export async function settleDisk(): Promise<void> {
  await runProcess('sync', [])
}

export interface ProcessOptions {
  readonly cwd?: string
  readonly env?: NodeJS.ProcessEnv
}

/** Runs a program to its end; anything but success is an error with what it printed. */
export function runProcess(
  file: string,
  args: readonly string[],
  { cwd, env = process.env }: ProcessOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const err: Buffer[] = []
    child.stdout.on('data', (chunk) => out.push(chunk))
    child.stderr.on('data', (chunk) => err.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out).toString())
      else reject(new Error(`${file} ${args[0]} ended with ${code}: ${Buffer.concat(err)}`))
    })
  })
}
