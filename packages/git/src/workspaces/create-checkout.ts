import { existsSync } from 'node:fs'
import { appendFile, copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommitSha, Workspace, Workspaces } from '@wavefront/wave'
import { git } from '../exec/git.ts'
import { readIdentity } from '../identity.ts'
import type { Mirror } from '../mirror/open-mirror.ts'
import { openRepository, type Repository } from '../repository.ts'
import { inPlace, ownIndex, type Place } from './place.ts'
import { reset } from './prepare-place.ts'
import { createWorkspace } from './workspace.ts'

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
    await writeFile(join(dir, '.git', 'HEAD'), `${first}\n`)
  }
  const repository = await openRepository(dir)
  await shareObjects(repository.gitDir, mirror)
  let leave: readonly string[] | undefined
  return {
    repository,
    async open(at) {
      let place: Place = { dir: repository.top, admin: repository.gitDir }
      leave ??= existsSync(join(place.admin, 'index')) ? await readUntracked(place) : []
      place = { ...place, leave }
      if (!existsSync(ownIndex(place))) await makeIndex(place, at)
      await reset(place, at)
      const by = await readIdentity(repository)
      const open = { repository, lane: 1, at, by, release: () => {} }
      return {
        ...createWorkspace({ ...open, place }),
        snapshot: () => createWorkspace({ ...open, place }).snapshot(),
        // Nobody looks at a runner's disk afterwards.
        close: async () => {},
        async settle() {
          leave = await readUntracked(place)
          place = { ...place, leave }
          await reset(place, at)
        },
      }
    },
  }
}

async function makeIndex(place: Place, at: CommitSha): Promise<void> {
  await git(['read-tree', '--reset', at], inPlace(place))
  await copyFile(join(place.admin, 'index'), ownIndex(place))
}

async function readUntracked(place: Place): Promise<readonly string[]> {
  const args = ['ls-files', '--others', '--exclude-standard', '--directory', '-z']
  return (await git(args, inPlace(place))).split('\0').filter((path) => path !== '')
}

async function shareObjects(gitDir: string, { repository }: Mirror): Promise<void> {
  const info = join(gitDir, 'objects', 'info')
  await mkdir(info, { recursive: true })
  await appendFile(join(info, 'alternates'), `${join(repository.gitDir, 'objects')}\n`)
}
