import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommitSha, Workspace, Workspaces } from '@wavefront/wave'
import { git, tryGit } from '../exec/git.ts'
import { readIdentity } from '../identity.ts'
import type { Mirror } from '../mirror/open-mirror.ts'
import { openRepository, type Repository } from '../repository.ts'
import { keepSettings } from './keep-settings.ts'
import { inPlace, type Others, ownIndex, type Place } from './place.ts'
import { reset } from './prepare-place.ts'
import { takeSnapshot } from './snapshot.ts'
import { commitTree } from './workspace.ts'

/** A runner's one checkout, in which setup, agent and checks work on the spot. */
export interface Checkout extends Workspaces {
  readonly repository: Repository
  open(at: CommitSha): Promise<OpenCheckout>
}

export interface OpenCheckout extends Workspace {
  /** What lies here now was made by the setup: files of the commit that it changed are put back, new ones count as nobody's. */
  settle(): Promise<void>
}

/** The checkout in a directory; an empty directory becomes one. Commits that only the mirror has can be opened, too. */
export async function openCheckout(
  dir: string,
  mirror: Mirror,
  first: CommitSha,
): Promise<Checkout> {
  if (!existsSync(join(dir, '.git'))) {
    await mkdir(dir, { recursive: true })
    await git(['init', '--quiet', '--template=', '.'], { cwd: dir })
    await shareObjects(join(dir, '.git'), mirror)
    await shareEnd(join(dir, '.git'), mirror)
    await writeFile(join(dir, '.git', 'HEAD'), `${first}\n`)
  }
  const repository = await openRepository(dir)
  await shareObjects(repository.gitDir, mirror)
  // Before the first agent runs: it may change who git thinks we are.
  const by = await readIdentity(repository)
  let settings = await keepSettings(repository)
  const bare: Place = { dir: repository.top, admin: repository.gitDir }
  let others = existsSync(join(bare.admin, 'index')) ? await readUntracked(bare) : none
  return {
    repository,
    async open(at) {
      await settings.mend()
      if (!existsSync(ownIndex(bare))) await makeIndex(bare, at)
      others = await withoutTracked(repository, others, at)
      let place: Place = { ...bare, others }
      await reset(place, at)
      return {
        ...{ lane: 1, dir: place.dir },
        async snapshot() {
          if (!existsSync(bare.admin)) return { is: 'gone' }
          await writeFile(join(bare.admin, 'HEAD'), `${at}\n`)
          const broke = await settings.mend()
          if (!(await mendIndex(bare, at))) return { is: 'gone' }
          const snapshot = await takeSnapshot(repository, place, at)
          return broke === undefined ? snapshot : { ...snapshot, broke }
        },
        commit: (tree, message) => commitTree({ repository, at, by }, tree, message),
        async settle() {
          await settings.mend()
          settings = await keepSettings(repository)
          others = await readUntracked(bare)
          place = { ...bare, others }
          await reset(place, at)
        },
        // Nobody looks at a runner's disk afterwards.
        close: async () => {},
      }
    },
  }
}

async function makeIndex(place: Place, at: CommitSha): Promise<void> {
  await git(['read-tree', '--reset', at], inPlace(place))
  await copyFile(join(place.admin, 'index'), ownIndex(place))
}

/** Nothing can be asked of git with an index that the agent broke. Tells whether it works again. */
async function mendIndex(place: Place, at: CommitSha): Promise<boolean> {
  const { code } = await tryGit(['ls-files', '-z'], inPlace(place))
  if (code !== 0) await copyFile(ownIndex(place), join(place.admin, 'index')).catch(() => {})
  return (await tryGit(['ls-files', '-z', '--', at], inPlace(place))).code === 0
}

/** More files in one place than anybody writes by hand: an environment, a cache. */
const many = 500

const none: Others = { files: [], paths: [] }

async function readUntracked(place: Place): Promise<Others> {
  const list = ['ls-files', '--others', '--exclude-standard', '-z']
  const [coarse, fine] = await Promise.all([
    git([...list, '--directory'], inPlace(place)),
    git(list, inPlace(place)),
  ])
  const paths = splitPaths(coarse)
  const all = splitPaths(fine)
  const files = paths.flatMap((path) => {
    if (!path.endsWith('/')) return [path]
    const inside = all.filter((file) => file.startsWith(path))
    return inside.length > 0 && inside.length <= many ? inside : [path]
  })
  return { files, paths }
}

/** What was nobody's in another commit may be a file of this one, or a directory with such files in it. */
async function withoutTracked(
  { top }: Repository,
  { files, paths }: Others,
  at: CommitSha,
): Promise<Others> {
  if (paths.length === 0) return none
  const tracked = splitPaths(await git(['ls-tree', '-r', '-z', '--name-only', at], { cwd: top }))
  const isNobodys = (other: string) =>
    !tracked.some((path) => (other.endsWith('/') ? path.startsWith(other) : path === other))
  return { files: files.filter(isNobodys), paths: paths.filter(isNobodys) }
}

function splitPaths(output: string): readonly string[] {
  return output.split('\0').filter((path) => path !== '')
}

async function shareObjects(gitDir: string, { repository }: Mirror): Promise<void> {
  const info = join(gitDir, 'objects', 'info')
  await mkdir(info, { recursive: true })
  const file = join(info, 'alternates')
  const known = existsSync(file) ? await readFile(file, 'utf8') : ''
  const line = `${join(repository.gitDir, 'objects')}\n`
  if (!known.includes(line)) await writeFile(file, known + line)
}

/** Where the mirror's history ends, so does this one: without that, `git log` fails on a parent that nobody has. */
async function shareEnd(gitDir: string, { repository }: Mirror): Promise<void> {
  const end = join(repository.gitDir, 'shallow')
  if (existsSync(end)) await copyFile(end, join(gitDir, 'shallow'))
}
