import type { Task, TaskId } from '@wavefront/tasks'
import { type MemoryRepository, memoryRepository, memoryStore } from '@wavefront/testing'
import {
  type Agent,
  branchName,
  type Checks,
  defaultPolicy,
  type RunOutcome,
  type RunPorts,
  type RunRequest,
  runRolling,
  runWaves,
  type TaskStore,
  type WaveEvent,
  type WavePolicy,
  type WorkEnd,
} from '@wavefront/wave'

/** What a scripted agent does at one attempt at one task: edits files, fails, leaves them alone. */
export type Deed = (
  files: Record<string, string>,
  call: { attempt: number; prompt: string },
) => WorkEnd | undefined | Promise<WorkEnd | undefined>

export interface WorldWish {
  readonly tasks: readonly Task[]
  /** By task id; a task without one writes a file of its own name. */
  readonly deeds?: Readonly<Record<string, Deed>>
  /** The merged files are red when this says why. */
  readonly red?: (files: Readonly<Record<string, string>>) => string | undefined
  readonly policy?: Partial<WavePolicy>
}

export interface World {
  readonly repository: MemoryRepository
  readonly store: TaskStore
  readonly events: WaveEvent[]
  readonly checkRuns: () => number
  readonly abort: AbortController
  /** The next call of this step of a landing fails, before it has done anything. */
  breakOnce(step: 'land' | 'apply'): void
  run(schedule?: 'waves' | 'rolling', more?: Partial<RunRequest>): Promise<RunOutcome>
}

export function aWorld({ tasks, deeds = {}, red, policy = {} }: WorldWish): World {
  const repository = memoryRepository()
  const store = memoryStore(tasks)
  const events: WaveEvent[] = []
  const abort = new AbortController()
  let checkRuns = 0
  let ticks = 0

  const agent: Agent = {
    async work({ dir, facts, prompt, signal }) {
      const id = facts.WAVEFRONT_TASK_ID as TaskId
      const deed = deeds[id] ?? writeOwnFile(id)
      const end = await deed(repository.filesIn(dir), {
        attempt: Number(facts.WAVEFRONT_ATTEMPT),
        prompt,
      })
      return signal.aborted ? { is: 'interrupted' } : (end ?? { is: 'succeeded' })
    },
  }
  const checks: Checks = {
    async run({ dir }) {
      checkRuns += 1
      const why = red?.(repository.filesIn(dir))
      return why === undefined ? { is: 'succeeded' } : { is: 'failed', why, tail: '' }
    },
  }
  let broken: 'land' | 'apply' | undefined
  const failOnce = (step: 'land' | 'apply') => {
    if (broken !== step) return
    broken = undefined
    throw new Error(`${step} broke`)
  }
  const ports: RunPorts = {
    ...{ agent, ...repository },
    store: {
      ...store,
      apply: async (changes) => {
        failOnce('apply')
        await store.apply(changes)
      },
    },
    branches: {
      ...repository.branches,
      land: async (landing) => {
        failOnce('land')
        await repository.branches.land(landing)
      },
    },
    ...(red ? { checks } : {}),
    clock: () => new Date(Date.UTC(2026, 0, 1) + ticks++ * 1000),
    progress: (event) => void events.push(event),
    logFor: (name) => `/logs/${name}.log`,
  }
  return {
    ...{ repository, store, events, abort },
    checkRuns: () => checkRuns,
    breakOnce(step) {
      broken = step
    },
    run: (schedule = 'waves', more = {}) =>
      (schedule === 'waves' ? runWaves : runRolling)(ports, {
        feature: branchName('feature'),
        policy: { ...defaultPolicy, ...policy },
        signal: abort.signal,
        ...more,
      }),
  }
}

function writeOwnFile(id: TaskId): Deed {
  return (files) => {
    files[`${id}.txt`] = `${id}\n`
    return undefined
  }
}

/** How each attempt ended, task by task: `{ a: ['failed', 'landed'] }`. */
export async function endsIn(store: TaskStore): Promise<Record<string, string[]>> {
  const { attempts } = await store.read()
  return Object.fromEntries([...attempts].map(([id, made]) => [id, made.map(({ end }) => end)]))
}

export async function openIn(store: TaskStore): Promise<string[]> {
  const { tasks } = await store.read()
  return tasks.filter(({ state }) => state !== 'closed').map(({ id }) => id)
}
