import { randomUUID } from 'node:crypto'
import type { CommitSha, Workspaces } from '@wavefront/wave'
import { type Identity, readIdentity } from '../identity.ts'
import type { Repository } from '../repository.ts'
import { createTurns, type Turns } from './in-turn.ts'
import { keepSettings, type Settings } from './keep-settings.ts'
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
  let identity: Promise<Identity> | undefined
  let settings: Promise<Settings> | undefined
  let open = 0
  return {
    open: async (at) => {
      const lane = await lanes.take()
      open += 1
      const release = () => {
        open -= 1
        lanes.give(lane)
      }
      try {
        // Before the first agent runs: it may change who git thinks we are.
        identity ??= readIdentity(repository)
        const by = await identity
        settings ??= keepSettings(repository)
        const { mend } = await settings
        await mend()
        const place = await prepareLane({ repository, name: `${lane}-${token}`, at, inTurn })
        const isAlone = () => open === 1
        return createWorkspace({ repository, place, lane, at, by, release, mend, isAlone })
      } catch (error) {
        release()
        throw error
      }
    },
  }
}

async function prepareLane({
  repository,
  name,
  at,
  inTurn,
}: {
  readonly repository: Repository
  readonly name: string
  readonly at: CommitSha
  readonly inTurn: Turns
}): Promise<Place> {
  const worktrees = await ensureWorktreesDirectory(repository)
  return preparePlace(repository, { dir: await laneDirectory(worktrees, name), at, inTurn })
}
