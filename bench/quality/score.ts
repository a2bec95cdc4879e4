import type { DealtCase, Edited } from './cases.ts'
import type { Dealt } from './deal.ts'
import { canBeParsed } from './parsers.ts'
import type { Outcome } from './strategies.ts'

/** How a strategy did, as sums over files. */
export interface Score {
  /** Lines that the truth has over the base, and the result has not. */
  readonly lost: number
  /** Of these, those that no record of lines that gave way holds. */
  readonly unrecorded: number
  /** Of the files in conflict. */
  readonly unlikeTruth: number
  readonly unparseable: number
  readonly requeued: number
  readonly seconds: number
}

export const noScore: Score = {
  ...{ lost: 0, unrecorded: 0, unlikeTruth: 0, unparseable: 0, requeued: 0, seconds: 0 },
}

export function addScores(one: Score, other: Score): Score {
  return {
    lost: one.lost + other.lost,
    unrecorded: one.unrecorded + other.unrecorded,
    unlikeTruth: one.unlikeTruth + other.unlikeTruth,
    unparseable: one.unparseable + other.unparseable,
    requeued: one.requeued + other.requeued,
    seconds: one.seconds + other.seconds,
  }
}

/** One file: what it should be, and what it has become. */
export interface FileEnd extends Edited {
  readonly result: string
  readonly carriers: Dealt['carriers']
  readonly recorded: readonly string[]
  readonly isInConflict: boolean
}

export function scoreFile(file: FileEnd): Score {
  const lost = findLost(file)
  const isBroken =
    file.isInConflict &&
    file.result !== file.truth &&
    canBeParsed(file.path, file.truth) &&
    !canBeParsed(file.path, file.result)
  return {
    ...noScore,
    lost: lost.length,
    unrecorded: findUnrecorded(file, lost).length,
    unlikeTruth: file.isInConflict && file.result !== file.truth ? 1 : 0,
    unparseable: isBroken ? 1 : 0,
  }
}

/** Each as often as it is lost, whatever its white space. Empty lines are not anybody's work. */
export function findLost({ base, truth, result }: FileEnd): readonly string[] {
  const [before, after] = [countLines(base.split('\n')), countLines(result.split('\n'))]
  const lost: string[] = []
  for (const [line, wanted] of countLines(truth.split('\n'))) {
    if (line === '') continue
    const added = wanted - (before.get(line) ?? 0)
    const missing = wanted - (after.get(line) ?? 0)
    for (let left = Math.min(added, missing); left > 0; left--) lost.push(line)
  }
  return lost
}

/** A line counts as recorded when what a branch had of it is among the lines that gave way. */
export function findUnrecorded(
  { carriers, recorded }: Pick<FileEnd, 'carriers' | 'recorded'>,
  lost: readonly string[],
): readonly string[] {
  const left = countLines(recorded)
  const known = new Map<string, readonly string[]>()
  for (const [line, held] of carriers) {
    const words = wordsOf(line)
    known.set(words, [...(known.get(words) ?? []), ...[...held].map(wordsOf)])
  }
  return lost.filter((line) => {
    const held = [...(known.get(line) ?? [line])].find((carrier) => (left.get(carrier) ?? 0) > 0)
    if (held !== undefined) left.set(held, (left.get(held) ?? 0) - 1)
    return held === undefined
  })
}

function countLines(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of lines.map(wordsOf)) counts.set(words, (counts.get(words) ?? 0) + 1)
  return counts
}

function wordsOf(line: string): string {
  return line.trim().replace(/\s+/g, ' ')
}

/** The lines of branches that wait to be done again are not lost: they are still there. */
export function withRequeued(
  { branches }: DealtCase,
  { records, requeued }: Outcome,
  commits: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const all = new Map(records)
  for (const { branch } of requeued) {
    for (const [path, text] of branches[commits.indexOf(branch)] ?? [])
      all.set(path, [...(all.get(path) ?? []), ...(text ?? '').split('\n')])
  }
  return all
}
