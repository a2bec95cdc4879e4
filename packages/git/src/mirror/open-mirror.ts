import { existsSync } from 'node:fs'
import { mkdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type BranchName, type CommitSha, commitSha, isBranchName } from '@wavefront/wave'
import { readRefs } from '../branches/refs.ts'
import type { GitConfig } from '../exec/environment.ts'
import { git, tryGit } from '../exec/git.ts'
import { failureOf } from '../exec/remedies.ts'
import { checkVersion } from '../exec/version.ts'
import type { RefUpdate } from '../push/settle-push.ts'
import { type Repository, resolveCommit } from '../repository.ts'
import { again, type Patience, usualPatience } from './again.ts'

export interface MirrorOptions {
  /** A directory of our own; made where there is none. */
  readonly dir: string
  /** The repository's address on the server. */
  readonly url: string
  /** The server's credentials. They are never written down. */
  readonly credentials?: GitConfig
  readonly patience?: Patience
}

/**
 * A bare repository of our own with the server's branches under their own names. Work moves the branches
 * here first; what differs from what was fetched is then pushed, or forgotten by fetching again.
 */
export interface Mirror {
  readonly repository: Repository
  readonly url: string
  readonly credentials: GitConfig
  readonly patience: Patience
  /** Takes branches as the server has them now. Those that it has no more go. */
  fetch(wanted: WantedRefs): Promise<void>
  /** The branch that a clone would check out. */
  readDefaultBranch(): Promise<BranchName | undefined>
  /** What has moved here since the last fetch, as updates for a push. */
  readMoves(): Promise<readonly RefMove[]>
  /** Here alone, until it is pushed. */
  moveBranch(branch: BranchName, to: CommitSha): Promise<void>
  /** The server has taken these. */
  settle(moves: readonly RefMove[]): void
}

export interface WantedRefs {
  /** Branches that must be there. */
  readonly branches: readonly BranchName[]
  /** All branches whose names begin so, if there are any. */
  readonly beginning?: readonly BranchName[]
  readonly commits?: readonly CommitSha[]
  /** No history: only what the branches hold now. */
  readonly shallow?: boolean
}

export type RefMove = RefUpdate | { readonly ref: string; readonly gone: CommitSha }

export async function openMirror(options: MirrorOptions): Promise<Mirror> {
  const { dir, url, credentials = {}, patience = usualPatience } = options
  await mkdir(dir, { recursive: true })
  await checkVersion(dir)
  if (!existsSync(join(dir, 'HEAD')))
    await git(['init', '--quiet', '--bare', '--template=', '.'], { cwd: dir })
  const repository = bareRepository(await realpath(dir))
  const config = { ...steady, ...credentials }
  let fetched: ReadonlyMap<string, CommitSha> = new Map()
  return {
    ...{ repository, url, credentials: config, patience },
    async fetch(wanted) {
      await again(patience, () => fetchRefs({ repository, url, config }, wanted))
      fetched = await readBranches(repository)
    },
    readDefaultBranch: () => again(patience, () => readDefault({ repository, url, config })),
    readMoves: async () => compare(fetched, await readBranches(repository)),
    async moveBranch(branch, to) {
      await git(['update-ref', `refs/heads/${branch}`, to], { cwd: repository.top })
    },
    settle(moves) {
      const now = new Map(fetched)
      for (const move of moves) {
        if ('gone' in move) now.delete(move.ref)
        else now.set(move.ref, move.to)
      }
      fetched = now
    },
  }
}

/** A server that says nothing for half a minute is not waited for. */
const steady: GitConfig = {
  'http.lowSpeedLimit': '1',
  'http.lowSpeedTime': '30',
  'protocol.version': '2',
  'fetch.unpackLimit': '1',
}

interface Server {
  readonly repository: Repository
  readonly url: string
  readonly config: GitConfig
}

function bareRepository(dir: string): Repository {
  return {
    top: dir,
    gitDir: dir,
    readHead: async () => {
      throw new Error('a mirror has no checkout')
    },
    resolve: (name) => resolveCommit(dir, name),
    currentBranch: async () => undefined,
    readDirty: async () => [],
  }
}

async function fetchRefs(
  { repository, url, config }: Server,
  { branches, beginning = [], commits = [], shallow = false }: WantedRefs,
): Promise<void> {
  const refspecs = [
    ...branches.map((branch) => `+refs/heads/${branch}:refs/heads/${branch}`),
    ...beginning.map((prefix) => `+refs/heads/${prefix}*:refs/heads/${prefix}*`),
    ...commits,
  ]
  const args = ['fetch', '--quiet', '--prune', '--no-tags', '--no-write-fetch-head']
  const depth = shallow ? ['--depth=1'] : []
  const all = [...args, ...depth, '--', url, ...new Set(refspecs)]
  const end = await tryGit(all, { cwd: repository.top, config })
  if (end.code !== 0) throw failureOf(all, end)
}

async function readBranches(repository: Repository): Promise<ReadonlyMap<string, CommitSha>> {
  const refs = await readRefs(repository, ['refs/heads/'])
  return new Map(refs.map(({ name, commit }) => [name, commit]))
}

async function readDefault({ repository, url, config }: Server): Promise<BranchName | undefined> {
  const args = ['ls-remote', '--symref', '--', url, 'HEAD']
  const end = await tryGit(args, { cwd: repository.top, config })
  if (end.code !== 0) throw failureOf(args, end)
  const name = /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(end.stdout)?.[1] ?? ''
  return isBranchName(name) ? name : undefined
}

function compare(
  before: ReadonlyMap<string, CommitSha>,
  now: ReadonlyMap<string, CommitSha>,
): readonly RefMove[] {
  const moved = [...now].filter(([ref, to]) => before.get(ref) !== to)
  const gone = [...before].filter(([ref]) => !now.has(ref))
  return [
    ...moved.map(([ref, to]) => ({ ref, to, expect: before.get(ref) ?? ('absent' as const) })),
    ...gone.map(([ref, commit]) => ({ ref, gone: commitSha(commit) })),
  ]
}
