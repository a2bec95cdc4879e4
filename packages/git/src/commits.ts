import { type CommitSha, commitSha } from '@wavefront/wave'
import { git } from './exec/git.ts'
import type { Repository } from './repository.ts'

export interface Commit {
  readonly sha: CommitSha
  readonly parents: readonly CommitSha[]
  /** The committer's date. */
  readonly at: Date
  readonly message: string
}

/** The commits that `git log` with these arguments finds, in its order. */
export async function readCommits(
  repository: Repository,
  args: readonly string[],
  input?: string,
): Promise<readonly Commit[]> {
  const format = '--format=%H%x00%P%x00%ct%x00%B'
  const options = { cwd: repository.top, ...(input !== undefined && { input }) }
  const fields = (await git(['log', '-z', '--no-show-signature', format, ...args], options)).split(
    '\0',
  )
  const commits: Commit[] = []
  for (let at = 0; at + fieldCount <= fields.length; at += fieldCount) {
    commits.push(toCommit(fields.slice(at, at + fieldCount)))
  }
  return commits
}

const fieldCount = 4

function toCommit([sha = '', parents = '', seconds = '', message = '']: readonly string[]): Commit {
  return {
    sha: commitSha(sha),
    parents: parents
      .split(' ')
      .filter((parent) => parent !== '')
      .map(commitSha),
    at: new Date(Number(seconds) * 1000),
    message,
  }
}
