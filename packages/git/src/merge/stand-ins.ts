import { missingLines } from './missing-lines.ts'

/** What a record says where there are no lines to show. */
export const deletedFile = '(the file was deleted)'
export const modifiedFile = '(the modified file stays)'
export const emptyFile = '(empty file)'
export const byResolver = '(as the resolver merged it)'

/** For a side without lines of its own at some place: what it did there is to delete some of the base's. */
export function deletedLines(base: readonly string[], side: readonly string[]): string {
  const count = missingLines(base, side).length
  return count === 0 ? '(no lines)' : countDeleted(count)
}

/** For the deletions of a side that has lines of its own besides: those of them that the other side undid. */
export function undoneDeletions({ base, ours, theirs }: Sides): readonly string[] {
  const gone = Math.max(0, base.length - ours.length)
  const count = Math.min(gone, missingLines(theirs.filter(isOneOf(base)), ours).length)
  return count === 0 ? [] : [countDeleted(count)]
}

interface Sides {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

function isOneOf(lines: readonly string[]): (line: string) => boolean {
  const known = new Set(lines)
  return (line) => known.has(line)
}

function countDeleted(count: number): string {
  return count === 1 ? '(1 line was deleted here)' : `(${count} lines were deleted here)`
}

/** A file that cannot be shown, by the name under which git has it; `bytes` only where it was read. */
export function unreadableFile(object: string, bytes?: number): string {
  const size = bytes === undefined ? 'too large to show' : `binary, ${bytes} bytes`
  return `(${size}, blob ${object.slice(0, 12)})`
}

/** Thousands of lines that a tool wrote and nobody reads. */
export function lockFile(object: string, bytes?: number): string {
  const size = bytes === undefined ? '' : `, ${bytes} bytes`
  return `(lock file${size}, blob ${object.slice(0, 12)})`
}
