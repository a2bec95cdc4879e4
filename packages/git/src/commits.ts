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

const read = new WeakMap<Repository, Map<CommitSha, Commit>>()

/** One commit. It never changes, so one that was read before is not read again. */
export async function readCommit(
  repository: Repository,
  sha: CommitSha,
): Promise<Commit | undefined> {
  const known = read.get(repository)?.get(sha)
  return known ?? (await readCommits(repository, ['--no-walk', sha]))[0]
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
  remember(repository, commits)
  return commits
}

function remember(repository: Repository, commits: readonly Commit[]): void {
  const known = read.get(repository) ?? new Map<CommitSha, Commit>()
  for (const commit of commits) known.set(commit.sha, commit)
  read.set(repository, known)
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
