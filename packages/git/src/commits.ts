import { type CommitSha, commitSha } from '@wavefront/wave'
import { git } from './exec/git.ts'
import { objectsOf } from './objects/objects.ts'
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
  if (known) return known
  const object = await objectsOf(repository).read(sha)
  if (object?.type !== 'commit') return undefined
  const commit = parseCommit(commitSha(object.name), object.content)
  remember(repository, [commit])
  return commit
}

/** `<key> <value>` lines, of which one that begins with a space goes on with the last; an empty line, the message. */
function parseCommit(sha: CommitSha, content: Buffer): Commit {
  const end = content.indexOf('\n\n')
  const head = content.toString('utf8', 0, end < 0 ? content.length : end)
  const parents: CommitSha[] = []
  const values = new Map<string, string>()
  for (const line of head.split('\n')) {
    const [, key = '', value = ''] = /^(\S+) (.*)$/.exec(line) ?? []
    if (key === 'parent') parents.push(commitSha(value))
    else values.set(key, value)
  }
  const seconds = /> (\d+) [+-]\d{4}$/.exec(values.get('committer') ?? '')?.[1]
  const message = end < 0 ? Buffer.of() : content.subarray(end + 2)
  return {
    ...{ sha, parents, at: new Date(Number(seconds ?? 0) * 1000) },
    message: decode(message, values.get('encoding')),
  }
}

/** An encoding that is not known here is read as if it were UTF-8: only the message's own words suffer. */
function decode(message: Buffer, encoding = 'utf-8'): string {
  try {
    return new TextDecoder(encoding).decode(message)
  } catch {
    return message.toString('utf8')
  }
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
