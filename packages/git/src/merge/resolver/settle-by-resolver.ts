import { missingLines } from '../missing-lines.ts'
import type { Decision, GivenWay, SettledText, Sides } from '../settle-text.ts'
import { byResolver } from '../stand-ins.ts'
import { parseText } from '../text.ts'
import { isSpace, tokenise } from '../tokens.ts'
import type { Resolve } from './resolve.ts'

/** A tool's merge is taken as it is; the lines of which it left nothing are recorded as any others. */
export async function settleByResolver(
  path: string,
  sides: Sides<string>,
  resolve: Resolve,
): Promise<SettledText | undefined> {
  const content = await resolve(path, sides)
  if (content === undefined) return undefined
  const gone = (['tip', 'task'] as const).flatMap((of) => findGone(of, sides, content))
  const decisions = gone.map((gaveWay): Decision => ({ step: 'resolver', gaveWay }))
  return { content, decisions: decisions.length > 0 ? decisions : [{ step: 'resolver' }] }
}

/**
 * The lines that a side added and that are not there as often as it had them, but for those whose words are in
 * the lines that the tool has put together itself.
 */
function findGone(
  of: GivenWay['of'],
  { base, ours, theirs }: Sides<string>,
  content: string,
): readonly GivenWay[] {
  const [before, after] = [linesOf(base), linesOf(content)]
  const known = new Set([...before, ...linesOf(ours), ...linesOf(theirs)])
  const words = new Set(tokenise(after.filter((line) => !known.has(line)).join('\n')))
  const isMixed = (line: string) => tokenise(line).every((word) => isSpace(word) || words.has(word))
  const added = missingLines(linesOf(of === 'tip' ? ours : theirs), before)
  const lines = missingLines(added, missingLines(after, before)).filter((line) => !isMixed(line))
  return lines.length > 0 ? [{ lines, kept: [byResolver], of }] : []
}

function linesOf(text: string): readonly string[] {
  return parseText(text).lines
}
