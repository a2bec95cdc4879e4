import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ActionEnd,
  type HostedWorld,
  type WhatThereIs,
  type WorkedWave,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import { openGate, type Stop, type Visit } from './gate.ts'
import { feature } from './shop.ts'

/** What a person would find, and the commit that they would find it on. */
export interface There extends WhatThereIs {
  readonly tip: string
}

/** A landing that can be done again and again, each time in a world that knows of none. */
export interface Landing {
  readonly world: HostedWorld
  readonly wave: WorkedWave
  /** Puts everything on the servers back to where it was before the landing. */
  reset(): void
  /** The job that lands, to its end or to where it is stopped. `again` is "Re-run failed jobs". */
  land(wish?: { readonly stop?: Stop; readonly again?: true }): Promise<ActionEnd & Visit>
  /** A run that was started already or a new one, and every run that comes of it. */
  runToTheEnd(): Promise<void>
  there(): There
  close(): Promise<void>
}

export interface LandingWish {
  /** Of every job. */
  readonly env?: Readonly<Record<string, string>>
  /** Where the tasks are kept otherwise than on a branch. */
  readonly readTasks?: () => Pick<WhatThereIs, 'closed' | 'attempts'>
}

/** Of a wave that is worked and is still to be verified, which is done here. */
export async function openLanding(
  world: HostedWorld,
  wave: WorkedWave,
  { env = {}, readTasks }: LandingWish = {},
): Promise<Landing> {
  const gate = await openGate({ git: world.git.url, api: world.github.url })
  const anyJob = () => ({ env: { ...env, ...gate.admit().env } })
  const { integration } = (await wave.integrate(anyJob())).outputs
  const kept = keep(world)
  let since = 0
  const there = (): There => {
    const started = world.github.runs.all.filter(({ actor }) => actor.type === 'Bot')
    const all = { ...whatThereIs(world), ...readTasks?.() }
    const old = started.filter(({ id }) => id <= since).length
    return { ...all, tip: tipOf(world), dispatched: all.dispatched.slice(old) }
  }
  return {
    ...{ world, wave, there },
    reset() {
      kept.bringBack()
      for (const { id } of world.github.runs.all.filter(({ actor }) => actor.type === 'Bot'))
        world.github.finishRun(id, 'success')
      since = world.github.runs.all.at(-1)?.id ?? 0
    },
    async land({ stop, again } = {}) {
      const visit = gate.admit(stop)
      const end = await wave.land({
        env: { ...env, ...visit.env, ...(again && { GITHUB_RUN_ATTEMPT: '2' }) },
        inputs: { integration },
        ...(stop?.by === 'end' ? { kill: { by: 'SIGKILL' as const, at: visit.isOver } } : {}),
      })
      return { ...end, ...visit }
    },
    async runToTheEnd() {
      const waiting = () =>
        world.github.runs.all.find(
          ({ id, actor, status }) => actor.type === 'Bot' && id > since && status !== 'completed',
        )
      let end = await runAnew(world, anyJob(), waiting()?.id)
      for (let run = waiting(); run; run = waiting()) end = await runAnew(world, anyJob(), run.id)
      if (end.code !== 0) throw new Error(end.log)
    },
    async close() {
      await Promise.all([world.close(), gate.close()])
      kept.remove()
    },
  }
}

/** The servers as they are now, to be had again at any time. */
function keep({ served, github }: HostedWorld) {
  const dir = mkdtempSync(join(tmpdir(), 'kept-'))
  cpSync(served.path, dir, { recursive: true })
  const { comments, pulls, statuses } = github.repository('octo/demo')
  const kept = structuredClone({ comments, pulls, statuses })
  return {
    bringBack() {
      served.git('fetch', '--quiet', '--prune', '--force', dir, '+refs/*:refs/*')
      const was = structuredClone(kept)
      comments.splice(0, comments.length, ...was.comments)
      pulls.splice(0, pulls.length, ...was.pulls)
      statuses.splice(0, statuses.length, ...was.statuses)
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

export function tipOf({ served }: HostedWorld): string {
  return served.git('for-each-ref', '--format=%(objectname)', `refs/heads/${feature}`)
}

interface AnyJob {
  readonly env: Readonly<Record<string, string>>
}

/** Every worker writes a file of its task's name, on a branch. */
async function runAnew(
  world: HostedWorld,
  job: AnyJob,
  started: number | undefined,
): Promise<ActionEnd> {
  const run = started ?? (await world.startRun())
  try {
    return await runAs(world, job, run)
  } finally {
    world.github.finishRun(run, 'success')
  }
}

async function runAs(world: HostedWorld, job: AnyJob, run: number): Promise<ActionEnd> {
  const ready = await world.job('ready', { run, inputs: { issue_number: 7 }, ...job })
  if (ready.outputs.finalize !== 'true') return ready
  const { wave, base_sha: base = '', matrix = '' } = ready.outputs
  const { include } = JSON.parse(matrix) as { include: { task_id: string; attempt: number }[] }
  const workers = include.map(({ task_id: id }) => [id, { [`${id}.txt`]: `${id}\n` }] as const)
  const attempts = Object.fromEntries(include.map(({ task_id, attempt }) => [task_id, attempt]))
  const worked = await workedWave(world, Object.fromEntries(workers), {
    ...{ run, base, attempts, wave: Number(wave), onBranches: true },
  })
  return worked.all(job)
}

/** At any moment, killed or not: nothing is closed that has not landed, and no branch is gone before its merge is there. */
export function whatIsLost({ world, wave, there }: Landing) {
  const { branches, landed, closed } = there()
  const ids = [...wave.commits.keys()]
  const has = (id: string) => landed.includes(`merge: task ${id}`)
  return {
    closedWithoutCommit: closed.filter((id) => id !== 'shop' && !has(id)),
    landedAndOpen: ids.filter((id) => has(id) && !closed.includes(id)),
    goneUnmerged: ids.filter((id) => !branches.includes(`${feature}-task-${id}`) && !has(id)),
    violations: world.github.violations,
  }
}

export const nothing = {
  closedWithoutCommit: [],
  landedAndOpen: [],
  goneUnmerged: [],
  violations: [],
}
