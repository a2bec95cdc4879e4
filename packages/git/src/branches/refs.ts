import { type BranchName, type CommitSha, commitSha, isCommitSha } from '@wavefront/wave'
import { git, tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'

export interface Ref {
  readonly name: string
  readonly commit: CommitSha
}

export async function readRef(
  repository: Repository,
  name: string,
): Promise<CommitSha | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const sha = (await tryGit(args, { cwd: repository.top })).stdout.trim()
  return isCommitSha(sha) ? sha : undefined
}

/** The refs that match any of git's patterns, by name; with options such as `--no-merged=<commit>`. */
export async function readRefs(
  repository: Repository,
  patterns: readonly string[],
  options: readonly string[] = [],
): Promise<readonly Ref[]> {
  const args = [
    'for-each-ref',
    '--format=%(objectname) %(objecttype) %(refname)',
    ...options,
    ...patterns,
  ]
  const lines = (await git(args, { cwd: repository.top })).split('\n')
  return lines.flatMap((line) => {
    const [sha = '', type, name] = line.split(' ')
    return type === 'commit' && name !== undefined ? [{ name, commit: commitSha(sha) }] : []
  })
}

export function branchOf({ name }: Ref): BranchName {
  return name.slice('refs/heads/'.length) as BranchName
}

export async function isAncestor(
  repository: Repository,
  ancestor: CommitSha,
  descendant: CommitSha,
): Promise<boolean> {
  const args = ['merge-base', '--is-ancestor', ancestor, descendant]
  return (await tryGit(args, { cwd: repository.top })).code === 0
}
