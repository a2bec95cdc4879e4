import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commitOn } from './commit-on.ts'
import { type Files, oddName, writeFiles } from './files.ts'
import { makeHermetic } from './hermetic.ts'
import { personAt } from './person.ts'
import { addRemote, type Remote } from './remote.ts'
import { runGit } from './run-git.ts'

/** A repository in a directory of its own, with one commit on `main` to begin with. */
export interface GitWorld {
  readonly dir: string
  git(...args: readonly string[]): string
  /** Writes files without committing them. */
  write(files: Files): void
  /** Writes files and commits everything on the branch that is checked out. */
  commit(files: Files, message?: string): string
  /** A commit on any parent, without a checkout; `parents` beyond the first make it a merge. */
  commitOn(parents: string | readonly string[], files: Files, message?: string): string
  branch(name: string, at?: string): void
  sha(name: string): string
  /** The content of a file in a commit. */
  read(commit: string, path: string): string
  paths(commit: string): readonly string[]
  /** A bare clone beside the repository, known to it as a remote of this name. */
  addRemote(name: string): Remote
  remove(): void
}

export interface GitWorldOptions {
  readonly files?: Files
  /** The date of the first commit; each next one is a minute later. */
  readonly at?: Date
  /** Leaves the repository without a commit. */
  readonly empty?: boolean
}

export function gitWorld(options: GitWorldOptions = {}): GitWorld {
  makeHermetic()
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'git-world-')))
  const dir = join(root, 'checkout')
  let minutes = 0
  const start = options.at ?? new Date('2026-01-01T00:00:00Z')
  const env = () => personAt(new Date(start.getTime() + 60_000 * minutes++))
  const git = (...args: readonly string[]) => runGit(args, { cwd: dir, env: personAt(start) })
  runGit(['init', '--quiet', '--initial-branch=main', dir], { cwd: root })

  const world: GitWorld = {
    dir,
    git,
    write: (files) => writeFiles(dir, files),
    commit: (files, message = 'a commit') => {
      writeFiles(dir, files)
      git('add', '--all', '--force')
      runGit(['commit', '--quiet', '--allow-empty', '-m', message], { cwd: dir, env: env() })
      return git('rev-parse', 'HEAD')
    },
    commitOn: (parents, files, message = 'a commit') =>
      commitOn({ root, dir, env: env() }, [parents].flat(), files, message),
    branch: (name, at = 'HEAD') => void git('branch', name, at),
    sha: (name) => git('rev-parse', '--verify', `${name}^{commit}`),
    read: (commit, path) =>
      runGit(['cat-file', 'blob', `${commit}:${path}`], { cwd: dir, keepNewline: true }),
    paths: (commit) => git('ls-tree', '-r', '-z', '--name-only', commit).split('\0').slice(0, -1),
    addRemote: (name) => addRemote({ root, dir, name }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  if (!options.empty)
    world.commit({ 'README.md': 'a world\n', [oddName]: 'odd\n', ...options.files }, 'first commit')
  return world
}
