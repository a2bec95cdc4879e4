import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { MergeStep } from '@wavefront/wave'
import { tryGit } from '../exec/git.ts'
import { failureOf } from '../exec/remedies.ts'
import { decodeText } from './encoding.ts'
import { isLockFile } from './locks/lock-files.ts'
import { findDamage } from './sanity.ts'
import { type SettleOptions, settleConflict } from './settle-conflict.ts'

/** Three versions of one file; the path says what kind of file it is. */
export interface FileSides {
  readonly path: string
  readonly base: Uint8Array
  readonly ours: Uint8Array
  readonly theirs: Uint8Array
}

export type MergedFile =
  | {
      readonly is: 'merged'
      readonly content: Buffer
      readonly decisions: readonly FileDecision[]
    }
  | { readonly is: 'requeued'; readonly why: string }

export interface FileDecision {
  readonly step: MergeStep
  /** From 1, in the merged file. */
  readonly line?: number
  readonly gaveWay?: {
    readonly lines: readonly string[]
    readonly kept: readonly string[]
    readonly of: 'ours' | 'theirs'
  }
}

/** One file up the ladder, whether git sees a conflict in it or not. Theirs is the task's. */
export async function mergeFile(
  { path, ...sides }: FileSides,
  options: Omit<SettleOptions, 'attributes'> = {},
): Promise<MergedFile> {
  const whole = unchangedOn(sides)
  if (whole) return { is: 'merged', content: Buffer.from(whole), decisions: [] }
  const clean = isLockFile(path) ? undefined : await mergeByGit(sides)
  if (clean && !isDamaged(path, sides, clean))
    return { is: 'merged', content: clean, decisions: [] }
  const contents = new Map(Object.entries(sides))
  const version = (object: keyof typeof sides) => ({ mode: '100644', object })
  const conflict = {
    // Git gives an empty file where there was none before.
    ...(sides.base.length > 0 && { base: version('base') }),
    ...{ ours: version('ours'), theirs: version('theirs') },
  }
  const settled = await settleConflict({ path, ...conflict }, contents, options)
  if (settled.is === 'requeued') return settled
  const content =
    settled.is === 'text' ? settled.content : (contents.get(settled.version.object) ?? '')
  return {
    is: 'merged',
    content: Buffer.from(content),
    decisions: settled.decisions.map(({ gaveWay, ...decision }) => ({
      ...decision,
      ...(gaveWay && { gaveWay: { ...gaveWay, of: gaveWay.of === 'tip' ? 'ours' : 'theirs' } }),
    })),
  }
}

function unchangedOn({ base, ours, theirs }: Omit<FileSides, 'path'>): Uint8Array | undefined {
  if (Buffer.compare(base, ours) === 0 || Buffer.compare(ours, theirs) === 0) return theirs
  return Buffer.compare(base, theirs) === 0 ? ours : undefined
}

/** Nothing where git sees a conflict, or no text. */
async function mergeByGit(sides: Omit<FileSides, 'path'>): Promise<Buffer | undefined> {
  if (sides.base.length === 0) return undefined
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-merge-file-'))
  try {
    const names = ['ours', 'base', 'theirs'] as const
    await Promise.all(names.map((name) => writeFile(join(dir, name), sides[name])))
    const { code } = await tryGit(['merge-file', '--quiet', ...names], { cwd: dir })
    return code === 0 ? await readFile(join(dir, 'ours')) : undefined
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

function isDamaged(
  path: string,
  { ours, theirs }: Omit<FileSides, 'path'>,
  merged: Buffer,
): boolean {
  const [content = '', ...sources] = [merged, ours, theirs].map(
    (bytes) => decodeText(bytes)?.content ?? '',
  )
  return findDamage({ path, sources, content }) !== undefined
}

/** Leaves both versions in the first of three files, between git's markers, for a person to choose. */
export async function markConflicts(files: {
  readonly ours: string
  readonly base: string
  readonly theirs: string
}): Promise<void> {
  const labels = ['ours', 'base', 'theirs'].flatMap((label) => ['-L', label])
  const paths = [files.ours, files.base, files.theirs].map((path) => resolve(path))
  const args = ['merge-file', '--quiet', ...labels, '--', ...paths]
  const end = await tryGit(args, { cwd: process.cwd() })
  // It ends with the number of conflicts; binary files and their like are left as they are.
  if (end.code < 0) throw failureOf(args, end)
}
