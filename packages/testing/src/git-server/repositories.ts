import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Files, writeFiles } from '../git/files.ts'
import { personAt } from '../git/person.ts'
import { runGit } from '../git/run-git.ts'
import { preReceiveHook, updateHook } from './hooks.ts'

export interface RepositoryWish {
  /** A repository to take all branches and tags from. */
  readonly from?: string
  /** What the first commit on the default branch has, where there is nothing to take it from. */
  readonly files?: Files
  readonly defaultBranch?: string
  /** Whether everybody may read it. */
  readonly isPublic?: boolean
}

export interface ServedRepository {
  /** `owner/name`. */
  readonly name: string
  /** The bare repository. */
  readonly path: string
  readonly url: string
  isPublic: boolean
  git(...args: readonly string[]): string
  /** Refuses every push to the branch, as branch protection does: that ref alone. */
  protect(branch: string): void
  /** Refuses every push that has this branch in it, as a ruleset does. */
  addRule(branch: string, text: string): void
  /** Nothing is protected and ruled any more. */
  free(branch: string): void
  /** A script of a test's own, run after the server's: `update`, `pre-receive`, `post-receive`. */
  hook(name: string, script: string): void
  /** What the server's hooks are told. */
  forbidden(): Readonly<Record<string, string>>
}

export function createRepository(
  place: { readonly root: string; readonly url: string },
  name: string,
  wish: RepositoryWish,
): ServedRepository {
  if (!isRepositoryName(name)) throw new Error(`not a repository's name: ${name}`)
  const path = join(place.root, `${name}.git`)
  if (existsSync(path)) throw new Error(`there is a repository ${name} already`)
  fill(path, wish)
  const git = (...args: readonly string[]) => runGit(args, { cwd: path })
  for (const [key, value] of settings) git('config', key, value)
  writeHook(path, 'update', updateHook)
  writeHook(path, 'pre-receive', preReceiveHook)
  const protectedRefs = new Set<string>()
  const rules = new Map<string, string>()
  return {
    name,
    path,
    url: `${place.url}/${name}`,
    isPublic: wish.isPublic ?? false,
    git,
    protect: (branch) => void protectedRefs.add(`refs/heads/${branch}`),
    addRule: (branch, text) => void rules.set(`refs/heads/${branch}`, text),
    free: (branch) => {
      protectedRefs.delete(`refs/heads/${branch}`)
      rules.delete(`refs/heads/${branch}`)
    },
    hook: (hook, script) =>
      writeHook(path, hook === 'post-receive' ? hook : `own-${hook}`, `#!/bin/sh\n${script}\n`),
    forbidden: () => ({
      SERVER_PROTECTED: [...protectedRefs].join(' '),
      SERVER_RULES: [...rules].map((rule) => rule.join(' ')).join('\n'),
    }),
  }
}

export function isRepositoryName(name: string): boolean {
  return /^[A-Za-z0-9][\w-]*\/[A-Za-z0-9_][\w.-]*$/.test(name) && !name.endsWith('.git')
}

const settings: readonly (readonly [string, string])[] = [
  ['http.receivepack', 'true'],
  ['uploadpack.allowFilter', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
  ['receive.autogc', 'false'],
  ['gc.auto', '0'],
]

function fill(path: string, wish: RepositoryWish): void {
  mkdirSync(dirname(path), { recursive: true })
  const cwd = dirname(path)
  const branch = wish.defaultBranch ?? 'main'
  if (wish.from !== undefined) {
    runGit(['clone', '--quiet', '--bare', '--template=', '--', wish.from, path], { cwd })
    runGit(['remote', 'remove', 'origin'], { cwd: path })
    if (wish.defaultBranch) runGit(['symbolic-ref', 'HEAD', `refs/heads/${branch}`], { cwd: path })
    return
  }
  runGit(['init', '--quiet', '--bare', '--template=', `--initial-branch=${branch}`, path], { cwd })
  if (wish.files !== undefined) commitFirst(path, branch, wish.files)
}

function commitFirst(path: string, branch: string, files: Files): void {
  const tree = `${path}.first`
  mkdirSync(tree)
  writeFiles(tree, files)
  const env = { ...personAt(new Date('2026-01-01T00:00:00Z')), GIT_INDEX_FILE: `${tree}.index` }
  const git = (...args: readonly string[]) =>
    runGit(['--git-dir', path, '--work-tree', tree, ...args], { cwd: tree, env })
  git('add', '--all', '--force', '.')
  const commit = git('commit-tree', git('write-tree'), '-m', 'first commit')
  git('update-ref', `refs/heads/${branch}`, commit)
}

function writeHook(path: string, name: string, script: string): void {
  mkdirSync(join(path, 'hooks'), { recursive: true })
  writeFileSync(join(path, 'hooks', name), script)
  chmodSync(join(path, 'hooks', name), 0o755)
}
