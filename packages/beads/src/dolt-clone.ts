import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { UserError } from '@wavefront/errors'
import type { TaskStore } from '@wavefront/wave'
import { Bd } from './bd/bd.ts'
import type { Environment } from './bd/environment.ts'
import { openStore } from './open-store.ts'

export interface DoltCloneOptions {
  /** A directory with the repository's `.beads/`, and nothing else. */
  readonly dir: string
  /** The repository on the server. */
  readonly url: string
  readonly bd: string
  /** Settings for git, which bd talks to the server with: in its environment alone. */
  readonly credentials: Readonly<Record<string, string>>
  readonly env: Environment
  readonly clock: () => Date
}

/** A copy of the Dolt database that the server keeps in `refs/dolt/data`. */
export interface DoltClone {
  readonly store: TaskStore
  /** `behind` when somebody else has pushed since the copy was made. */
  push(): Promise<'pushed' | 'behind'>
}

export async function openDoltClone(options: DoltCloneOptions): Promise<DoltClone> {
  const { dir, url, bd: binary, clock } = options
  await mkdir(dir, { recursive: true })
  const env = { ...options.env, ...gitSettings(options) }
  prepareRepository(dir, url, env)
  const bd = new Bd({ binary, dir, env, timeoutMs: 300_000 })
  await bootstrap(bd)
  const { store } = await openStore({ dir, kind: 'bd', bd: binary, env, clock, timeoutMs: 300_000 })
  return { store, push: () => push(bd) }
}

/** Bd wants to be in a repository that has the server as its origin. */
function prepareRepository(dir: string, url: string, env: Environment): void {
  const git = (...args: string[]) =>
    spawnSync('git', args, { cwd: dir, env: { ...env }, encoding: 'utf8' })
  const { status, stderr } = [
    git('init', '--quiet', '--template=', '.'),
    git('remote', 'add', 'origin', url),
  ].find((end) => end.status !== 0) ?? { status: 0, stderr: '' }
  if (status !== 0) throw new Error(`git cannot name the server in ${dir}: ${stderr}`)
  git('config', 'beads.role', 'maintainer')
}

/** What `.beads/config.yaml` calls the server may be its other address, for people with a key. */
function gitSettings({ url, credentials }: DoltCloneOptions): Record<string, string> {
  const { origin, host } = new URL(url)
  const settings = [
    ...Object.entries(credentials).filter(([key]) => key.startsWith('http.http')),
    [`url.${origin}/.insteadOf`, `git@${host}:`],
    [`url.${origin}/.insteadOf`, `ssh://git@${host}/`],
  ]
  const env: Record<string, string> = {
    GIT_CONFIG_COUNT: String(settings.length),
    GIT_TERMINAL_PROMPT: '0',
  }
  for (const [index, [key = '', value = '']] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${index}`] = key
    env[`GIT_CONFIG_VALUE_${index}`] = value
  }
  return env
}

/** One JSON object, and then progress for a terminal on the same stream. */
async function bootstrap(bd: Bd): Promise<void> {
  const said = await bd.run(['bootstrap', '--json', '--yes'])
  const action = /"action":\s*"(\w+)"/.exec(said)?.[1]
  if (action === 'sync' || action === 'none') return
  throw new UserError({
    what: `the server has no Beads database to bootstrap from (bd would "${action ?? 'do nothing'}")`,
    where: 'refs/dolt/data',
    fix: 'push it once from the checkout where it was made: `bd dolt push`',
  })
}

async function push(bd: Bd): Promise<'pushed' | 'behind'> {
  try {
    await bd.run(['dolt', 'push'])
    return 'pushed'
  } catch (error) {
    if (/non-fast-forward|fetch first|rejected|behind/i.test(String((error as Error).message)))
      return 'behind'
    throw error
  }
}
