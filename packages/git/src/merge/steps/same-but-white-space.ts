import type { Hunk } from '../align.ts'
import { isSpace, tokenise } from '../tokens.ts'

/** Both sides made the same change, spaced differently: the task's way of spacing it, in the lines that it changed. */
export function sameButWhiteSpace({ base, ours, theirs }: Hunk): readonly string[] | undefined {
  if (written(ours) !== written(theirs)) return undefined
  const isLineByLine =
    ours.length === theirs.length &&
    theirs.every((line, at) => written([line]) === written([ours[at] ?? '']))
  const old = new Set(base)
  return theirs.map((line, at) => (isLineByLine && old.has(line) ? (ours[at] ?? line) : line))
}

/** Tokens and not characters, because `return x` is not `returnx`. */
function written(lines: readonly string[]): string {
  const tokens = tokenise(lines.join('\n'))
  return JSON.stringify(tokens.filter((token) => !isSpace(token)))
}
