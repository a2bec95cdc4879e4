import type { Hunk } from '../align.ts'
import { isSpace, tokenise } from '../tokens.ts'

/** Both sides made the same change, spaced differently: the task's way of spacing it. */
export function sameButWhiteSpace({ ours, theirs }: Hunk): readonly string[] | undefined {
  return written(ours) === written(theirs) ? theirs : undefined
}

/** Tokens and not characters, because `return x` is not `returnx`. */
function written(lines: readonly string[]): string {
  const tokens = tokenise(lines.join('\n'))
  return JSON.stringify(tokens.filter((token) => !isSpace(token)))
}
