import type { Align, Hunk } from '../align.ts'
import type { SettledText, Sides } from '../settle-text.ts'
import { parseText, renderMerged } from '../text.ts'

/** The lines of both sides, the tip's first: what `merge=union` asks for. */
export async function settleUnion(sides: Sides<string>, align: Align): Promise<SettledText> {
  const texts = {
    base: parseText(sides.base),
    ours: parseText(sides.ours),
    theirs: parseText(sides.theirs),
  }
  const hunk = { base: texts.base.lines, ours: texts.ours.lines, theirs: texts.theirs.lines }
  const regions = await align(hunk)
  const lines = regions.flatMap((region) =>
    region.is === 'agreed' ? region.items : unite(region.hunk),
  )
  const isClean = regions.every(({ is }) => is === 'agreed')
  return {
    content: renderMerged(lines, texts),
    decisions: isClean ? [] : [{ step: 'union' }],
  }
}

function unite({ ours, theirs }: Hunk): readonly string[] {
  return [...ours, ...theirs]
}
