import type { Align } from '../align.ts'
import { findDamage } from '../sanity.ts'
import { type SettledText, type Sides, settleText } from '../settle-text.ts'
import { mergeJson } from './merge-json.ts'

/**
 * By lines where that keeps everything and leaves it valid, as git itself does where it sees no conflict: it
 * knows a key that was renamed from one that was deleted. Else by key.
 */
export async function settleJson(
  path: string,
  texts: Sides<string>,
  align: Align,
): Promise<SettledText | undefined> {
  const byLine = await settleText(texts, align)
  const sources = [texts.ours, texts.theirs]
  const isRight =
    byLine.decisions.every(({ gaveWay }) => gaveWay === undefined) &&
    findDamage({ path, sources, content: byLine.content }) === undefined
  return isRight ? byLine : mergeJson(texts, align)
}
