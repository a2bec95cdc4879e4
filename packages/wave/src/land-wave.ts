import { type AttemptEnd, type AttemptRecord, finishedEpics, type TaskId } from '@wavefront/tasks'
import type { Progress } from './events.ts'
import type { Integration } from './integrate-wave.ts'
import type { CommitSha } from './names.ts'
import type { Branches, Landing, StoreChanges, TaskResult, TaskStore } from './ports/index.ts'
import type { PreparedWave } from './prepare-wave.ts'

/** The effects of a landing, in the order in which they are carried out. */
export interface LandingPlan {
  readonly move: Landing
  readonly changes: StoreChanges
  readonly ends: readonly {
    readonly id: TaskId
    readonly end: AttemptEnd
    readonly reason?: string
  }[]
}

/** How each attempt of a wave ended, what is closed and which branches go. Changes nothing. */
export function planLanding(
  prepared: Pick<PreparedWave, 'graph'>,
  results: readonly TaskResult[],
  integration: Integration,
): LandingPlan {
  const { from, batch, ejected, redBase, stopped } = integration
  const landed = batch.merged.map(({ result }) => result.id)
  const commits = new Map(batch.merged.map(({ result, commit }) => [result.id, commit]))
  const problems = new Map<TaskId, Problem>()
  for (const { result, why, isForPerson } of batch.requeued)
    problems.set(result.id, { end: isForPerson ? 'set-aside' : 'requeued', reason: why })
  for (const { result, reason } of ejected) problems.set(result.id, { end: 'ejected', reason })
  const record: { id: TaskId; attempt: AttemptRecord }[] = []
  for (const result of results) {
    const ended = endOf(result, commits, problems)
    // Red without this wave's work, or not judged: nobody here has failed, so nobody's attempt is counted.
    if (ended && redBase === undefined && stopped === undefined) {
      record.push({ id: result.id, attempt: toRecord(result, ended, commits.get(result.id)) })
    }
  }
  const closing = [...landed, ...finishedEpics(prepared.graph, landed)]
  return {
    move: { from, to: batch.to, landed, setAside: [...problems.keys()] },
    changes: { record, close: closing.map((id) => ({ id, reason: closeReason(id, commits) })) },
    ends: record.map(({ id, attempt: { end, reason } }) => ({
      id,
      end,
      ...(reason === undefined ? {} : { reason }),
    })),
  }
}

/** Moves the branches, then closes the tasks. Each may be repeated: what is done already stays as it is. */
export async function landWave(
  ports: { readonly branches: Branches; readonly store: TaskStore },
  { move, changes }: LandingPlan,
): Promise<void> {
  await ports.branches.land(move)
  await ports.store.apply(changes)
}

/** Closes what an earlier run has landed without coming to close it. */
export async function finishLanding(
  ports: { readonly store: TaskStore; readonly clock: () => Date },
  { unclosed, graph }: Pick<PreparedWave, 'unclosed' | 'graph'>,
): Promise<void> {
  const landed = [...new Set(unclosed.map(({ id }) => id))]
  const commits = new Map(unclosed.map(({ id, commit }) => [id, commit]))
  const at = ports.clock().toISOString()
  await ports.store.apply({
    record: unclosed.map(({ id, wave, attempt, commit }) => ({
      id,
      attempt: { wave, attempt, commit, end: 'landed', at, seconds: 0 },
    })),
    close: [...landed, ...finishedEpics(graph, landed)].map((id) => ({
      id,
      reason: closeReason(id, commits),
    })),
  })
}

interface Problem {
  readonly end: AttemptEnd
  readonly reason: string
}

function endOf(
  { id, outcome, reason }: TaskResult,
  commits: ReadonlyMap<TaskId, CommitSha>,
  problems: ReadonlyMap<TaskId, Problem>,
): { end: AttemptEnd; reason?: string } | undefined {
  if (outcome !== 'done') return { end: outcome, ...(reason === undefined ? {} : { reason }) }
  const problem = problems.get(id)
  if (problem) return problem
  return commits.has(id) ? { end: 'landed' } : undefined
}

function toRecord(
  { wave, attempt, startedAt, finishedAt, commit, url }: TaskResult,
  ended: { end: AttemptEnd; reason?: string },
  landedAs: CommitSha | undefined,
): AttemptRecord {
  const kept = landedAs ?? commit
  return {
    ...{ wave, attempt, ...ended },
    at: finishedAt.toISOString(),
    seconds: Math.round((finishedAt.getTime() - startedAt.getTime()) / 100) / 10,
    ...(kept === undefined ? {} : { commit: kept }),
    ...(url === undefined ? {} : { url }),
  }
}

function closeReason(id: TaskId, commits: ReadonlyMap<TaskId, CommitSha>): string {
  const commit = commits.get(id)
  return commit ? `Landed in ${commit.slice(0, 12)}` : 'All of its tasks have landed'
}

/** Tells everybody how the batch ended. */
export function announceLanding(
  progress: Progress,
  { wave, at }: { readonly wave: number; readonly at: Date },
  { move, ends }: LandingPlan,
  checks: Integration['checks'],
): void {
  progress({ is: 'landed', wave, at, tip: move.to, ends, checks })
}
