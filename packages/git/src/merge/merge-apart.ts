import type { CommitSha } from '@wavefront/wave'
import type { Edit } from '../objects/compare-trees.ts'
import { editTree } from '../objects/edit-tree.ts'
import type { Objects } from '../objects/objects.ts'
import { toText, type Version } from '../objects/tree.ts'
import { alignOnePlace } from './align-one-place.ts'
import { type Changed, meetInFilesAlone } from './changed.ts'
import type { Conflict, MergedTrees } from './merge-trees.ts'

export interface ApartSides {
  readonly ours: Changed
  readonly theirs: Changed
  readonly edits: readonly Edit[]
}

/**
 * What git would make of two sides, where that is plain without asking it: what only one of them has changed
 * is taken as it is, and a text in which both have replaced the same lines is a conflict. Nothing in any
 * other case.
 */
export async function mergeApart(
  objects: Objects,
  tip: CommitSha,
  { ours, theirs, edits }: ApartSides,
): Promise<MergedTrees | undefined> {
  if (!meetInFilesAlone(ours, theirs)) return undefined
  const replaced = new Map(edits.map(({ path, after }) => [path, after]))
  const conflicts: Conflict[] = []
  for (const edit of edits) {
    if (!ours.paths.has(edit.path)) continue
    const met = await meet(objects, await objects.find(tip, edit.path), edit)
    if (met === undefined) return undefined
    if (met !== 'theirs') replaced.delete(edit.path)
    if (typeof met === 'object') conflicts.push(met)
  }
  return { tree: await editTree(objects, tip, replaced), conflicts, notices: [] }
}

/** Whose version it is, or the conflict; nothing where git has to be asked. */
async function meet(
  objects: Objects,
  ours: Version | undefined,
  { path, before: base, after: theirs }: Edit,
): Promise<'ours' | 'theirs' | Conflict | undefined> {
  if (!base || !ours || !theirs) return undefined
  if (isSame(ours, base)) return 'theirs'
  if (isSame(ours, theirs)) return 'ours'
  const name = toText(path)
  const isPlain = [base, ours, theirs].every(
    ({ mode }) => mode === base.mode && mode.startsWith('100'),
  )
  if (!isPlain || name.includes('\uFFFD')) return undefined
  const [old = [], own = [], incoming = []] = await Promise.all(
    [base, ours, theirs].map(({ object }) => readLines(objects, object)),
  )
  const regions = alignOnePlace({ base: old, ours: own, theirs: incoming })
  const isConflict = regions?.some(({ is }) => is === 'hunk')
  return isConflict ? { path: name, base, ours, theirs } : undefined
}

function isSame(one: Version, other: Version): boolean {
  return one.object === other.object && one.mode === other.mode
}

const mostBytes = 1_000_000

/** As bytes, like git. None of what is no text to it, or is large: no place is found there. */
async function readLines(objects: Objects, name: string): Promise<readonly string[]> {
  const look = await objects.look(name)
  if (look?.type !== 'blob' || look.size > mostBytes) return []
  const blob = await objects.read(name)
  return !blob || blob.content.includes(0) ? [] : blob.content.toString('latin1').split('\n')
}
