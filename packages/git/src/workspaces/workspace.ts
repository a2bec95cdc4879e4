import type { CommitMessage, CommitSha, Workspace } from '@wavefront/wave'
import type { Identity } from '../identity.ts'
import { objectsOf } from '../objects/objects.ts'
import type { Repository } from '../repository.ts'
import { writeCommit } from '../write-commit.ts'
import { isGone } from './gone.ts'
import type { Settings } from './keep-settings.ts'
import { markKept } from './lane-directory.ts'
import type { Place } from './place.ts'
import { takeSnapshot } from './snapshot.ts'

export interface OpenLane {
  readonly repository: Repository
  readonly place: Place
  readonly lane: number
  readonly at: CommitSha
  readonly release: () => void
  /** Who the commits are by. */
  readonly by: Identity
  readonly mend: Settings['mend']
  /** Nobody else can have broken what all share. */
  readonly isAlone: () => boolean
}

/** One open place of the pool. */
export function createWorkspace(open: OpenLane): Workspace {
  const { repository, place, lane, at, release, mend, isAlone } = open
  let isOpen = true
  return {
    lane,
    dir: place.dir,
    async snapshot() {
      const broke = await mend()
      const snapshot = await takeSnapshot(repository, place, at)
      return broke !== undefined && isAlone() ? { ...snapshot, broke } : snapshot
    },
    async commit(tree, message) {
      await mend()
      return commitTree(open, tree, message)
    },
    close: async ({ keep }) => {
      if (!isOpen) return
      isOpen = false
      try {
        if (keep && !(await isGone(place.dir))) await markKept(place.dir)
      } finally {
        release()
      }
    },
  }
}

export async function commitTree(
  { repository, at, by }: Pick<OpenLane, 'repository' | 'at' | 'by'>,
  wanted: string,
  message: CommitMessage,
): Promise<CommitSha> {
  const tree = wanted === 'unchanged' ? await objectsOf(repository).findTree(at) : wanted
  return writeCommit(repository, { tree, message, by, parents: [at], at: message.at })
}
