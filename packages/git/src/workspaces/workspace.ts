import type { CommitMessage, CommitSha, Workspace } from '@wavefront/wave'
import { readIdentity } from '../identity.ts'
import type { Repository } from '../repository.ts'
import { writeCommit } from '../write-commit.ts'
import { isGone } from './gone.ts'
import { markKept } from './lane-directory.ts'
import type { Place } from './place.ts'
import { takeSnapshot } from './snapshot.ts'

export interface OpenLane {
  readonly repository: Repository
  readonly place: Place
  readonly lane: number
  readonly at: CommitSha
  readonly release: () => void
}

/** One open place of the pool. */
export function createWorkspace({ repository, place, lane, at, release }: OpenLane): Workspace {
  let isOpen = true
  return {
    lane,
    dir: place.dir,
    snapshot: () => takeSnapshot(repository, place, at),
    commit: (tree, message) => commitTree(repository, at, tree, message),
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

async function commitTree(
  repository: Repository,
  parent: CommitSha,
  tree: string,
  message: CommitMessage,
): Promise<CommitSha> {
  const by = await readIdentity(repository)
  return writeCommit(repository, { tree, parents: [parent], message, by, at: message.at })
}
