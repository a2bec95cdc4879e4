import type { CommitSha } from '@wavefront/wave'
import type { GitEnd } from '../exec/git.ts'
import { remedyFor } from '../exec/remedies.ts'
import { parseRejections, type Rejection } from './porcelain.ts'
import type { RemoteRefs } from './read-remote.ts'

export interface RefUpdate {
  /** In full: `refs/heads/main`. */
  readonly ref: string
  readonly to: CommitSha
  /** Where the remote's ref must be now; `absent` for one that must not exist. */
  readonly expect: CommitSha | 'absent'
}

export type Pushed =
  | { readonly is: 'pushed' }
  /** Nothing has moved, and pushing again will not help. */
  | {
      readonly is: 'rejected'
      readonly refs: readonly Rejection[]
      readonly said: string
      readonly fix?: string
    }
  /** Somebody else moved one of the refs first. */
  | { readonly is: 'lost-race'; readonly refs: readonly MovedRef[] }

export interface MovedRef {
  readonly ref: string
  readonly found: CommitSha | 'absent'
}

/** What a push that failed has really done. One that neither moved nor refused a ref is a failure of its own. */
export function settlePush(
  updates: readonly RefUpdate[],
  refs: RemoteRefs,
  end: GitEnd,
  failure: Error,
): Pushed {
  if (updates.every(({ ref, to }) => refs.get(ref) === to)) return { is: 'pushed' }
  const found = (ref: string) => (refs.get(ref) as CommitSha | undefined) ?? 'absent'
  const moved = updates.filter(({ ref, expect }) => found(ref) !== expect)
  if (moved.length > 0)
    return { is: 'lost-race', refs: moved.map(({ ref }) => ({ ref, found: found(ref) })) }
  const rejections = parseRejections(end.stdout)
  if (rejections.length === 0) throw failure
  const reasons = rejections.map(({ reason }) => reason)
  const fix = remedyFor([...reasons, end.stderr].join('\n'))
  return { is: 'rejected', refs: rejections, said: end.stderr.trim(), ...(fix && { fix }) }
}
