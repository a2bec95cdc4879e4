import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ActionEnd,
  epicIssue,
  type HostedWorld,
  hostedWorld,
  makeHermetic,
  runGit,
  taskIssue,
} from '@wavefront/testing'

export const epic = {
  ...epicIssue(),
  title: 'The whole shop',
  description: 'Sell bread.',
}

/** A world whose agent is this script; it finds the world's own directory in nothing that it is told. */
export async function shopWith(
  agent: string,
  more: {
    readonly config?: string
    readonly files?: Readonly<Record<string, string>>
    readonly issues?: readonly object[]
  } = {},
): Promise<HostedWorld> {
  const world = await hostedWorld({
    config: `agent: sh ./agent.sh\n${more.config ?? ''}`,
    issues: more.issues ?? [epic, taskIssue('a')],
    files: { 'agent.sh': agent, ...more.files },
  })
  // Worlds of one commit hide what a shallow clone lacks.
  world.checkout.commit({ 'second.txt': 'a second commit\n' })
  world.checkout.git('push', '--quiet', 'origin', 'main')
  return world
}

type Inputs = Readonly<Record<string, string | number | undefined>>
type More = Omit<Parameters<HostedWorld['job']>[1], 'run' | 'inputs'>

export async function execute(
  world: HostedWorld,
  inputs: Inputs = {},
  more: More = {},
): Promise<ActionEnd> {
  const given = {
    task_id: 'a',
    attempt: 1,
    wave: 1,
    base_sha: world.checkout.sha('main'),
    branch: 'opencode/issue-7',
    issue_number: 7,
  }
  const run = await world.startRun({})
  return world.job('execute', { run, inputs: { ...given, ...inputs }, ...more })
}

export interface Commit {
  readonly sha: string
  readonly parents: readonly string[]
  readonly author: string
  readonly subject: string
  readonly body: string
  readonly trailers: readonly string[]
  /** Status and path of all that differs from its parent. */
  readonly changes: readonly string[]
  read(path: string): string
}

/** What the bundle of a worker brings, as the landing sees it: in a clone that has the base. */
export function unpack(world: HostedWorld, { outputs }: ActionEnd): Commit {
  const file = outputs.bundle ?? ''
  if (!existsSync(file)) throw new Error('there is no bundle')
  const ref = 'refs/test/result'
  world.checkout.git('fetch', '--quiet', file, `+refs/wavefront/result:${ref}`)
  return readCommit(world, world.checkout.sha(ref))
}

export function readCommit({ checkout }: HostedWorld, sha: string): Commit {
  const show = (format: string) => checkout.git('log', '-1', `--format=${format}`, sha)
  const base = checkout.sha(`${sha}~1`)
  return {
    sha,
    parents: show('%P').split(' '),
    author: show('%an <%ae> / %cn <%ce>'),
    subject: show('%s'),
    body: show('%b'),
    trailers: show('%(trailers:only,unfold)')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('Wavefront-Started')),
    changes: checkout
      .git('diff-tree', '-r', '-z', '--no-renames', '--name-status', base, sha)
      .split('\0')
      .slice(0, -1)
      .map((_, index, all) => `${all[index - 1]} ${all[index]}`)
      .filter((_, index) => index % 2 === 1),
    read: (path) => checkout.read(sha, path),
  }
}

/** What `actions/checkout` leaves: one commit, a detached head, a remote and no credentials. */
export function checkedOut(world: HostedWorld): string {
  makeHermetic()
  const dir = join(mkdtempSync(join(world.dir, 'checked-out-')), 'demo')
  mkdirSync(dir)
  const git = (...args: readonly string[]) => runGit(args, { cwd: dir })
  git('init', '--quiet', '.')
  git('remote', 'add', 'origin', `${world.git.url}/octo/demo`)
  const from = `file://${world.served.path}`
  git('fetch', '--quiet', '--no-tags', '--depth=1', from, world.checkout.sha('main'))
  git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD')
  return dir
}

export function copyOf(world: HostedWorld, path: string): string {
  const dir = mkdtempSync(join(world.dir, 'kept-'))
  cpSync(path, dir, { recursive: true })
  return dir
}

export function logOf({ outputs }: ActionEnd, name: string): string {
  return readFileSync(join(outputs.logs ?? '', name), 'utf8')
}
