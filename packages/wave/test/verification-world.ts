import { once } from 'node:events'
import { taskId } from '@wavefront/tasks'
import {
  type CommitSha,
  type IntegrateRequest,
  type Integration,
  integrateWave,
  type MergeStep,
  type TaskResult,
  type WaveEvent,
} from '@wavefront/wave'

export interface VerificationWish {
  readonly tasks: number | readonly string[]
  /** The checks are red on a tree with these tasks' work in it. */
  readonly red?: (has: (...ids: string[]) => boolean, ids: readonly string[]) => boolean
  /** This run, from 1, is red whatever is in the tree. */
  readonly lies?: (run: number) => boolean
  /** A task that cannot be merged where these have been. */
  readonly conflicts?: (id: string, has: (...ids: string[]) => boolean) => boolean
  /** The step that settled a conflict of the task. */
  readonly steps?: Readonly<Record<string, MergeStep>>
  /** Workers whose own tree was green. */
  readonly green?: readonly string[]
  /** How long a run takes, in seconds. */
  readonly seconds?: number
  /** The checks go on until they are ended. */
  readonly hangs?: boolean
  readonly request?: Partial<IntegrateRequest>
}

export interface Verification {
  readonly integration: Integration
  readonly landed: readonly string[]
  readonly ejected: readonly string[]
  readonly requeued: readonly string[]
  /** The trees that were checked, in order: the ids of their tasks. */
  readonly runs: readonly string[]
  /** How many checks ran at once at most. */
  readonly atOnce: number
  readonly events: readonly WaveEvent[]
}

export const began = new Date('2026-01-01T00:00:00Z')

/** A wave of which nothing is real but the verification: a commit is the list of tasks that are in it. */
export async function verifyWave(wish: VerificationWish): Promise<Verification> {
  const { red = () => false, lies = () => false, conflicts = () => false, request = {} } = wish
  const runs: string[] = []
  const events: WaveEvent[] = []
  let now = began.getTime()
  let running = 0
  let atOnce = 0
  const { signal } = new AbortController()
  const integration = await integrateWave(
    {
      merger: {
        async merge({ tip, of }) {
          const id = of.is === 'task' ? of.id : 'base'
          if (conflicts(id, find(tip).has)) return { is: 'requeued', why: 'conflict', paths: ['x'] }
          const commit = mergeOf(tip, id)
          const step = wish.steps?.[id]
          return {
            ...{ is: 'merged', shared: [], commit, tree: `tree of ${commit}` },
            resolutions: step ? [{ path: 'x', step }] : [],
          }
        },
      },
      workspaces: {
        open: async (at) => ({
          ...{ dir: at, lane: 1 },
          snapshot: async () => ({ is: 'unchanged' }),
          commit: async () => at,
          close: async () => {},
        }),
      },
      checks: {
        async run({ dir, signal: ended }) {
          runs.push(dir)
          const isLie = lies(runs.length)
          running += 1
          atOnce = Math.max(atOnce, running)
          await Promise.resolve()
          now += (wish.seconds ?? 0) * 1000
          running -= 1
          if (wish.hangs) await once(ended, 'abort')
          if (ended.aborted) return { is: 'interrupted' }
          const { ids, has } = find(dir)
          if (!red(has, ids) && !isLie) return { is: 'succeeded' }
          return { is: 'failed', why: `red with ${ids.join(' ') || 'nothing'}`, tail: '' }
        },
      },
      clock: () => new Date(now),
      progress: (event) => void events.push(event),
      logFor: (name) => name,
    },
    {
      ...{ tip: commitOf([]), wave: 1, signal },
      results: idsFor(wish.tasks).map((id) => resultOf(id, wish.green ?? [])),
      ...request,
    },
  )
  const { batch, ejected } = integration
  return {
    ...{ integration, runs, atOnce, events },
    landed: batch.merged.map(({ result }) => result.id),
    ejected: ejected.map(({ result }) => result.id),
    requeued: batch.requeued.map(({ result }) => result.id),
  }
}

export function idsFor(tasks: number | readonly string[]): readonly string[] {
  return typeof tasks === 'number' ? Array.from({ length: tasks }, (_, i) => `t${i}`) : tasks
}

function resultOf(id: string, green: readonly string[]): TaskResult {
  return {
    ...{ id: taskId(id), wave: 1, attempt: 1, base: commitOf([]), outcome: 'done' },
    ...{ commit: commitOf([id]), startedAt: began, finishedAt: began },
    ...(green.includes(id) ? { greenTree: `tree of ${commitOf([id])}` } : {}),
  }
}

/** The same commits are made over and over, so they are made once. */
interface Commit {
  readonly ids: readonly string[]
  readonly has: (...wanted: string[]) => boolean
  readonly next: Map<string, CommitSha>
}

const commits = new Map<string, Commit>()

function commitOf(ids: readonly string[]): CommitSha {
  const name = ids.join(' ')
  if (!commits.has(name)) {
    const set = new Set(ids)
    const has = (...wanted: string[]) => wanted.every((id) => set.has(id))
    commits.set(name, { ids, has, next: new Map() })
  }
  return name as CommitSha
}

function find(commit: string): Commit {
  const found = commits.get(commit)
  if (!found) throw new Error(`no commit ${commit}`)
  return found
}

function mergeOf(tip: CommitSha, id: string): CommitSha {
  const { ids, next } = find(tip)
  const commit = next.get(id) ?? commitOf([...ids, id])
  next.set(id, commit)
  return commit
}
