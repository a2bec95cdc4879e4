import type { CommitSha } from './names.ts'

/** Somebody else moved the feature branch: what was merged onto the old tip must be merged again. */
export class TipMovedError extends Error {
  override readonly name = 'TipMovedError'
  readonly expected: CommitSha
  readonly found: CommitSha | undefined

  constructor(
    branch: string,
    expected: CommitSha,
    found: CommitSha | undefined,
    options?: ErrorOptions,
  ) {
    super(
      `the branch "${branch}" was expected at ${expected}, but ${found ? `is at ${found}` : 'does not exist'}`,
      options,
    )
    this.expected = expected
    this.found = found
  }
}
