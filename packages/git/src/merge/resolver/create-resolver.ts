import { spawn } from 'node:child_process'
import { lstat, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { hasNewMarkers } from '../../conflict-markers.ts'
import { environment } from '../../exec/environment.ts'
import { decodeText } from '../encoding.ts'
import type { Sides } from '../settle-text.ts'
import { fillIn, parseResolver } from './parse-command.ts'
import type { Resolve } from './resolve.ts'

export interface ResolverOptions {
  /** A merge driver's command, or the short name of one. */
  readonly command: string
  readonly timeoutMs?: number
}

/**
 * Runs a merge driver on three files. That it is missing, fails, takes too long, leaves conflicts or writes
 * something that is no text only means that it has nothing to say.
 */
export function createResolver({ command, timeoutMs = 20_000 }: ResolverOptions): Resolve {
  const words = parseResolver(command)
  return async (path, sides) => {
    const dir = await mkdtemp(join(tmpdir(), 'wavefront-resolver-'))
    try {
      return await resolveIn(dir, { words, timeoutMs, path, sides })
    } finally {
      await rm(dir, { recursive: true, force: true })
    }
  }
}

interface Task {
  readonly words: readonly string[]
  readonly timeoutMs: number
  readonly path: string
  readonly sides: Sides<string>
}

async function resolveIn(
  dir: string,
  { words, timeoutMs, path, sides }: Task,
): Promise<string | undefined> {
  // Some tools tell the language by the file's name alone.
  const ending = extname(basename(path)).replace(/[^.\w]/g, '')
  const file = (side: string) => join(dir, side + ending)
  const [O, A, B] = [file('base'), file('ours'), file('theirs')]
  await Promise.all([
    writeFile(O, sides.base),
    writeFile(A, sides.ours),
    writeFile(B, sides.theirs),
  ])
  const names = { S: 'base', X: 'branch', Y: 'task' }
  const [program = '', ...args] = fillIn(words, { O, A, B, P: path, L: '7', ...names })
  if (!(await succeeds(program, args, { dir, timeoutMs }))) return undefined
  const content = await readPlainFile(A)
  if (content === undefined || hasNewMarkers(content, [sides.ours, sides.theirs])) return undefined
  return content
}

/** The tool may have left anything there: a pipe would never end, a link leads out of the directory. */
async function readPlainFile(file: string): Promise<string | undefined> {
  const found = await lstat(file).catch(() => undefined)
  return found?.isFile() ? decodeText(await readFile(file))?.content : undefined
}

interface Limits {
  readonly dir: string
  readonly timeoutMs: number
}

/** A group of its own, so that what the tool has started ends with it. */
function succeeds(
  program: string,
  args: readonly string[],
  { dir, timeoutMs }: Limits,
): Promise<boolean> {
  return new Promise((resolve) => {
    const env = environment(process.env, {})
    const child = spawn(program, args, { cwd: dir, env, stdio: 'ignore', detached: true })
    const timer = setTimeout(() => {
      end(child.pid)
      resolve(false)
    }, timeoutMs)
    const answer = (isGood: boolean) => {
      clearTimeout(timer)
      resolve(isGood)
    }
    child.on('error', () => answer(false))
    child.on('exit', (code) => answer(code === 0))
  })
}

function end(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}
