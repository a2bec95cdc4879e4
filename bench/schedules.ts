import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { openStore } from '@wavefront/beads'
import { parsePlan } from '@wavefront/plans'
import {
  blockersOf,
  buildGraph,
  criticalPath,
  longestPaths,
  type Task,
  taskId,
} from '@wavefront/tasks'
import { runProcess } from './measure.ts'
import type { Bench } from './row.ts'

const data = 'packages/testing/data'
const jobs = 5

/** Five independent tasks: five workers against one. */
export async function* workers(): Bench {
  const tasks = Array.from({ length: 5 }, (_, i) => ({ id: `w-${i}`, seconds: 6, after: [] }))
  const one = await wallClock(tasks, 'waves', 1)
  const five = await wallClock(tasks, 'waves', jobs)
  yield {
    ...{ name: 'five-workers', ours: five, other: one, unit: 's' },
    against: 'one worker',
    aim: 'within 10 % of 5',
  }
}

/** Real graphs with fixed and with random durations: each schedule against max(critical path, work / jobs). */
export async function* schedules(): Bench {
  for (const graph of await realGraphs()) {
    for (const durations of ['fixed', 'random'] as const) {
      const tasks = timed(graph.tasks, durations)
      const other = boundOf(tasks)
      const ideal = Math.round(idealOf(tasks) * 10) / 10
      for (const schedule of ['rolling', 'waves'] as const) {
        yield {
          name: `${schedule}-${graph.name}-${durations}`,
          ours: await wallClock(tasks, schedule, jobs),
          ...{ other, unit: 's' },
          against: `the bound for ${tasks.length} tasks and ${jobs} workers; ${ideal} s if starting and merging took no time`,
          ...(schedule === 'rolling' ? { aim: 'at least 0.91 (10 % above the bound)' } : {}),
        }
      }
    }
  }
}

interface TimedTask {
  readonly id: string
  readonly seconds: number
  readonly after: readonly string[]
}

interface Shape {
  readonly name: string
  readonly tasks: readonly { readonly id: string; readonly after: readonly string[] }[]
}

/** The tasks of real files, all of them open again, with what blocks them spelled out. */
async function realGraphs(): Promise<Shape[]> {
  const openspec = `${data}/openspec/add-global-install-scope.tasks.md`
  const plans: [string, string, string?][] = [
    ['taskmaster-tdd', `${data}/taskmaster.tasks.json`, 'autonomous-tdd-git-workflow'],
    ['openspec', openspec],
  ]
  const fromPlans = plans.map(([name, path, tag]) => {
    const plan = parsePlan(
      { path: basename(path), text: readFileSync(path, 'utf8') },
      tag ? { tag } : {},
    )
    if (!plan.ok) throw new Error(`${path} does not parse`)
    return shapeOf(name, plan.value.tasks)
  })
  const fromStores = ['beads-viewer', 'trust-center-sync'].map(async (name) => {
    const file = join(process.cwd(), data, `${name}.issues.jsonl`)
    const { store } = await openStore({ dir: '.', kind: 'embedded', file })
    return shapeOf(name, (await store.read()).tasks)
  })
  return [...(await Promise.all(fromStores)), ...fromPlans]
}

function shapeOf(name: string, tasks: readonly Task[]): Shape {
  const known = new Set<string>()
  // An old store may have circles among its closed tasks: a task waits only for earlier ones.
  const open = tasks.map((task) => ({ ...task, state: 'open' as const }))
  const acyclic = open.map((task) => {
    const dependencies = task.dependencies.filter(({ on }) => known.has(on))
    known.add(task.id)
    return { ...task, dependencies }
  })
  const built = buildGraph(acyclic)
  if (!built.ok) throw new Error(`${name} is no graph`)
  const work = acyclic.filter(({ kind }) => kind === 'task')
  const kept = new Set<string>(work.map(({ id }) => id))
  return {
    name,
    tasks: work.map((task) => ({
      id: task.id,
      after: blockersOf(built.value, task).filter((on) => kept.has(on)),
    })),
  }
}

