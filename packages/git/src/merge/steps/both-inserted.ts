import type { Hunk } from '../align.ts'

/** Both sides only inserted at the same place: both stay, the tip's first, and what both inserted stands once. */
export function bothInserted({ base, ours, theirs }: Hunk): readonly string[] | undefined {
  if (base.length > 0) return undefined
  const areLists = isList(ours) && isList(theirs)
  if ((areLists || isBlock(theirs)) && contains(ours, theirs)) return ours
  if ((areLists || isBlock(ours)) && contains(theirs, ours)) return theirs
  if (!areLists) return [...ours, ...theirs]
  const known = new Set(ours)
  return [...ours, ...theirs.filter((line) => !known.has(line))]
}

/** One side inserted all that the other did, and in one piece. */
function contains(whole: readonly string[], part: readonly string[]): boolean {
  return whole.some((_, start) => part.every((line, index) => whole[start + index] === line))
}

/** A single line may stand among others for reasons of its own. */
function isBlock(lines: readonly string[]): boolean {
  return lines.filter(hasWord).length > 1
}

/**
 * Lines of one indentation with nothing left open, and no two of them alike: imports, entries, bullets. Each
 * stands for itself. In anything else, such as two functions that end with the same line, a shared line belongs
 * to its neighbours.
 */
function isList(lines: readonly string[]): boolean {
  const [first = ''] = lines
  const isEntry = (line: string) =>
    hasWord(line) && isBalanced(line) && indentation(line) === indentation(first)
  return new Set(lines).size === lines.length && lines.every(isEntry) && !lines.some(isFrame)
}

/** It begins or ends something: a heading, a fence, a key with its values to come, a closing word. */
function isFrame(line: string): boolean {
  return /^\s*(?:#+\s|```|~~~)|:\s*$|^\W*(?:end\w*|else|fi|done|esac|break|continue|return|pass)\W*$/i.test(
    line,
  )
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
