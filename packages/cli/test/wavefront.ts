import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { type GitWorld, gitWorld } from '@wavefront/testing'

const bundle = resolve('dist/cli/index.js')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Wavefront extends GitWorld {
  /** Runs the bundle as its user would, in the repository. */
  wavefront(...args: readonly string[]): Promise<Ended>
  /** The same, in another folder. */
  wavefrontIn(cwd: string, ...args: readonly string[]): Promise<Ended>
  /** The same, without waiting: to be interrupted. */
  start(...args: readonly string[]): { child: ChildProcess; ended: Promise<Ended> }
  /** Everything in the checkout and in git that a user could miss or find changed. */
  picture(): string
}

/** A repository with a store of these tasks, and the bundled `wavefront` to run in it. */
export function aRepository(options: {
  readonly tasks?: readonly TaskLine[]
  readonly files?: Readonly<Record<string, string>>
  readonly empty?: boolean
}): Wavefront {
  const { tasks, files = {}, empty = false } = options
  const store = tasks ? { '.beads/issues.jsonl': tasks.map(toLine).join('') } : {}
  const world = gitWorld({ empty, files: { ...store, ...files } })
  const startIn = (cwd: string, args: readonly string[]) => {
    const child = spawn(process.execPath, [bundle, ...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CI: '', GITHUB_TOKEN: 'ghs_secret' },
    })
    return { child, ended: collect(child) }
  }
  return {
    ...world,
    start: (...args) => startIn(world.dir, args),
    wavefront: (...args) => startIn(world.dir, args).ended,
    wavefrontIn: (cwd, ...args) => startIn(cwd, args).ended,
    picture: () =>
      [
        world.git('status', '--porcelain', '--ignored', '--untracked-files=all'),
        empty ? '' : world.git('for-each-ref'),
        world.git('worktree', 'list', '--porcelain'),
      ].join('\n'),
  }
}

export interface TaskLine {
  readonly id: string
  readonly title?: string
  readonly after?: readonly string[]
  readonly status?: string
  readonly files?: readonly string[]
}

function toLine({
  id,
  title = `Task ${id}`,
  after = [],
  status = 'open',
  files,
}: TaskLine): string {
  const at = '2026-01-01T00:00:00Z'
  return `${JSON.stringify({
    ...{ id, title, status, priority: 2, issue_type: 'task', created_at: at, updated_at: at },
    ...(files ? { metadata: { files } } : {}),
    dependencies: after.map((on) => ({
      ...{ issue_id: id, depends_on_id: on, type: 'blocks', created_at: at },
    })),
  })}\n`
}

async function collect(child: ChildProcess): Promise<Ended> {
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr?.on('data', (chunk) => {
    stderr += chunk
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, stdout, stderr }
}

/** An agent that writes a file named after its task. */
export const writesOwnFile = 'echo "$WAVEFRONT_TASK_ID" > "$WAVEFRONT_TASK_ID.txt"'
