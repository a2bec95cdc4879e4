import { findCulprits, runsFor } from './find-culprits.ts'
import { findSuspects } from './find-suspects.ts'
import type { MergedBatch, RequeuedTask } from './merge-batch.ts'
import type { TaskResult } from './ports/index.ts'
import { type CheckRun, findFlaky, type Verifier } from './verify.ts'

export interface Trial {
  readonly verifier: Verifier
  /** Red twice, on a start that is green. */
  readonly whole: MergedBatch
  /** Merges some of the tasks, in the order of the whole. */
  readonly remerge: (results: readonly TaskResult[]) => Promise<MergedBatch>
  readonly jobs: number
  readonly spare: number
}

export interface Ejected {
  readonly result: TaskResult
  readonly reason: string
}

/** What is green of the whole, and what is not. */
export interface Verdict {
  readonly batch: MergedBatch
  readonly ejected: readonly Ejected[]
}

/**
 * Finds the culprits and leaves them out. The search rests on single runs, and a run may be red by chance,
 * so nobody is thrown out on its word alone: what was red with a culprit and without the others is counted,
 * and where that is fewer than three runs, the culprit is tried once more with all that is good, and then
 * with all of it but one task. Green with all of it, it was none, and lands. Green with all but one, it may
 * need that one to break, or the checks are flaky: it is thrown out, and its reason says both.
 *
 * Every trial is another tree, so that no tree is checked twice; only where no other tree is left to bear out
 * a single red run, that one is repeated. With the search it stays within k (⌈log2 n⌉ + 4) runs for k culprits.
 * Once runs have contradicted each other that bound is given up, and more of them have to agree.
 */
export async function leaveOutCulprits(trial: Trial): Promise<Verdict> {
  const { verifier, whole, remerge, jobs, spare } = trial
  const lineup = findSuspects(whole.merged)
  const { good, culprits } = await findCulprits(
    lineup.order,
    async (results) => verifier.isGreen(await remerge(results)),
    { suspects: lineup.suspects, jobs, spare },
  )
  let batch = await remerge(good)
  const left = runsLeft(trial, culprits.length + batch.requeued.length)
  const ejected: Ejected[] = []
  for (const [i, result] of culprits.entries()) {
    const others = new Set([...ejected.map((one) => one.result), ...culprits.slice(i + 1)])
    const tried = await tryAgain(trial, { result, others, batch, lineup: lineup.order, left })
    if (tried.is === 'good') batch = tried.batch
    else ejected.push({ result, reason: tried.reason })
  }
  const out = ejected.map(({ result }) => result)
  const stay = lineup.order.filter((result) => !out.includes(result))
  return { batch: { ...batch, requeued: requeuedOf(stay, batch) }, ejected }
}

/** Without the culprits some may have come to conflict; what was left out of later trials still is requeued. */
function requeuedOf(
  stay: readonly TaskResult[],
  { merged, requeued }: MergedBatch,
): readonly RequeuedTask[] {
  const there = new Set(merged.map(({ result }) => result))
  const known = new Map(requeued.map((one) => [one.result, one]))
  return stay
    .filter((result) => !there.has(result))
    .map(
      (result) => known.get(result) ?? { result, why: 'it conflicts with the tasks that landed' },
    )
}

interface Suspicion {
  readonly result: TaskResult
  readonly others: ReadonlySet<TaskResult>
  /** All that is good. */
  readonly batch: MergedBatch
  /** The least suspect last. */
  readonly lineup: readonly TaskResult[]
  readonly left: () => number
}

type Tried =
  | { readonly is: 'good'; readonly batch: MergedBatch }
  | { readonly is: 'culprit'; readonly reason: string }

async function tryAgain({ verifier, remerge }: Trial, suspicion: Suspicion): Promise<Tried> {
  const { result, batch, lineup, left } = suspicion
  const good = batch.merged.map((one) => one.result)
  const reds = () => redsOf(verifier, suspicion)
  const withIt = await remerge([...good, result])
  if (await verifier.isGreen(withIt)) return { is: 'good', batch: withIt }
  let isDoubtful = false
  const siblings = lineup.filter((one) => good.includes(one)).reverse()
  for (const without of siblings.slice(0, mostTrials)) {
    if (reds().length >= enough(verifier)) break
    const less = await remerge([...good.filter((one) => one !== without), result])
    if (!less.merged.some((one) => one.result === result)) continue
    const isAffordable = left() > 0 || findFlaky(verifier.runs).length > 0
    const isRed = isAffordable ? !(await verifier.isGreen(less)) : verifier.known(less) === false
    isDoubtful ||= !isRed
  }
  if (reds().length < 2 && (await verifier.isGreen(withIt, { again: true }))) {
    return { is: 'good', batch: withIt }
  }
  return { is: 'culprit', reason: explain(reds(), isDoubtful && reds().length < enough(verifier)) }
}

const mostTrials = 8

/** So many reds by chance are not to be expected. */
function enough({ runs }: Verifier): number {
  return findFlaky(runs).length > 0 ? 5 : 3
}

/** What was red with the task, and cannot be another culprit's fault. The smallest such tree says most about it. */
function redsOf({ runs }: Verifier, { result, others }: Suspicion): readonly CheckRun[] {
  return runs
    .filter(({ green, ids }) => !green && ids.has(result.id))
    .filter(({ ids }) => ![...others].some(({ id }) => ids.has(id)))
    .toSorted((a, b) => a.ids.size - b.ids.size)
}

function explain(reds: readonly CheckRun[], isDoubtful: boolean): string {
  const log = reds[0]?.reason ?? ''
  if (!isDoubtful) return log
  const times = reds.length === 1 ? 'once' : `${reds.length} times`
  return `the checks were red with it ${times} and green with it and fewer others: it breaks together with another task, or they are flaky\n${log}`
}

/** What is left of the bound. A start that was known to be green has not cost a run of it. */
function runsLeft({ verifier, whole }: Trial, culprits: number): () => number {
  const hasRunStart = verifier.runs.some(({ ids }) => ids.size === 0)
  const bound = culprits * (runsFor(whole.merged.length) + 4) - (hasRunStart ? 0 : 1)
  return () => bound - verifier.runs.length
}
