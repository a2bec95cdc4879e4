import type { CommitSha } from '@wavefront/wave'

/** The two ends of the feature branch's own history. The tip is the base as long as there is no branch. */
export interface Span {
  readonly base: CommitSha
  readonly tip: CommitSha
}
