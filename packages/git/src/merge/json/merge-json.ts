import type { Align } from '../align.ts'
import type { Decision, SettledText, Sides } from '../settle-text.ts'
import { parseText, renderMerged, renderText, type Text } from '../text.ts'
import { readComments } from './comments.ts'
import { createLineFinder } from './line-of.ts'
import { mergeValues, type Settled } from './merge-values.ts'
import { type JsonValue, parseJson } from './parse-json.ts'

/**
 * Merges JSON by key: the tip's text with the task's changes put into it, so that what nobody changed stays
 * as it is written. Nothing if a side cannot be read, a key stands twice, the task changed a comment, or the
 * result would lack a comment that the tip wrote: then the lines are the better measure.
 */
export async function mergeJson(
  sides: Sides<string>,
  align: Align,
): Promise<SettledText | undefined> {
  if (sides.ours === sides.base) return { content: sides.theirs, decisions: [] }
  const texts = {
    base: parseText(sides.base),
    ours: parseText(sides.ours),
    theirs: parseText(sides.theirs),
  }
  const base = parseJson(plain(texts.base))
  const ours = parseJson(plain(texts.ours))
  const theirs = parseJson(plain(texts.theirs))
  if (!base || !ours || !theirs) return undefined
  const comments = { base: readComments(base.text), theirs: readComments(theirs.text) }
  if (comments.base.join('\n') !== comments.theirs.join('\n')) return undefined
  const settled: Settled[] = []
  const place = { path: [], align, note: (one: Settled) => void settled.push(one) }
  const value = await mergeValues({ base, ours, theirs }, place)
  const content = ours.text.slice(0, ours.start) + value + ours.text.slice(ours.end)
  const merged = parseJson(content)
  if (!merged || losesComments(ours, content, comments.base)) return undefined
  return {
    content: renderMerged(parseText(content).lines, texts),
    decisions: toDecisions(merged, settled),
  }
}

/** How lines end and whether a mark of the byte order stands in front are properties of the file. */
function plain(text: Text): string {
  return renderText({ ...text, eol: '\n', hasBom: false })
}

function losesComments(ours: JsonValue, content: string, known: readonly string[]): boolean {
  const there = new Set([...known, ...readComments(content)])
  return readComments(ours.text).some((comment) => !there.has(comment))
}

/** The file as a whole was settled by key; each place at which somebody's value gave way is told besides. */
function toDecisions(merged: JsonValue, settled: readonly Settled[]): readonly Decision[] {
  const lineOf = createLineFinder(merged)
  const places = settled.map(
    ({ path, step, gaveWay }): Decision => ({
      step,
      line: lineOf(path),
      ...(gaveWay && { gaveWay }),
    }),
  )
  return [{ step: 'json-by-key' }, ...places]
}
