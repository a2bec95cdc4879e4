import { type CommitSha, isCommitSha, type TaskResult } from '@wavefront/wave'
import { readCommits } from '../commits.ts'
import { git, tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { toResult } from './to-result.ts'

const name = 'refs/wavefront/result'

export interface ResultBundle {
  readonly file: string
  readonly commit: CommitSha
  /** What the reader has already. */
  readonly base: CommitSha
}

/** A worker's one commit as a file. */
export async function writeBundle(
  repository: Repository,
  { file, commit, base }: ResultBundle,
): Promise<void> {
  const options = { cwd: repository.top }
  await git(['update-ref', name, commit], options)
  try {
    await git(['bundle', 'create', '--quiet', file, name, `^${base}`], options)
  } finally {
    await git(['update-ref', '-d', name], options)
  }
}

/** What a bundle brings: a result, or why it is none. Its objects are checked, for whoever made it may be hostile. */
export async function readBundle(
  repository: Repository,
  file: string,
): Promise<TaskResult | { readonly is: 'unreadable'; readonly why: string }> {
  const ref = `${name}s/${process.pid}-${counter++}`
  const strict = ['-c', 'fetch.fsckObjects=true']
  const args = [...strict, 'fetch', '--quiet', '--no-tags', '--no-write-fetch-head']
  const options = { cwd: repository.top }
  const end = await tryGit([...args, file, `+${name}:${ref}`], options)
  if (end.code !== 0) return { is: 'unreadable', why: end.stderr.trim().split('\n').at(-1) ?? '' }
  const sha = (await git(['rev-parse', ref], options)).trim()
  await git(['update-ref', '-d', ref], options)
  if (!isCommitSha(sha)) return { is: 'unreadable', why: 'it holds no commit' }
  const [commit] = await readCommits(repository, ['--no-walk', sha])
  return toResult(commit) ?? { is: 'unreadable', why: 'its commit is not one of a worker' }
}

let counter = 0

/** The results on branches as they are, whatever came of them. */
export async function readResultAt(
  repository: Repository,
  commit: CommitSha,
): Promise<TaskResult | undefined> {
  const [found] = await readCommits(repository, ['--no-walk', commit])
  return toResult(found)
}
