import type { Hunk } from '../align.ts'

/** Both sides only inserted at the same place: both stay, the tip's first, and what both inserted stands once. */
export function bothInserted({ base, ours, theirs }: Hunk): readonly string[] | undefined {
  if (base.length > 0) return undefined
  if (contains(ours, theirs)) return ours
  if (contains(theirs, ours)) return theirs
  if (!isList(ours) || !isList(theirs)) return [...ours, ...theirs]
  const known = new Set(ours.filter(hasWord))
  return [...ours, ...theirs.filter((line) => !known.has(line))]
}

/** One side inserted all that the other did, and in one piece. A lone bracket proves nothing. */
function contains(whole: readonly string[], part: readonly string[]): boolean {
  if (!part.some(hasWord)) return false
  return whole.some((_, start) => part.every((line, index) => whole[start + index] === line))
}

/**
 * Lines of one indentation with nothing left open: imports, entries, bullets. Each stands for itself.
 * In anything else, such as two functions that end with the same line, a shared line belongs to its neighbours.
 */
function isList(lines: readonly string[]): boolean {
  const written = lines.filter((line) => line.trim() !== '')
  const [first = ''] = written
  return written.every((line) => indentation(line) === indentation(first) && isBalanced(line))
}

function indentation(line: string): string {
  return /^\s*/.exec(line)?.[0] ?? ''
}

function isBalanced(line: string): boolean {
  const count = (characters: RegExp) => line.match(characters)?.length ?? 0
  return count(/[([{]/g) === count(/[)\]}]/g)
}

function hasWord(line: string): boolean {
  return /[\p{L}\p{N}]/u.test(line)
}
