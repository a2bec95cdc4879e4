import { copyFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CommitSha } from '@wavefront/wave'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { isGone } from './gone.ts'
import type { Turns } from './in-turn.ts'
import { findPlace, inPlace, ownIndex, type Place, passOver } from './place.ts'
import { removeWorktree } from './remove-worktree.ts'

export interface WantedPlace {
  readonly dir: string
  readonly at: CommitSha
  readonly inTurn: Turns
}

/** A worktree at `dir` with the files of a commit. One that is there is reused, and its ignored files stay. */
export async function preparePlace(repository: Repository, wish: WantedPlace): Promise<Place> {
  const { dir, at, inTurn } = wish
  const place = (await isGone(dir)) ? undefined : await findPlace(repository, dir)
  if (place && (await tryReset(place, at))) return place
  // Git keeps one list of all worktrees, and two who add to it at once fail.
  return inTurn(() => makePlace(repository, wish))
}

async function makePlace(repository: Repository, { dir, at }: WantedPlace): Promise<Place> {
  await removeWorktree(repository, dir)
  await git(['worktree', 'add', '--quiet', '--detach', '--force', dir, at], { cwd: repository.top })
  const made = await findPlace(repository, dir)
  if (made === undefined) throw new Error(`git made a worktree at ${dir} that cannot be used`)
  await copyFile(join(made.admin, 'index'), ownIndex(made))
  return made
}

/** Whatever cannot be reset is made anew, so no failure here needs a remedy. */
async function tryReset(place: Place, at: CommitSha): Promise<boolean> {
  try {
    await reset(place, at)
    return true
  } catch {
    return false
  }
}

/**
 * Half-done merges and rebases end, HEAD lets go of any branch, and our index comes back: the agent's
 * may hide changes (`skip-worktree`). It is moved and not copied, because a younger file time would
 * make git trust entries that changed within the same second.
 */
export async function reset(place: Place, at: CommitSha): Promise<void> {
  const leftovers = unfinished.map((name) => join(place.admin, name))
  await Promise.all(leftovers.map((path) => rm(path, { recursive: true, force: true })))
  await writeFile(join(place.admin, 'HEAD'), `${at}\n`)
  const index = join(place.admin, 'index')
  await rename(ownIndex(place), index)
  await git(['read-tree', '--reset', '-u', at], inPlace(place))
  await git(['clean', '-ffdq', '--', '.', ...passOver(place.others?.paths)], inPlace(place))
  await copyFile(index, ownIndex(place))
}

const unfinished = [
  'index.lock',
  'HEAD.lock',
  'wavefront-index.lock',
  'locked',
  'config.worktree',
  'info',
  'sequencer',
  'rebase-merge',
  'rebase-apply',
  'AUTO_MERGE',
  'BISECT_LOG',
  'BISECT_START',
  'CHERRY_PICK_HEAD',
  'MERGE_HEAD',
  'MERGE_MODE',
  'MERGE_MSG',
  'REVERT_HEAD',
  'SQUASH_MSG',
]