/** Four seconds each, or lognormal around that, from a fixed seed. */
function timed(tasks: Shape['tasks'], durations: 'fixed' | 'random'): TimedTask[] {
  let state = 42
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return (state + 1) / (2 ** 31 + 1)
  }
  return tasks.map((task) => {
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random())
    const factor = durations === 'fixed' ? 1 : Math.min(3, 0.88 * Math.exp(0.5 * normal))
    return { ...task, seconds: Math.round(4 * factor * 100) / 100 }
  })
}

function boundOf(tasks: readonly TimedTask[]): number {
  const built = buildGraph(toTasks(tasks))
  if (!built.ok) throw new Error('the graph is faulty')
  const work = tasks.reduce((sum, { seconds }) => sum + seconds, 0)
  return Math.max(criticalPath(built.value).minutes, work / jobs)
}

/** What starting every task as soon as it can, the longest remaining path first, takes without overhead. */
function idealOf(tasks: readonly TimedTask[]): number {
  const built = buildGraph(toTasks(tasks))
  if (!built.ok) throw new Error('the graph is faulty')
  const ahead = longestPaths(built.value)
  const queue = tasks.toSorted(
    (a, b) => (ahead.get(taskId(b.id)) ?? 0) - (ahead.get(taskId(a.id)) ?? 0),
  )
  const started = new Set<TimedTask>()
  const ended = new Map<string, number>()
  const working: { id: string; until: number }[] = []
  for (let now = 0; ; ) {
    for (const task of queue) {
      if (working.length === jobs) break
      if (started.has(task) || !task.after.every((id) => ended.has(id))) continue
      started.add(task)
      working.push({ id: task.id, until: now + task.seconds })
    }
    const next = working.sort((a, b) => a.until - b.until).shift()
    if (!next) return now
    now = next.until
    ended.set(next.id, now)
  }
}

function toTasks(tasks: readonly TimedTask[]): Task[] {
  const plan = { title: 'bench', tasks: tasks.map(toPlanTask) }
  const parsed = parsePlan({ path: 'plan.json', text: JSON.stringify(plan) })
  if (!parsed.ok) throw new Error('the plan is faulty')
  return [...parsed.value.tasks]
}

function toPlanTask({ id, seconds, after }: TimedTask) {
  return { id, title: `Task ${id}`, depends_on: after, minutes: seconds }
}

/** What a user waits for, from the command to its end, in seconds. */
async function wallClock(
  tasks: readonly TimedTask[],
  schedule: 'waves' | 'rolling',
  workers: number,
): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-bench-'))
  try {
    const repository = join(dir, 'repository')
    mkdirSync(join(repository, 'durations'), { recursive: true })
    const plan = { name: 'bench', title: 'bench', tasks: tasks.map(toPlanTask) }
    writeFileSync(join(repository, 'plan.json'), JSON.stringify(plan))
    for (const { id, seconds } of tasks) {
      writeFileSync(join(repository, 'durations', `bench-${id}`), String(seconds))
    }
    await commitAll(repository)
    const agent =
      'sleep "$(cat "durations/$WAVEFRONT_TASK_ID")"; echo done > "$WAVEFRONT_TASK_ID.txt"'
    const start = performance.now()
    const cli = join(process.cwd(), 'dist/cli/index.js')
    const limits = schedule === 'waves' ? ['--max-waves', '500'] : []
    await runProcess(
      process.execPath,
      [
        cli,
        'run',
        '--from',
        'plan.json',
        '--agent',
        agent,
        '--jobs',
        String(workers),
        '--schedule',
        schedule,
        ...limits,
      ],
      { cwd: repository },
    )
    return (performance.now() - start) / 1000
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function commitAll(dir: string): Promise<void> {
  const git = (...args: string[]) => runProcess('git', args, { cwd: dir })
  await git('init', '-q', '-b', 'main')
  await git('config', 'user.name', 'bench')
  await git('config', 'user.email', 'bench@localhost')
  await git('add', '-A')
  await git('commit', '-q', '-m', 'begin')
}
