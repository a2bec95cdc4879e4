import { realpath } from 'node:fs/promises'
import { resolve as resolvePath } from 'node:path'
import { UserError } from '@wavefront/errors'
import {
  type BranchName,
  type CommitSha,
  commitSha,
  isBranchName,
  isCommitSha,
} from '@wavefront/wave'
import { git, tryGit } from './exec/git.ts'
import { checkVersion } from './exec/version.ts'

/** A repository with a checkout and at least one commit. */
export interface Repository {
  /** The top of the checkout. */
  readonly top: string
  /** The git directory that all worktrees share. */
  readonly gitDir: string
  readHead(): Promise<CommitSha>
  /** The commit that a name stands for, or nothing. */
  resolve(name: string): Promise<CommitSha | undefined>
  /** The branch that is checked out; nothing on a detached head. */
  currentBranch(): Promise<BranchName | undefined>
  /** The paths that differ from the last commit, untracked ones included; those under `ignore` do not count. */
  readDirty(options?: { readonly ignore: readonly string[] }): Promise<readonly string[]>
}

export async function openRepository(dir: string): Promise<Repository> {
  await checkVersion(dir)
  const top = await findTop(dir)
  const common = (await git(['rev-parse', '--git-common-dir'], { cwd: top })).replace(/\n$/, '')
  const gitDir = await realpath(resolvePath(top, common))
  await requireCommits(top)
  return {
    top,
    gitDir,
    readHead: () => readHead(top),
    resolve: (name) => resolveCommit(top, name),
    currentBranch: () => currentBranch(top),
    readDirty: ({ ignore } = { ignore: ours }) => readDirty(top, ignore),
  }
}

/** What Wavefront itself writes in a checkout: the store and its own directory. */
export const ours: readonly string[] = ['.beads/', '.wavefront/']

export function isOurs(path: string): boolean {
  return ours.some((own) => `${path}/`.startsWith(own))
}

async function findTop(dir: string): Promise<string> {
  const inside = (await git(['rev-parse', '--is-inside-work-tree'], { cwd: dir })).trim()
  if (inside !== 'true') {
    throw new UserError({
      what: 'this is a bare repository, or the inside of a .git directory: there are no files to work on',
      where: dir,
      fix: 'run this in a checkout, made with git clone or git worktree add',
    })
  }
  return (await git(['rev-parse', '--show-toplevel'], { cwd: dir })).replace(/\n$/, '')
}

async function requireCommits(top: string): Promise<void> {
  if ((await resolveCommit(top, 'HEAD')) !== undefined) return
  throw new UserError({
    what: 'this repository has no commits yet, so there is nothing to branch from',
    where: top,
    fix: 'make a first commit: git add -A && git commit -m "first commit"',
  })
}

async function readHead(cwd: string): Promise<CommitSha> {
  return commitSha((await git(['rev-parse', '--verify', 'HEAD^{commit}'], { cwd })).trim())
}

export async function resolveCommit(cwd: string, name: string): Promise<CommitSha | undefined> {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const sha = (await tryGit(args, { cwd })).stdout.trim()
  return isCommitSha(sha) ? sha : undefined
}

async function currentBranch(cwd: string): Promise<BranchName | undefined> {
  const name = (await tryGit(['symbolic-ref', '--quiet', '--short', 'HEAD'], { cwd })).stdout.trim()
  return isBranchName(name) ? name : undefined
}

async function readDirty(cwd: string, ignore: readonly string[]): Promise<readonly string[]> {
  const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all']
  const entries = (await git(args, { cwd })).split('\0').filter((entry) => entry !== '')
  const paths = entries.map((entry) => entry.slice('XY '.length))
  return paths.filter((path) => !ignore.some((prefix) => path.startsWith(prefix)))
}
