import type { CommitSha, TaskResult } from '@wavefront/wave'
import { readCommits } from '../commits.ts'
import { git, tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { resultRef as name, type OpenBundle, openBundle } from './open-bundle.ts'
import { toResult } from './to-result.ts'

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
  await git(['update-ref', resultRef, commit], options)
  try {
    await git(['bundle', 'create', '--quiet', file, resultRef, `^${base}`], options)
  } finally {
    await git(['update-ref', '-d', resultRef], options)
  }
}

/** What a bundle brings: a result, or why it is none. */
export async function readBundle(
  repository: Repository,
  file: string,
): Promise<TaskResult | Unreadable> {
  const opened = await openBundle(file)
  if (opened.is === 'unreadable') return opened
  const problem = await storeObjects(repository, opened)
  if (problem !== undefined) return { is: 'unreadable', why: problem }
  const type = await tryGit(['cat-file', '-t', opened.tip], { cwd: repository.top })
  if (type.stdout.trim() !== 'commit') return foreign
  const [commit] = await readCommits(repository, ['--no-walk', opened.tip])
  return toResult(commit) ?? foreign
}

const foreign: Unreadable = { is: 'unreadable', why: 'its commit is not one of a worker' }

/**
 * Whoever made it may be hostile, so the objects and what they refer to are checked. `git fetch` checks
 * those of bundles only since 2.46, and would follow a file that leads to another repository.
 */
async function storeObjects(
  { top: cwd }: Repository,
  { needs, pack }: OpenBundle,
): Promise<string | undefined> {
  const input = needs.map((sha) => `${sha}^{commit}\n`).join('')
  const known = await git(['cat-file', '--batch-check=%(objecttype)'], { cwd, input })
  if (/ missing$/m.test(known)) return 'it starts from a commit that is not here'
  const stored = await tryGit(['index-pack', '--stdin', '--fix-thin', '--strict'], {
    cwd,
    input: pack,
  })
  if (stored.code === 0) return undefined
  return `its pack is damaged: ${stored.stderr.trim().split('\n').at(-1) ?? ''}`
}

/** The results on branches as they are, whatever came of them. */
export async function readResultAt(
  repository: Repository,
  commit: CommitSha,
): Promise<TaskResult | undefined> {
  const [found] = await readCommits(repository, ['--no-walk', commit])
  return toResult(found)
}
