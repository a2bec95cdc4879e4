import type { Edit } from '../objects/compare-trees.ts'

/** What one side of a merge has changed since the base; paths are git's bytes. */
export interface Changed {
  readonly paths: ReadonlySet<string>
  /** The directories above them. */
  readonly above: ReadonlySet<string>
  readonly added: ReadonlySet<string>
  readonly hasRemoved: boolean
}

export const unchanged: Changed = {
  paths: new Set(),
  above: new Set(),
  added: new Set(),
  hasRemoved: false,
}

export function toChanged(edits: readonly Edit[]): Changed {
  return {
    paths: new Set(edits.map(({ path }) => path)),
    above: new Set(edits.flatMap(({ path }) => directoriesOf(path))),
    added: new Set(edits.flatMap(({ path, before }) => (before ? [] : [path]))),
    hasRemoved: edits.some(({ after }) => !after),
  }
}

export function joinChanged(one: Changed, other: Changed): Changed {
  return {
    paths: new Set([...one.paths, ...other.paths]),
    above: new Set([...one.above, ...other.above]),
    added: new Set([...one.added, ...other.added]),
    hasRemoved: one.hasRemoved || other.hasRemoved,
  }
}

/**
 * Whether two sides meet in files that both have changed, if at all: no file of the one is a directory of the
 * other, and neither may have renamed a directory that the other adds to.
 */
export function meetInFilesAlone(one: Changed, other: Changed): boolean {
  return (
    !isAbove(one, other) && !isAbove(other, one) && !mayMove(one, other) && !mayMove(other, one)
  )
}

function isAbove(one: Changed, other: Changed): boolean {
  for (const path of one.paths) if (other.above.has(path)) return true
  return false
}

function mayMove(one: Changed, other: Changed): boolean {
  return one.hasRemoved && one.added.size > 0 && other.added.size > 0
}

function directoriesOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, at) => parts.slice(0, at + 1).join('/'))
}

/** Files that each side has added under names that some machines cannot tell apart. */
export function findCollisions(ours: Changed, theirs: Changed): readonly string[] {
  if (ours.added.size === 0 || theirs.added.size === 0) return []
  const taken = new Map([...ours.added].map((path) => [fold(path), path]))
  return [...theirs.added].filter((path) => {
    const other = taken.get(fold(path))
    return other !== undefined && other !== path
  })
}

/** By the letters that they show: upper or lower, composed or not. */
function fold(path: string): string {
  return Buffer.from(path, 'latin1').toString('utf8').normalize('NFC').toLowerCase()
}
