import { spawn } from 'node:child_process'
import { bdEnvironment, type Environment } from './environment.ts'
import { explainFailure, notInstalled, tooMuchOutput, tooSlow } from './failures.ts'

export interface BdOptions {
  /** The binary: a path, or a name on PATH. */
  readonly binary: string
  readonly dir: string
  readonly env: Environment
  readonly timeoutMs: number
  /** Arguments of every call. */
  readonly global?: readonly string[]
}

/** One `bd`, called in one repository. */
export class Bd {
  readonly #options: BdOptions

  constructor(options: BdOptions) {
    this.#options = options
  }

  with(global: readonly string[]): Bd {
    return new Bd({ ...this.#options, global })
  }

  withEnvironment(more: Environment): Bd {
    const { env } = this.#options
    return new Bd({ ...this.#options, env: { ...env, ...more } })
  }

  /** What it printed, or an error that says what to do. Its stderr is noise unless it fails. */
  async run(args: readonly string[], input = ''): Promise<string> {
    // No argument can hold a NUL, whatever somebody's text holds.
    const all = [...(this.#options.global ?? []), ...args].map((arg) => arg.replaceAll('\0', ''))
    const result = await execute(all, input, this.#options)
    if (result.is === 'done') return result.stdout
    const command = `${this.#options.binary} ${args[0]}`
    switch (result.is) {
      case 'missing':
        throw notInstalled(this.#options.binary, result.cause)
      case 'slow':
        throw tooSlow(command, this.#options.timeoutMs)
      case 'loud':
        throw tooMuchOutput(command, outputLimit)
      case 'failed':
        throw explainFailure(command, result)
    }
  }
}

const outputLimit = 512 * 1024 * 1024

export interface FailedCall {
  readonly is: 'failed'
  readonly code: number | string
  readonly stdout: string
  readonly stderr: string
}

type Call =
  | { readonly is: 'done'; readonly stdout: string }
  | { readonly is: 'missing'; readonly cause: Error }
  | { readonly is: 'slow' }
  | { readonly is: 'loud' }
  | FailedCall

function execute(args: readonly string[], input: string, options: BdOptions): Promise<Call> {
  const { binary, dir, env, timeoutMs } = options
  const child = spawn(binary, args, { cwd: dir, env: bdEnvironment(env), windowsHide: true })
  const out = collect(child.stdout, () => child.kill('SIGKILL'))
  const err = collect(child.stderr, () => child.kill('SIGKILL'))
  let isSlow = false
  const timer = setTimeout(() => {
    isSlow = true
    child.kill('SIGKILL')
  }, timeoutMs)
  // A bd that ends without reading its input breaks the pipe; its exit code says what went wrong.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', (cause: NodeJS.ErrnoException) => {
      clearTimeout(timer)
      const isMissing = cause.code === 'ENOENT' || cause.code === 'EACCES'
      if (isMissing) resolve({ is: 'missing', cause })
      else reject(cause)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      if (isSlow) resolve({ is: 'slow' })
      else if (out.isFull() || err.isFull()) resolve({ is: 'loud' })
      else if (code === 0) resolve({ is: 'done', stdout: out.text() })
      else
        resolve({ is: 'failed', code: code ?? signal ?? 1, stdout: out.text(), stderr: err.text() })
    })
  })
}

function collect(stream: NodeJS.ReadableStream, whenFull: () => void) {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > outputLimit) whenFull()
    else chunks.push(chunk)
  })
  return { isFull: () => size > outputLimit, text: () => Buffer.concat(chunks).toString() }
}
