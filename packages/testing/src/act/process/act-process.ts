import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type ActLine, parseActLine } from './act-line.ts'

export interface ActCall {
  readonly act: string
  readonly args: readonly string[]
  /** Everything that act gets to know of this machine. */
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  readonly timeLimitMs: number
  onLine(line: ActLine): void
}

export interface ActProcess {
  /** As somebody who cancels a run on GitHub: running steps are ended, those with `always()` still run. */
  cancel(): void
  /** What act wrote beside its log, and how it ended. */
  readonly ended: Promise<ActEnd>
}

export interface ActEnd {
  readonly exitCode: number
  readonly stderr: string
  readonly timedOut: boolean
}

export function startAct({ act, args, env, cwd, timeLimitMs, onLine }: ActCall): ActProcess {
  // A group of its own, so that nothing that a step has started can outlive the run.
  const child = spawn(act, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const end = { exitCode: 1, stderr: '', timedOut: false }
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    end.stderr += text
  })
  const limit = setTimeout(() => {
    end.timedOut = true
    // Asked this way, act ends its steps, which are in sessions of their own.
    child.kill('SIGTERM')
    setTimeout(() => killGroup(child), 2_000).unref()
  }, timeLimitMs)
  const ended = new Promise<ActEnd>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout })
    lines.on('line', (text) => {
      try {
        const line = parseActLine(text)
        if (line === undefined) end.stderr += `${text}\n`
        else onLine(line)
      } catch (error) {
        killGroup(child)
        reject(error)
      }
    })
    const finished = Promise.all([once(lines), exitOf(child)])
    finished.then(([, exitCode]) => resolve({ ...end, exitCode }), reject)
  }).finally(() => {
    clearTimeout(limit)
    killGroup(child)
  })
  return { cancel: () => void child.kill('SIGINT'), ended }
}

function once(lines: NodeJS.EventEmitter): Promise<void> {
  return new Promise((resolve) => void lines.once('close', () => resolve()))
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody is left in it.
  }
}
