import type { MergeStep } from '@wavefront/wave'
import type { Align, Hunk } from './align.ts'
import { deletedLines, undoneDeletions } from './stand-ins.ts'
import { bothInserted } from './steps/both-inserted.ts'
import { keepInserts } from './steps/keep-inserts.ts'
import { sameButWhiteSpace } from './steps/same-but-white-space.ts'
import { takeApart } from './steps/take-apart.ts'
import { taskLines } from './steps/task-lines.ts'
import { tokenByToken } from './steps/token-by-token.ts'
import { parseText, renderMerged } from './text.ts'

/** Three versions of one text, or of one file's bytes. */
export interface Sides<T> {
  readonly base: T
  readonly ours: T
  readonly theirs: T
}

/** One decision, before it is known who wrote what gave way. */
export interface Decision {
  readonly step: MergeStep
  /** From 1, in the merged file. */
  readonly line?: number
  readonly gaveWay?: GivenWay
}

export interface GivenWay {
  readonly lines: readonly string[]
  readonly kept: readonly string[]
  /** Whose they were: almost always the tip's. */
  readonly of: 'tip' | 'task'
  /** It is a file that cannot be shown, so nobody knows how many lines it had. */
  readonly isUnseen?: true
}

export interface SettledText {
  readonly content: string
  readonly decisions: readonly Decision[]
}

export interface TextOptions {
  /** Whether lines that the tip only inserted beside an overlapping edit stay. */
  readonly keepInserts?: boolean
}

/** Merges a text line by line; each hunk that is left takes the first step of the ladder that fits it. */
export async function settleText(
  sides: Sides<string>,
  align: Align,
  options: TextOptions = {},
): Promise<SettledText> {
  const base = parseText(sides.base)
  const ours = parseText(sides.ours)
  const theirs = parseText(sides.theirs)
  const lines: string[] = []
  const decisions: Decision[] = []
  for (const region of await align({ base: base.lines, ours: ours.lines, theirs: theirs.lines })) {
    if (region.is === 'agreed') {
      for (const line of region.items) lines.push(line)
      continue
    }
    for (const part of await settleHunk(region.hunk, align, options)) {
      const { decision } = part
      if (decision) decisions.push({ ...decision, line: lines.length + (decision.line ?? 1) })
      for (const line of part.lines) lines.push(line)
    }
  }
  return { content: renderMerged(lines, { base, ours, theirs }), decisions }
}

interface SettledPart {
  readonly lines: readonly string[]
  readonly decision?: Decision
}

/** In parts where that settles all of them, else as one. */
async function settleHunk(
  hunk: Hunk,
  align: Align,
  options: TextOptions,
): Promise<readonly SettledPart[]> {
  const parts = await settleApart(hunk, align)
  return parts ?? [(await settlePlace(hunk, align)) ?? giveWayIn(hunk, options)]
}

async function settleApart(hunk: Hunk, align: Align): Promise<readonly SettledPart[] | undefined> {
  const regions = takeApart(hunk)
  if (regions.length === 1 && regions[0]?.is === 'hunk') return undefined
  const parts: SettledPart[] = [{ lines: [], decision: { step: 'side-by-side' } }]
  for (const region of regions) {
    const part =
      region.is === 'agreed' ? { lines: region.items } : await settlePlace(region.hunk, align)
    if (!part) return undefined
    parts.push(part)
  }
  return parts
}

/** What both sides changed, where nobody's lines need give way. */
async function settlePlace(hunk: Hunk, align: Align): Promise<SettledPart | undefined> {
  const tokens = await tokenByToken(hunk, align)
  if (tokens) return { lines: tokens, decision: { step: 'token-by-token' } }
  // Before the next one, which would keep an insertion that both made twice, spaced differently.
  const same = sameButWhiteSpace(hunk)
  if (same) return { lines: same, decision: { step: 'same-but-white-space' } }
  const both = bothInserted(hunk)
  return both && { lines: both, decision: { step: 'both-inserted' } }
}

function giveWayIn(hunk: Hunk, options: TextOptions): Required<SettledPart> {
  if (!options.keepInserts) return giveWay(hunk)
  const { lines, others, keptBefore } = keepInserts(hunk)
  // Both made the same change, and the tip inserted something beside it.
  if (others.join('\n') === hunk.theirs.join('\n'))
    return { lines, decision: { step: 'both-inserted' } }
  const { decision } = giveWay({ ...hunk, ours: others })
  const line = (decision.line ?? 1) + keptBefore((decision.line ?? 1) - 1)
  return { lines, decision: { ...decision, line } }
}

function giveWay(hunk: Hunk): Required<SettledPart> {
  const { before, gaveWay, kept } = taskLines(hunk)
  const decision: Decision = {
    step: 'task-lines',
    line: before.length + 1,
    gaveWay: {
      lines:
        gaveWay.length > 0
          ? [...gaveWay, ...undoneDeletions(hunk)]
          : [deletedLines(hunk.base, hunk.ours)],
      kept: kept.length > 0 ? kept : [deletedLines(hunk.base, hunk.theirs)],
      of: 'tip',
    },
  }
  return { lines: hunk.theirs, decision }
}
