import { type CommitSha, commitSha } from '@wavefront/wave'
import { git } from './exec/git.ts'
import { commitEnv, type Identity } from './identity.ts'
import { type Message, renderMessage } from './message.ts'
import type { Repository } from './repository.ts'

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly CommitSha[]
  readonly message: Message
  readonly by: Identity
  readonly at: Date
}

/** Writes a commit that no branch knows yet. The same input is the same commit. */
export async function writeCommit(repository: Repository, commit: NewCommit): Promise<CommitSha> {
  const parents = commit.parents.flatMap((parent) => ['-p', parent])
  const sha = await git(['commit-tree', ...parents, commit.tree], {
    cwd: repository.top,
    env: commitEnv(commit.by, commit.at),
    input: renderMessage(commit.message),
  })
  return commitSha(sha.trim())
}

export async function readTree(repository: Repository, commit: CommitSha): Promise<string> {
  const args = ['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`]
  return (await git(args, { cwd: repository.top })).trim()
}
