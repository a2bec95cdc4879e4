import { taskId } from '@wavefront/tasks'
import type { MergedTask, Resolution } from '@wavefront/wave'
import { findSuspects } from '../src/find-suspects.ts'
import { aResult } from './server/server-world.ts'

function merged(id: string, ...resolutions: Resolution[]): MergedTask {
  const commit = 'a'.repeat(40) as MergedTask['commit']
  return { result: aResult(id, commit), commit, resolutions, shared: [] }
}

function settled(step: Resolution['step'], gaveWayOf?: string): Resolution {
  if (gaveWayOf === undefined) return { path: 'x', step }
  const commit = 'b'.repeat(40) as MergedTask['commit']
  return { path: 'x', step, gaveWay: { lines: ['l'], kept: [], commit, task: taskId(gaveWayOf) } }
}

const wishes: readonly {
  name: string
  tasks: MergedTask[]
  order: string
  suspects: number
}[] = [
  { name: 'nobody', tasks: [merged('a'), merged('b')], order: 'a b', suspects: 0 },
  {
    name: 'those that took a daring step',
    tasks: [merged('a'), merged('b', settled('token-by-token')), merged('c', settled('resolver'))],
    order: 'b c a',
    suspects: 2,
  },
  {
    name: 'then those whose lines gave way or who met others',
    tasks: [
      merged('a'),
      { ...merged('b'), shared: ['x'] },
      merged('c'),
      merged('d', settled('both-inserted')),
      merged('e', settled('task-lines', 'c')),
    ],
    order: 'e b c d a',
    suspects: 1,
  },
  {
    name: 'those who only met others',
    tasks: [merged('a'), merged('b', settled('same-but-white-space'))],
    order: 'b a',
    suspects: 1,
  },
]

test.each(wishes)('suspects: $name', ({ tasks, order, suspects }) => {
  const found = findSuspects(tasks)
  expect({ ...found, order: found.order.map(({ id }) => id).join(' ') }).toEqual({
    order,
    suspects,
  })
})
