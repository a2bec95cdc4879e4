import { type ChildProcess, spawn } from 'node:child_process'
import { createLineReader } from './line-reader.ts'
import { openLog } from './log.ts'
import { createTail } from './tail.ts'

export interface Command {
  /** A line for `sh -c`: the user's own configuration, never text from a task. */
  readonly line: string
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly stdin?: string
  /** Everything it prints is appended here, up to `maxLogBytes`. */
  readonly log: string
  readonly signal: AbortSignal
  readonly timeoutSeconds?: number
  /** From the polite request to end to the one that cannot be refused. */
  readonly graceSeconds?: number
  readonly maxLogBytes?: number
  readonly onLine?: (line: string) => void
}

/** `tail` is the end of what it printed, without control characters. */
export type CommandEnd = {
  readonly tail: string
} & (
  | { readonly is: 'exited'; readonly code: number }
  | { readonly is: 'killed'; readonly by: string }
  | { readonly is: 'timed-out'; readonly seconds: number }
  | { readonly is: 'interrupted' }
)

/**
 * Runs a command in a process group of its own and ends the whole group with it, so that nothing
 * it started outlives it. Resolves in every case; rejects only when there is no shell or directory.
 */
export async function runCommand(command: Command): Promise<CommandEnd> {
  const tail = createTail()
  const log = openLog(command.log, command.maxLogBytes)
  const onLine = (line: string) => {
    tail.add(line)
    command.onLine?.(line)
  }
  try {
    return { ...(await supervise(command, log.write, onLine)), tail: tail.text() }
  } finally {
    log.close()
  }
}

type Ended =
  | { is: 'exited'; code: number }
  | { is: 'killed'; by: string }
  | { is: 'timed-out'; seconds: number }
  | { is: 'interrupted' }

function supervise(
  command: Command,
  write: (chunk: Buffer) => void,
  onLine: (line: string) => void,
): Promise<Ended> {
  if (command.signal.aborted) return Promise.resolve({ is: 'interrupted' })
  const child = spawn('sh', ['-c', command.line], {
    cwd: command.cwd,
    env: { ...command.env },
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    const lines = createLineReader(onLine)
    stream.on('data', (chunk: Buffer) => {
      write(chunk)
      lines.push(chunk)
    })
    stream.on('end', lines.end)
  }
  child.stdin.on('error', () => {}) // it may end without reading its prompt
  child.stdin.end(command.stdin ?? '')
  return settle(child, command)
}

function settle(child: ChildProcess, command: Command): Promise<Ended> {
  const { signal, timeoutSeconds, graceSeconds = 5 } = command
  return new Promise((resolve, reject) => {
    let because: Ended | undefined
    const timers: NodeJS.Timeout[] = []
    const after = (seconds: number, act: () => void) => timers.push(setTimeout(act, seconds * 1000))
    const stop = (reason: Ended) => {
      because ??= reason
      signalGroup(child, 'SIGTERM')
      after(graceSeconds, () => signalGroup(child, 'SIGKILL'))
    }
    const interrupt = () => stop({ is: 'interrupted' })
    // Whatever ends this process, the group must not be left behind.
    const leave = () => signalGroup(child, 'SIGKILL')
    process.once('exit', leave)
    const finish = () => {
      process.off('exit', leave)
      signal.removeEventListener('abort', interrupt)
      timers.forEach(clearTimeout)
      signalGroup(child, 'SIGKILL')
    }
    signal.addEventListener('abort', interrupt, { once: true })
    if (timeoutSeconds !== undefined) {
      after(timeoutSeconds, () => stop({ is: 'timed-out', seconds: timeoutSeconds }))
    }
    child.once('error', (error) => {
      finish()
      reject(error)
    })
    // A grandchild may hold the pipes open after the command itself has ended, even from a session of its own.
    child.once('exit', () => {
      after(because ? 0 : 0.5, () => {
        signalGroup(child, 'SIGKILL')
        after(0.5, () => letGo(child))
      })
    })
    child.once('close', (code, by) => {
      finish()
      resolve(because ?? (code === null ? { is: 'killed', by: by ?? '?' } : { is: 'exited', code }))
    })
  })
}

function letGo({ stdout, stderr }: ChildProcess): void {
  stdout?.destroy()
  stderr?.destroy()
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, name)
  } catch {
    // the group is gone already
  }
}
