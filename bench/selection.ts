import { buildGraph, readiness, selectWave, type Task, type TaskId, taskId } from '@wavefront/tasks'
import { medianMs } from './measure.ts'
import type { Bench } from './row.ts'

/** Building the graph, readiness and choosing a wave: does the time grow as the tasks do? */
export async function* selection(): Bench {
  const sizes = [1_000, 10_000, 100_000]
  const times = new Map<number, number>()
  for (const size of sizes) {
    const tasks = makeTasks(size)
    times.set(size, await medianMs(size > 50_000 ? 3 : 7, () => chooseWave(tasks)))
  }
  for (const size of sizes.slice(1)) {
    yield {
      name: `wave-selection-${size}`,
      ours: times.get(size) as number,
      other: 10 * (times.get(size / 10) as number),
      unit: 'ms',
      against: `10 × the time for ${size / 10} tasks`,
      aim: 'about 1: linear',
    }
  }
}

function chooseWave(tasks: readonly Task[]): readonly TaskId[] {
  const built = buildGraph(tasks)
  if (!built.ok) throw new Error('the graph is faulty')
  const { ready } = readiness(built.value)
  const request = { ready, maxTasks: 256, maxAttempts: 2, attempts: new Map<TaskId, number>() }
  return selectWave(built.value, request).chosen
}

/** Three dependencies a task, and files that overlap here and there. */
function makeTasks(size: number): Task[] {
  return Array.from({ length: size }, (_, i) => ({
    id: taskId(`t-${i}`),
    title: `Task ${i}`,
    kind: 'task',
    state: 'open',
    priority: i % 5,
    files: [`src/part-${i % 5_000}.ts`],
    brief: {},
    dependencies: [...new Set([i - 1_000, i - 1_003, i >> 1])]
      .filter((on) => on >= 0 && on < i && i >= 500)
      .map((on) => ({ on: taskId(`t-${on}`), until: 'closed' as const })),
  }))
}
