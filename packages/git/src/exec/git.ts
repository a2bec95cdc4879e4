import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { environment, type GitConfig } from './environment.ts'
import { GitError } from './git-error.ts'
import { asUserError, gitIsMissing } from './remedies.ts'

export interface GitOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Configuration of this one command that must not be seen in its arguments: credentials. */
  readonly config?: GitConfig
  readonly input?: string | Uint8Array
}

/** How a command ended that was allowed to fail. */
export interface GitEnd {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs git and gives what it wrote; a failure that the user can mend is thrown as a `UserError`. */
export async function git(args: readonly string[], options: GitOptions): Promise<string> {
  return (await gitBytes(args, options)).toString('utf8')
}

/** For contents that need not be text. */
export async function gitBytes(args: readonly string[], options: GitOptions): Promise<Buffer> {
  const { code, stdout, stderr } = await start(args, options)
  if (code === 0) return stdout
  throw asUserError(new GitError(args, code, stderr.toString('utf8')))
}

/** For commands whose failure is an answer. */
export async function tryGit(args: readonly string[], options: GitOptions): Promise<GitEnd> {
  const { code, stdout, stderr } = await start(args, options)
  return { code, stdout: stdout.toString('utf8'), stderr: stderr.toString('utf8') }
}

/** No hooks, no daemons, no housekeeping and no signing: nothing that runs code or asks a person. */
const quiet = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'commit.gpgsign=false',
  'push.gpgSign=false',
  'submodule.recurse=false',
  'i18n.commitEncoding=UTF-8',
  'i18n.logOutputEncoding=UTF-8',
].flatMap((setting) => ['-c', setting])

/** For those who talk to it themselves. */
export function startGit(
  args: readonly string[],
  options: Omit<GitOptions, 'input'>,
): ChildProcessWithoutNullStreams {
  return spawn('git', [...quiet, ...args], {
    cwd: options.cwd,
    env: environment(process.env, options),
    windowsHide: true,
  })
}

interface Output {
  readonly code: number
  readonly stdout: Buffer
  readonly stderr: Buffer
}

function start(args: readonly string[], options: GitOptions): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = startGit(args, options)
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.on('error', (cause) => reject(cannotStart(options.cwd, cause)))
    child.on('close', (code) =>
      resolve({ code: code ?? -1, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) }),
    )
    // A git that ends early closes its input; its exit code says why.
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
  })
}

/** A missing directory and a missing program are the same error to the operating system. */
function cannotStart(cwd: string, cause: Error): Error {
  if (!existsSync(cwd))
    return new Error(`git cannot run in ${cwd}: there is no such directory`, { cause })
  return gitIsMissing(cause)
}
