import { execFile } from 'node:child_process'
import { hermeticEnv } from '../../git/hermetic.ts'

/** Where a branch, a tag or a commit's name is now. */
export async function resolveRef(dir: string, ref: string): Promise<string | undefined> {
  const candidates = /^[0-9a-f]{40}$/.test(ref)
    ? [ref]
    : ref.startsWith('refs/')
      ? [ref]
      : [`refs/heads/${ref}`, `refs/tags/${ref}`]
  for (const candidate of candidates) {
    const found = await tryGit(dir, ['rev-parse', '--verify', '--quiet', `${candidate}^{commit}`])
    if (found !== undefined) return found.trim()
  }
  return undefined
}

export function branchTip(dir: string, branch: string): Promise<string | undefined> {
  return resolveRef(dir, `refs/heads/${branch}`)
}

export function readBlob(dir: string, commit: string, path: string): Promise<string | undefined> {
  return tryGit(dir, ['cat-file', 'blob', `${commit}:${path}`])
}

export interface TreeEntry {
  readonly type: string
  readonly sha: string
  readonly size: number
  readonly name: string
}

/** Nothing for what is no directory. */
export async function readTree(
  dir: string,
  commit: string,
  path: string,
): Promise<readonly TreeEntry[] | undefined> {
  const listed = await tryGit(dir, ['ls-tree', '-z', '--long', `${commit}:${path}`])
  return listed
    ?.split('\0')
    .slice(0, -1)
    .map((line) => {
      const tab = line.indexOf('\t')
      const [, type = '', sha = '', size = ''] = line.slice(0, tab).split(/ +/)
      return { type, sha, size: Number(size) || 0, name: line.slice(tab + 1) }
    })
}

export async function isAncestor(dir: string, one: string, other: string): Promise<boolean> {
  return (await tryGit(dir, ['merge-base', '--is-ancestor', one, other])) !== undefined
}

export async function blobSha(dir: string, commit: string, path: string): Promise<string> {
  return ((await tryGit(dir, ['rev-parse', `${commit}:${path}`])) ?? '').trim()
}

/** The server answers others meanwhile. Nothing when git says no. */
function tryGit(dir: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, ...hermeticEnv }
    execFile('git', ['--git-dir', dir, ...args], { env, maxBuffer: 1 << 26 }, (error, stdout) =>
      resolve(error ? undefined : stdout),
    )
  })
}
