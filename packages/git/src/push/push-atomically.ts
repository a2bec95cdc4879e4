import { isAncestor } from '../branches/refs.ts'
import type { GitConfig } from '../exec/environment.ts'
import { tryGit } from '../exec/git.ts'
import { failureOf } from '../exec/remedies.ts'
import { again, type Patience } from '../mirror/again.ts'
import type { Repository } from '../repository.ts'
import type { Rejection } from './porcelain.ts'
import { readRemote } from './read-remote.ts'
import { type Pushed, type RefUpdate, settlePush } from './settle-push.ts'

export interface PushRequest {
  /** A remote's name or address. */
  readonly remote: string
  readonly updates: readonly RefUpdate[]
  /** Settings for this command alone, such as `http.<address>.extraHeader`: never written down, never an argument. */
  readonly credentials?: GitConfig
  /** How often a server that failed is asked again; by default not at all. */
  readonly patience?: Patience
}

/**
 * All refs or none, forwards only, each from where it is expected. However the push ended, the remote is
 * asked what it has now: a connection that is cut may have done its work, and git's words are for people.
 */
export async function pushAtomically(
  repository: Repository,
  request: PushRequest,
): Promise<Pushed> {
  const patience = request.patience ?? { tries: 1, firstWaitMs: 0 }
  return again(patience, () => pushOnce(repository, request))
}

async function pushOnce(repository: Repository, request: PushRequest): Promise<Pushed> {
  const backwards = await findBackwards(repository, request.updates)
  if (backwards.length > 0) return { is: 'rejected', refs: backwards, said: '' }
  const args = pushArguments(request)
  const end = await tryGit(args, remoteOptions(repository, request))
  if (end.code === 0) return { is: 'pushed' }
  const failure = failureOf(args, end)
  const refs = request.updates.map(({ ref }) => ref)
  const found = await readRemote(request.remote, refs, remoteOptions(repository, request))
  // If the remote does not answer any more, the push's own failure is the one to tell.
  if (found === undefined) throw failure
  return settlePush(request.updates, found, end, failure)
}

/** A lease alone would let us rewind a branch. */
async function findBackwards(
  repository: Repository,
  updates: readonly RefUpdate[],
): Promise<readonly Rejection[]> {
  const backwards: Rejection[] = []
  for (const { ref, to, expect } of updates) {
    if (expect === 'absent' || (await isAncestor(repository, expect, to))) continue
    backwards.push({ ref, reason: `${to} does not contain ${expect}` })
  }
  return backwards
}

function pushArguments({ remote, updates }: PushRequest): readonly string[] {
  const leases = updates.map(
    ({ ref, expect }) => `--force-with-lease=${ref}:${expect === 'absent' ? '' : expect}`,
  )
  const refspecs = updates.map(({ ref, to }) => `${to}:${ref}`)
  return ['push', '--atomic', '--porcelain', '--no-verify', ...leases, '--', remote, ...refspecs]
}

function remoteOptions(repository: Repository, { credentials }: PushRequest) {
  return { cwd: repository.top, ...(credentials && { config: credentials }) }
}
