import type { CommitSha } from '@wavefront/wave'
import { tryGit } from '../exec/git.ts'
import { failureOf } from '../exec/remedies.ts'
import { again } from '../mirror/again.ts'
import type { Mirror } from '../mirror/open-mirror.ts'
import { parseRejections, type Rejection } from './porcelain.ts'
import { readRemote } from './read-remote.ts'

/** A branch of a task: set to a commit, or deleted, if it still is where it was. */
export interface BranchChange {
  readonly ref: string
  readonly to: CommitSha | 'deleted'
  readonly expect: CommitSha | 'absent'
}

/**
 * Each for itself: those that the server refuses do not keep the others from happening. One push does for
 * all, unless the server refuses it as a whole, as its rules do because of a single ref: then by halves.
 */
export async function pushEach(
  mirror: Mirror,
  changes: readonly BranchChange[],
): Promise<readonly Rejection[]> {
  let pushes = 0
  const push = async (some: readonly BranchChange[]): Promise<readonly Rejection[]> => {
    pushes += 1
    const rejections = await pushTogether(mirror, some)
    if (rejections.length < some.length || some.length < 2 || pushes >= mostPushes)
      return rejections
    const middle = some.length >> 1
    return [...(await push(some.slice(0, middle))), ...(await push(some.slice(middle)))]
  }
  return changes.length === 0 ? [] : push(changes)
}

/** Enough to find some refs among hundreds; where all are refused, asking on would take minutes. */
const mostPushes = 24

async function pushTogether(
  mirror: Mirror,
  changes: readonly BranchChange[],
): Promise<readonly Rejection[]> {
  const { repository, url, credentials, patience } = mirror
  const leases = changes.map(
    ({ ref, expect }) => `--force-with-lease=${ref}:${expect === 'absent' ? '' : expect}`,
  )
  const refspecs = changes.map(({ ref, to }) => (to === 'deleted' ? `:${ref}` : `${to}:${ref}`))
  const args = ['push', '--porcelain', '--no-verify', ...leases, '--', url, ...refspecs]
  return again(patience, async () => {
    const end = await tryGit(args, { cwd: repository.top, config: credentials })
    const rejections = parseRejections(end.stdout)
    if (end.code !== 0 && rejections.length === 0) throw failureOf(args, end)
    return rejections.length === 0 ? [] : withoutDone(mirror, changes, rejections)
  })
}

/** An earlier try whose answer was lost may have done it, and so may a person. */
async function withoutDone(
  { repository, url, credentials }: Mirror,
  changes: readonly BranchChange[],
  rejections: readonly Rejection[],
): Promise<readonly Rejection[]> {
  const refs = rejections.map(({ ref }) => ref)
  const found = await readRemote(url, refs, { cwd: repository.top, config: credentials })
  if (found === undefined) return rejections
  const wanted = new Map(changes.map(({ ref, to }) => [ref, to]))
  return rejections.filter(({ ref }) => (found.get(ref) ?? 'deleted') !== wanted.get(ref))
}
