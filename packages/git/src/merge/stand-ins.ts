/** What a record says where there are no lines to show. */
export const deletedFile = '(the file was deleted)'
export const modifiedFile = '(the modified file stays)'
export const emptyFile = '(empty file)'
export const byResolver = '(as the resolver merged it)'

/** For a side without lines of its own at some place: what it did there is to delete some of the base's. */
export function deletedLines(base: readonly string[], side: readonly string[]): string {
  const count = countMissing(base, side)
  if (count === 0) return '(no lines)'
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

function countMissing(base: readonly string[], side: readonly string[]): number {
  const left = new Map<string, number>()
  for (const line of side) left.set(line, (left.get(line) ?? 0) + 1)
  const missing = base.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
  return missing.length
}
