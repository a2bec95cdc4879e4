import type { Align, Hunk } from '../align.ts'
import { tokenise } from '../tokens.ts'

/** Two edits on one line, a moved bracket: the same merge with words for lines, where it leaves no conflict. */
export async function tokenByToken(
  { base, ours, theirs }: Hunk,
  align: Align,
): Promise<readonly string[] | undefined> {
  if (base.length === 0 || ours.length === 0 || theirs.length === 0) return undefined
  const regions = await align({ base: split(base), ours: split(ours), theirs: split(theirs) })
  const merged = regions.flatMap((region) =>
    region.is === 'agreed' ? [region.items.join('')] : [],
  )
  const text = merged.join('')
  const isClean = merged.length === regions.length && text.endsWith('\n')
  return isClean ? text.slice(0, -1).split('\n') : undefined
}

function split(lines: readonly string[]): readonly string[] {
  return tokenise(lines.map((line) => `${line}\n`).join(''))
}
