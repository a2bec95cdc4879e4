import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { makeHermetic } from '@wavefront/testing'
import { type Change, dealCase, readChange } from './quality/cases.ts'
import { cached, pairs } from './quality/packages.ts'
import { type CaseRepository, commitCase, readFiles } from './quality/repository.ts'
import {
  addScores,
  type FileEnd,
  noScore,
  type Score,
  scoreFile,
  withRequeued,
} from './quality/score.ts'
import { type Outcome, type Strategy, strategies } from './quality/strategies.ts'
import { renderTable } from './quality/table.ts'
import type { Bench, Row } from './row.ts'

const counts = [2, 4, 8]

/**
 * What is left of several branches' work when they are merged, where the truth is known: the next version of
 * a public package, whose changes are dealt out to branches so that neighbours go to different ones.
 */
export async function* quality(): Bench {
  makeHermetic()
  const contenders = strategies(findMergiraf())
  const totals = new Map<string, Score>(contenders.map(({ name }) => [name, noScore]))
  let conflicted = 0
  for (const pair of pairs) {
    const change = await readChange(pair)
    for (const count of counts) {
      const judged = await judge(change, count, contenders)
      conflicted += judged.conflicted
      for (const [name, score] of judged.scores)
        totals.set(name, addScores(totals.get(name) ?? noScore, score))
      console.error(
        `quality: ${pair.name} in ${count} branches, ${judged.conflicted} files in conflict`,
      )
    }
  }
  console.error(renderTable(conflicted, totals))
  yield* rowsOf(totals)
}

interface Judged {
  readonly conflicted: number
  readonly scores: ReadonlyMap<string, Score>
}

export async function judge(
  change: Change,
  count: number,
  contenders: readonly Strategy[],
): Promise<Judged> {
  const dealt = dealCase(change, count)
  const repository = await commitCase(change, dealt)
  try {
    const ends = await runEach(repository, contenders)
    // One measure for all: what was in conflict for anybody.
    const conflicts = new Set(ends.flatMap(({ outcome }) => [...outcome.conflicts]))
    const scores = ends.map(({ name, outcome, seconds }) => {
      const results = readFiles(repository.dir, outcome.commit)
      const records = withRequeued(dealt, outcome, repository.branches)
      const files = change.edited.map(
        (file): FileEnd => ({
          ...file,
          result: results.get(file.path) ?? '',
          carriers: dealt.carriers.get(file.path) ?? new Map(),
          recorded: records.get(file.path) ?? [],
          isInConflict: conflicts.has(file.path),
        }),
      )
      const run = { ...noScore, seconds, requeued: outcome.requeued.length }
      return [name, files.map(scoreFile).reduce(addScores, run)] as const
    })
    return { conflicted: conflicts.size, scores: new Map(scores) }
  } finally {
    repository.remove()
  }
}

interface StrategyEnd {
  readonly name: string
  readonly outcome: Outcome
  readonly seconds: number
}

async function runEach(
  repository: CaseRepository,
  contenders: readonly Strategy[],
): Promise<readonly StrategyEnd[]> {
  const ends: StrategyEnd[] = []
  for (const { name, run } of contenders) {
    const start = performance.now()
    const outcome = await run(repository)
    ends.push({ name, outcome, seconds: (performance.now() - start) / 1000 })
  }
  return ends
}

/** On the path, or where the engines of the tests are kept. */
function findMergiraf(): string | undefined {
  const kept = existsSync(cached('engines')) ? readdirSync(cached('engines')) : []
  const places = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...kept
      .filter((name) => name.startsWith('mergiraf-'))
      .map((name) => cached('engines', name, 'bin')),
  ]
  return places.map((place) => join(place, 'mergiraf')).find((file) => existsSync(file))
}

const figures = [
  ['lost', 'lines-lost', 'lines'],
  ['unrecorded', 'lines-lost-without-a-record', 'lines'],
  ['unlikeTruth', 'files-unlike-the-truth', 'files'],
  ['unparseable', 'files-that-no-longer-parse', 'files'],
  ['seconds', 'seconds', 's'],
] as const

function* rowsOf(totals: ReadonlyMap<string, Score>): Generator<Row> {
  const [[, ours] = ['', noScore], ...others] = totals
  for (const [figure, what, unit] of figures) {
    for (const [against, score] of others)
      yield { name: `quality-${what}`, ours: ours[figure], other: score[figure], unit, against }
  }
}
