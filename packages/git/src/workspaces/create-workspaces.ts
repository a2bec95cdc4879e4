import { randomUUID } from 'node:crypto'
import type { CommitSha, Workspaces } from '@wavefront/wave'
import type { Repository } from '../repository.ts'
import { createTurns } from './in-turn.ts'
import { laneDirectory } from './lane-directory.ts'
import { createLanes } from './lanes.ts'
import { ensureWorktreesDirectory } from './own-directory.ts'
import type { Place } from './place.ts'
import { preparePlace } from './prepare-place.ts'
import { createWorkspace } from './workspace.ts'

export interface WorkspacesOptions {
  /** How many may be open at once; whoever opens one more waits. */
  readonly lanes: number
  /**
   * A part of each directory's name that no other run has: what outlives a killed run may still write into
   * that run's directories.
   */
  readonly token?: string
}

/** A pool of worktrees under `.wavefront/worktrees`, reused from task to task. */
export function createWorkspaces(repository: Repository, options: WorkspacesOptions): Workspaces {
  const token = options.token ?? randomUUID().slice(0, 8)
  const lanes = createLanes(options.lanes)
  const inTurn = createTurns()
  return {
    open: async (at) => {
      const lane = await lanes.take()
      const release = () => lanes.give(lane)
      try {
        const place = await inTurn(() => prepareLane(repository, `${lane}-${token}`, at))
        return createWorkspace({ repository, place, lane, at, release })
      } catch (error) {
        release()
        throw error
      }
    },
  }
}

async function prepareLane(repository: Repository, lane: string, at: CommitSha): Promise<Place> {
  const worktrees = await ensureWorktreesDirectory(repository)
  return preparePlace(repository, await laneDirectory(worktrees, lane), at)
}
