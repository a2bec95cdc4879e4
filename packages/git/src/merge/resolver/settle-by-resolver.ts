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

/** The lines that a side added and that are neither there as lines nor in their words. */
function findGone(
  of: GivenWay['of'],
  { base, ours, theirs }: Sides<string>,
  content: string,
): readonly GivenWay[] {
  const known = new Set([...parseText(base).lines, ...parseText(content).lines])
  const words = new Set(tokenise(content))
  const lines = parseText(of === 'tip' ? ours : theirs).lines.filter(
    (line) => !known.has(line) && tokenise(line).some((word) => !isSpace(word) && !words.has(word)),
  )
  return lines.length > 0 ? [{ lines, kept: [byResolver], of }] : []
}
