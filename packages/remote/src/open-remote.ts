import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import {
  createBranches,
  createHistory,
  type MergerOptions,
  type Mirror,
  pushAtomically,
  pushEach,
  type RefMove,
  readFileAt,
  type WantedRefs,
} from '@wavefront/git'
import type {
  Branches,
  BranchHistory,
  BranchName,
  LandingPush,
  Server,
  TaskStore,
} from '@wavefront/wave'
import { doltStore } from './dolt-store.ts'
import { jsonlStore } from './jsonl-store.ts'
import type { SharedStore } from './shared-store.ts'

export interface RemoteOptions {
  readonly mirror: Mirror
  readonly feature: BranchName
  readonly base: BranchName
  readonly store: 'auto' | 'embedded' | 'bd'
  /** Where a JSONL store is kept; `none` for the feature branch itself. */
  readonly storeBranch: BranchName | 'none'
  /** A directory of our own for the store's copy. */
  readonly scratch: string
  /** The path of a bd, asked for when it is needed. */
  readonly bd: () => Promise<string>
  readonly env: NodeJS.ProcessEnv
  readonly clock: () => Date
  /** With what the landings were merged, and are described. */
  readonly merging?: MergerOptions
  /** The mirror has just taken everything that is needed. */
  readonly isFetched?: boolean
}

/** The world of a wave on the server, behind the ports of the use cases. */
export interface Remote {
  readonly branches: Branches
  readonly history: BranchHistory
  readonly store: TaskStore
  /** For people. */
  readonly storeAt: string
  readonly server: Server
}

export async function openRemote(options: RemoteOptions): Promise<Remote> {
  const { mirror, feature, base, storeBranch } = options
  refuseSameBranches(options)
  const wanted = wantedRefs({ feature, base, storeBranch })
  if (!options.isFetched) await mirror.fetch(wanted)
  const shared = await openShared(options)
  const own = { feature, base }
  return {
    branches: createBranches(mirror.repository, own),
    history: createHistory(mirror.repository, own, options.merging),
    store: shared.store,
    storeAt: shared.where,
    server: {
      async refresh() {
        await mirror.fetch(wanted)
        await shared.reload()
      },
      pushLanding: () => pushLanding(options, shared),
      pushTaskBranches: () => pushTaskBranches(options),
    },
  }
}

/** Everything that a wave needs to know of, in one fetch. */
export function wantedRefs({
  feature,
  base,
  storeBranch,
}: Pick<RemoteOptions, 'feature' | 'base' | 'storeBranch'>): WantedRefs {
  return {
    branches: [base],
    beginning: [feature, ...(storeBranch === 'none' ? [] : [storeBranch])],
  }
}

function refuseSameBranches({ feature, base, storeBranch }: RemoteOptions): void {
  if (feature === base) {
    const what = `the feature branch and its base are both "${base}"`
    throw new UserError({ what, where: 'branch', fix: 'give the work a branch of its own' })
  }
  const isCode = storeBranch === feature || storeBranch === base
  if (isCode || taskBranches(feature).some((own) => storeBranch.startsWith(own))) {
    throw new UserError({
      what: `the store's branch is "${storeBranch}", which is a branch of code`,
      where: 'store_branch',
      fix: 'write the name of a branch for the store alone, or `none` to keep it in the feature branch',
    })
  }
}

/** What the names of a feature branch's tasks' branches begin with. */
function taskBranches(feature: BranchName): readonly string[] {
  return [`${feature}-task-`, `${feature}-failed-`]
}

async function openShared(options: RemoteOptions): Promise<SharedStore> {
  const { mirror, feature, base, storeBranch, scratch, clock, env } = options
  if (await isDolt(options)) {
    const bd = await options.bd()
    return doltStore({ mirror, base, bd, env, clock, dir: join(scratch, 'dolt') })
  }
  const isOwn = storeBranch !== 'none'
  const branch = isOwn ? storeBranch : feature
  return jsonlStore({ mirror, base, branch, isOwn, clock, dir: join(scratch, 'jsonl') })
}

async function isDolt({ mirror, base, store }: RemoteOptions): Promise<boolean> {
  if (store !== 'auto') return store === 'bd'
  const at = await mirror.repository.resolve(`refs/heads/${base}`)
  const text = at && (await readFileAt(mirror.repository, at, '.beads/metadata.json'))
  return /"backend"\s*:\s*"dolt"/.test(text ?? '')
}

async function pushLanding(options: RemoteOptions, shared: SharedStore): Promise<LandingPush> {
  const { mirror, feature, storeBranch } = options
  await shared.stage()
  const branches = [feature, storeBranch].map((branch) => `refs/heads/${branch}`)
  const moves = (await mirror.readMoves()).filter(({ ref }) => branches.includes(ref))
  const pushed = await push(mirror, moves)
  if (pushed.is === 'pushed') await shared.push()
  return pushed
}

async function push(mirror: Mirror, moves: readonly RefMove[]): Promise<LandingPush> {
  const updates = moves.flatMap((move) => ('to' in move ? [move] : []))
  if (updates.length === 0) return { is: 'pushed' }
  const { url: remote, credentials } = mirror
  const pushed = await pushAtomically(mirror.repository, {
    ...{ remote, updates, credentials, patience: mirror.patience },
  })
  if (pushed.is === 'pushed') mirror.settle(moves)
  if (pushed.is !== 'rejected') return pushed.is === 'pushed' ? pushed : { is: 'lost-race' }
  const refused = pushed.refs.map(({ ref, reason }) => `${ref}: ${reason}`).join('; ')
  return {
    is: 'refused',
    why: `the push was refused: ${refused}${pushed.said ? `\n${pushed.said}` : ''}`,
    fix: pushed.fix ?? 'see what the server says, and allow this token to push to these branches',
  }
}

async function pushTaskBranches({ mirror, feature }: RemoteOptions): Promise<readonly string[]> {
  const moves = (await mirror.readMoves()).filter(({ ref }) =>
    taskBranches(feature).some((own) => ref.startsWith(`refs/heads/${own}`)),
  )
  const changes = moves.map((move) =>
    'gone' in move ? { ref: move.ref, to: 'deleted' as const, expect: move.gone } : move,
  )
  try {
    const refused = await pushEach(mirror, changes)
    const names = new Set(refused.map(({ ref }) => ref))
    mirror.settle(moves.filter(({ ref }) => !names.has(ref)))
    return refused.map(
      ({ ref, reason }) => `${ref.slice('refs/heads/'.length)} stays as it was: ${reason}`,
    )
  } catch (error) {
    // What has landed is safe, and these branches are tidied by the next run.
    return [`the branches of tasks could not be pushed: ${(error as Error).message}`]
  }
}
