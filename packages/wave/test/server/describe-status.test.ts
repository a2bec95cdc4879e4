import { type AttemptRecord, type TaskId, taskId } from '@wavefront/tasks'
import { aTask } from '@wavefront/testing'
import {
  branchName,
  commitSha,
  describeStatus,
  planWave,
  type StatusFacts,
  type World,
} from '@wavefront/wave'
import { aResult, at } from './server-world.ts'

const base = commitSha('a'.repeat(40))
const merge = commitSha('d'.repeat(40))

const tasks = [
  aTask({ id: 'epic', kind: 'epic' }),
  aTask({ id: 'closed', parent: 'epic', state: 'closed' }),
  aTask({ id: 'landed', parent: 'epic', state: 'closed' }),
  aTask({ id: 'unclosed', parent: 'epic' }),
  aTask({ id: 'pending', parent: 'epic' }),
  aTask({ id: 'ready', parent: 'epic', dependsOn: ['landed'], files: ['a.txt'] }),
  aTask({ id: 'same', parent: 'epic', files: ['a.txt'] }),
  aTask({ id: 'spent', parent: 'epic' }),
  aTask({ id: 'later', parent: 'epic', dependsOn: ['spent'] }),
  aTask({ id: 'paused', parent: 'epic', state: 'paused' }),
  aTask({ id: 'elsewhere' }),
]

const failed: AttemptRecord = {
  ...{ wave: 1, attempt: 1, end: 'failed', reason: 'no luck' },
  ...{ at: at.toISOString(), seconds: 12, commit: 'c'.repeat(40) },
}

const world: World = {
  stored: {
    tasks,
    notes: [],
    attempts: new Map([
      [taskId('spent'), [failed, { ...failed, wave: 2, attempt: 2 }]],
      [taskId('landed'), [{ ...failed, end: 'landed', wave: 1, commit: merge }]],
    ]),
  },
  branches: {
    tip: base,
    landed: [
      { id: taskId('landed'), wave: 1, attempt: 1, commit: merge },
      { id: taskId('unclosed'), wave: 2, attempt: 1, commit: merge },
    ],
    results: [aResult('pending', base)],
  },
}

test('every task of the issue, and where it stands', () => {
  const { tasks } = statusWith({})
  expect(Object.fromEntries(tasks.map(({ id, state }) => [id, state]))).toEqual({
    closed: 'closed',
    landed: 'landed',
    unclosed: 'landed',
    pending: 'ready',
    ready: 'ready',
    same: 'held',
    spent: 'failed',
    later: 'waiting',
    paused: 'paused',
  })
})

test('a task that is out of attempts says how it failed, and what to do', () => {
  expect(find('spent')).toEqual({
    ...{ id: 'spent', title: 'Task spent', state: 'failed', dependsOn: [] },
    ...{ attempts: 2, wave: 2, seconds: 12, commit: 'c'.repeat(40) },
    last: { end: 'failed', reason: 'no luck' },
    held: 'has failed 2 times',
    stuck: {
      why: 'failed 2 times; the last attempt: the agent or the checks failed',
      remedy:
        'see its work on the branch opencode/issue-7-failed-spent, make the task clearer or mend the cause, then run the workflow again with the override {"max_attempts": 3}',
    },
  })
})

test('a task that landed has the merge that landed it, and no failure', () => {
  expect(find('landed')).toEqual({
    ...{ id: 'landed', title: 'Task landed', state: 'landed', dependsOn: [] },
    ...{ attempts: 1, wave: 1, seconds: 12, commit: merge },
  })
})

test('a task that is held says why', () => {
  expect(find('same').held).toEqual('declares the same files as ready')
})

test('a task that only waits for others needs nobody', () => {
  expect(find('later')).toEqual({
    ...{ id: 'later', title: 'Task later', state: 'waiting', dependsOn: ['spent'], attempts: 0 },
  })
})

test('what an agent is at is working, and linked', () => {
  const id = taskId('ready')
  const { tasks } = statusWith({
    working: new Set([id]),
    jobs: new Map<TaskId, string>([[id, 'https://example.org/job/1']]),
  })
  expect(tasks.find((one) => one.id === 'ready')).toMatchObject({
    state: 'working',
    dependsOn: ['landed'],
    url: 'https://example.org/job/1',
  })
})

test('conflicts name the task, or the base', () => {
  const resolution = { path: 'a.txt', step: 'task-lines', line: 3 } as const
  const { conflicts } = statusWith({
    conflicts: [
      { commit: merge, task: taskId('landed'), wave: 1, resolutions: [resolution] },
      { commit: merge, resolutions: [{ path: 'b.txt', step: 'modified-file' }] },
    ],
  })
  expect(conflicts).toEqual([
    { task: 'landed', path: 'a.txt', step: 'task-lines', line: 3, wave: 1 },
    { task: 'base', path: 'b.txt', step: 'modified-file', wave: 0 },
  ])
})

function find(id: string) {
  const found = statusWith({}).tasks.find((task) => task.id === id)
  if (found === undefined) throw new Error(`no task ${id}`)
  return found
}

function statusWith(facts: Partial<StatusFacts>) {
  const under = taskId('epic')
  const policy = { maxTasks: 20, maxAttempts: 2 }
  return describeStatus(planWave(world, { policy, under }), {
    ...{ branch: branchName('opencode/issue-7'), base: 'main', wave: 3, phase: 'landed', under },
    ...{ working: new Set(), conflicts: [], jobs: new Map(), checks: 'none', notes: [] },
    review: { undeclared: [], deletedTests: [], newDependencies: [] },
    ...facts,
  })
}
