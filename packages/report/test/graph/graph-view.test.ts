import { unwrap } from '@wavefront/errors'
import { buildGraph, type Task, taskId } from '@wavefront/tasks'
import { viewGraph } from '../../src/index.ts'

test('tasks, what they wait for, and where they stand', () => {
  const graph = unwrap(
    buildGraph([
      task('setup', { state: 'closed' }),
      task('api', { dependencies: on('setup'), minutes: 30 }),
      task('docs', { state: 'paused' }),
      task('ui', { dependencies: on('api'), minutes: 15 }),
    ]),
  )
  expect(viewGraph(graph, { title: 'Shop', notes: ['1 issue was deleted.'] })).toEqual({
    title: 'Shop',
    nodes: [
      { id: 'setup', title: 'Task setup', kind: 'task', state: 'closed', critical: false },
      { id: 'api', title: 'Task api', kind: 'task', state: 'ready', level: 0, critical: true },
      { id: 'docs', title: 'Task docs', kind: 'task', state: 'paused', level: 0, critical: false },
      { id: 'ui', title: 'Task ui', kind: 'task', state: 'open', level: 1, critical: true },
    ],
    edges: [
      { from: 'setup', to: 'api' },
      { from: 'api', to: 'ui' },
    ],
    levels: [['api', 'docs'], ['ui']],
    criticalPath: { ids: ['api', 'ui'], minutes: 45 },
    notes: ['1 issue was deleted.'],
  })
})

test('an epic stands between its tasks and those that wait for it', () => {
  const graph = unwrap(
    buildGraph([
      task('first', { kind: 'epic' }),
      task('a', { parent: taskId('first') }),
      task('second', { kind: 'epic', dependencies: on('first') }),
      task('b', { parent: taskId('second') }),
    ]),
  )
  const { nodes, edges } = viewGraph(graph)
  expect(nodes.map(({ id, kind }) => `${kind} ${id}`)).toEqual(['epic first', 'task a', 'task b'])
  expect(edges).toEqual([
    { from: 'a', to: 'first' },
    { from: 'first', to: 'b' },
  ])
})

function task(id: string, parts: Partial<Task> = {}): Task {
  return {
    id: taskId(id),
    title: `Task ${id}`,
    kind: 'task',
    state: 'open',
    priority: 2,
    dependencies: [],
    files: [],
    brief: {},
    ...parts,
  }
}

function on(id: string): Task['dependencies'] {
  return [{ on: taskId(id), until: 'closed' }]
}
