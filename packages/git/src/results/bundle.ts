import { lstat } from 'node:fs/promises'
import type { CommitSha, TaskResult } from '@wavefront/wave'
import { type Commit, readCommits } from '../commits.ts'
import { git, tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { joinPacks } from './join-packs.ts'
import { type OpenBundle, openBundle, resultRef, type Unreadable } from './open-bundle.ts'
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
  const [read] = await readBundles(repository, [file])
  return read ?? foreign
}

/** The same for many, in their order: git is started a few times for all, and not a few times for each. */
export async function readBundles(
  repository: Repository,
  files: readonly string[],
): Promise<readonly (TaskResult | Unreadable)[]> {
  const stored: (OpenBundle | Unreadable)[] = []
  for (const group of await groupBySize(files)) {
    stored.push(...(await storeObjects(repository, await Promise.all(group.map(openBundle)))))
  }
  const commits = await readTips(repository, stored.filter(isOpen))
  return stored.map((one) => (isOpen(one) ? (toResult(commits.get(one.tip)) ?? foreign) : one))
}

const foreign: Unreadable = { is: 'unreadable', why: 'its commit is not one of a worker' }

function isOpen(bundle: OpenBundle | Unreadable): bundle is OpenBundle {
  return bundle.is === 'open'
}

/** So much is in memory at a time. */
const groupBytes = 16_000_000

async function groupBySize(files: readonly string[]): Promise<readonly (readonly string[])[]> {
  const groups: string[][] = []
  let room = 0
  for (const file of files) {
    const { size } = await lstat(file).catch(() => ({ size: 0 }))
    room -= size
    if (room < 0 || groups.length === 0) {
      groups.push([])
      room = groupBytes - size
    }
    groups.at(-1)?.push(file)
  }
  return groups
}

/**
 * Whoever made it may be hostile, so the objects and what they refer to are checked. `git fetch` checks
 * those of bundles only since 2.46, and would follow a file that leads to another repository.
 */
async function storeObjects(
  repository: Repository,
  opened: readonly (OpenBundle | Unreadable)[],
): Promise<readonly (OpenBundle | Unreadable)[]> {
  const missing = await findMissing(repository, opened.filter(isOpen))
  const usable = opened.map((one) =>
    isOpen(one) && one.needs.some((sha) => missing.has(sha)) ? rootless : one,
  )
  const packs = usable.filter(isOpen).map(({ pack }) => pack)
  const joined = packs.length > 1 ? joinPacks(packs) : undefined
  if (joined && (await storePack(repository, joined)) === undefined) return usable
  // One of them is at fault, or two hold the same object, which may not be twice in one pack.
  const alone: (OpenBundle | Unreadable)[] = []
  for (const one of usable) {
    const problem = isOpen(one) ? await storePack(repository, one.pack) : undefined
    alone.push(problem === undefined ? one : { is: 'unreadable', why: problem })
  }
  return alone
}

const rootless: Unreadable = {
  is: 'unreadable',
  why: 'it starts from a commit that is not here',
}

async function findMissing(
  { top: cwd }: Repository,
  bundles: readonly OpenBundle[],
): Promise<ReadonlySet<string>> {
  const needs = new Set(bundles.flatMap((bundle) => bundle.needs))
  if (needs.size === 0) return needs
  const input = [...needs].map((sha) => `${sha}^{commit}\n`).join('')
  const found = await git(['cat-file', '--batch-check=%(objectname)'], { cwd, input })
  const known = new Set(found.split('\n'))
  return new Set([...needs].filter((sha) => !known.has(sha)))
}

async function storePack({ top: cwd }: Repository, pack: Buffer): Promise<string | undefined> {
  const args = ['index-pack', '--stdin', '--fix-thin', '--strict']
  const stored = await tryGit(args, { cwd, input: pack })
  if (stored.code === 0) return undefined
  return `its pack is damaged: ${stored.stderr.trim().split('\n').at(-1) ?? ''}`
}

/** Those that are commits. */
async function readTips(
  repository: Repository,
  bundles: readonly OpenBundle[],
): Promise<ReadonlyMap<CommitSha, Commit>> {
  const input = bundles.map(({ tip }) => `${tip}\n`).join('')
  const args = ['cat-file', '--batch-check=%(objecttype) %(objectname)']
  const found = await git(args, { cwd: repository.top, input })
  const tips = found.split('\n').filter((line) => line.startsWith('commit '))
  if (tips.length === 0) return new Map()
  const lines = tips.map((line) => `${line.slice('commit '.length)}\n`).join('')
  const commits = await readCommits(repository, ['--no-walk=unsorted', '--stdin'], lines)
  return new Map(commits.map((commit) => [commit.sha, commit]))
}

/** The results on branches as they are, whatever came of them. */
export async function readResultAt(
  repository: Repository,
  commit: CommitSha,
): Promise<TaskResult | undefined> {
  const [found] = await readCommits(repository, ['--no-walk', commit])
  return toResult(found)
}
