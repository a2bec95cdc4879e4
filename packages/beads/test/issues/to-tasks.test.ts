import { unwrap } from '@wavefront/errors'
import type { Task } from '@wavefront/tasks'
import type { Dialect } from '../../src/issues/dialect.ts'
import { parseIssues } from '../../src/issues/parse-issues.ts'
import { toTasks } from '../../src/issues/to-tasks.ts'

const now = new Date('2026-06-01T00:00:00Z')

function read(issues: readonly object[], dialect: Dialect = 'dolt'): readonly Task[] {
  const lines = unwrap(parseIssues(issues.map((one) => JSON.stringify(one)).join('\n'), 'f'))
  return unwrap(toTasks(lines, { dialect, now })).tasks
}

describe('how an issue stands', () => {
  test.each([
    [{ status: 'open' }, { state: 'open' }],
    [{}, { state: 'open' }],
    [{ status: 'open', defer_until: '2026-05-31T00:00:00Z' }, { state: 'open' }],
    [
      { status: 'open', defer_until: '2026-06-02T00:00:00Z' },
      { state: 'paused', why: 'deferred until 2026-06-02T00:00:00Z' },
    ],
    [
      { status: 'in_progress', assignee: 'ann' },
      { state: 'paused', why: 'claimed by ann' },
    ],
    [{ status: 'in_progress' }, { state: 'paused', why: 'in progress' }],
    [{ status: 'blocked' }, { state: 'paused', why: 'blocked by hand' }],
    [{ status: 'hooked' }, { state: 'paused', why: 'hooked' }],
    [{ status: 'pinned' }, { state: 'paused', why: 'pinned' }],
    [
      { status: 'open', pinned: true },
      { state: 'paused', why: 'pinned' },
    ],
    [{ status: 'in_review' }, { state: 'paused', why: 'its status is "in_review"' }],
    [{ status: 'closed' }, { state: 'closed' }],
    [
      { status: 'closed', close_reason: 'Done' },
      { state: 'closed', why: 'Done' },
    ],
    [
      { status: 'closed', close_reason: "Won't Fix" },
      { state: 'closed', why: "Won't Fix", failed: true },
    ],
  ])('%j', (fields, expected) => {
    const [task] = read([{ id: 'w-1', ...fields }])
    const { state, why, failed } = task as Task
    expect({ state, why, failed }).toEqual(expected)
  })
})

test.each([
  ['a list', { files: ['a.ts', 'src/**'] }, ['a.ts', 'src/**']],
  ['a string that holds one', '{"files":["a.ts"]}', ['a.ts']],
  ['something else', { files: 'a.ts' }, []],
  ['nothing', undefined, []],
])('declared files: %s', (_, metadata, files) => {
  expect(read([{ id: 'w-1', metadata }]).map((task) => task.files)).toEqual([files])
})

test.each([
  ['dolt', 'until closed', 'closed'],
  ['classic', 'until failed', 'failed'],
] as const)('a conditional edge in the %s dialect waits %s', (dialect, _, until) => {
  const edge = { depends_on_id: 'w-1', type: 'conditional-blocks' }
  const [, second] = read([{ id: 'w-1' }, { id: 'w-2', dependencies: [edge] }], dialect)
  expect(second?.dependencies).toEqual([{ on: 'w-1', until }])
})

describe('what bd would not import does not block', () => {
  const blocks = (on: string) => ({ depends_on_id: on, type: 'blocks' })
  const parent = (on: string) => ({ depends_on_id: on, type: 'parent-child' })
  test.each([
    ['a target that is not there', [blocks('w-9')], {}],
    ['one that is deleted', [blocks('w-0')], {}],
    ['one elsewhere', [blocks('external:other:thing')], {}],
    ['one that is pinned', [blocks('w-pin')], {}],
    ['its own epic', [blocks('w-e'), parent('w-e')], { parent: 'w-e' }],
  ])('%s', (_, dependencies, extra) => {
    const others = [
      { id: 'w-0', status: 'tombstone' },
      { id: 'w-pin', status: 'pinned' },
      { id: 'w-e', issue_type: 'epic' },
    ]
    const task = read([...others, { id: 'w-1', title: 'One', dependencies }]).at(-1)
    expect(task).toEqual({
      id: 'w-1',
      title: 'One',
      kind: 'task',
      state: 'open',
      priority: 0,
      dependencies: [],
      files: [],
      brief: {},
      ...extra,
    })
  })
})

test.each([
  ['dolt', 'the newer', 'b'],
  ['classic', 'the first', 'a'],
] as const)('of two lines with one id, %s takes %s', (dialect, _, title) => {
  const lines = [
    { id: 'w-1', title: 'a', updated_at: '2026-01-01T00:00:00Z' },
    { id: 'w-1', title: 'b', updated_at: '2026-01-02T00:00:00Z' },
  ]
  expect(read(lines, dialect).map((task) => task.title)).toEqual([title])
})

test("an early writer's parent is a parent", () => {
  const tasks = read([
    { id: 'w-e', issue_type: 'epic' },
    { id: 'w-1', parent_id: 'w-e' },
  ])
  expect(tasks.map(({ kind, parent }) => ({ kind, parent }))).toEqual([
    { kind: 'epic', parent: undefined },
    { kind: 'task', parent: 'w-e' },
  ])
})

test('a task that a file ties to its own epic by a blocking edge is free, and the reader is told', () => {
  const issues = [
    { id: 'e-1', issue_type: 'epic' },
    {
      id: 'e-1.1',
      dependencies: [
        { issue_id: 'e-1.1', depends_on_id: 'e-1', type: 'parent-child' },
        { issue_id: 'e-1.1', depends_on_id: 'e-1', type: 'blocks' },
      ],
    },
  ]
  const lines = unwrap(parseIssues(issues.map((one) => JSON.stringify(one)).join('\n'), 'f'))
  const read = unwrap(toTasks(lines, { dialect: 'dolt', now }))
  expect(read.tasks[1]).toMatchObject({ parent: 'e-1', dependencies: [] })
  expect(read.notes).toEqual([
    'A task and its own epic are not made to wait for each other, since neither could be done first: the blocking dependency between them is not counted (e-1.1).',
  ])
})

describe('a note tells what is passed over', () => {
  const blocks = (on: string) => ({ depends_on_id: on, type: 'blocks' })

  test.each([
    [
      'lines that share an id, while one of them is open',
      [{ id: 'w-1', status: 'closed' }, { id: 'w-2' }, { id: 'w-1' }],
      ['Lines that share an id are read as one issue: w-1 (lines 1 and 3).'],
    ],
    [
      'edges that lead nowhere',
      [
        { id: 'w-1', dependencies: [blocks('w-1')] },
        { id: 'w-2', dependencies: [blocks('w-8'), { depends_on_id: 'w-9', type: 'waits-for' }] },
      ],
      [
        'A dependency on itself, or on an issue that is not there, blocks nothing: w-1 on w-1, w-2 on w-8, w-2 on w-9.',
      ],
    ],
    [
      'at most five of them',
      ['w-1', 'w-2', 'w-3', 'w-4', 'w-5', 'w-6'].map((id) => ({ id, dependencies: [blocks(id)] })),
      [
        'A dependency on itself, or on an issue that is not there, blocks nothing: w-1 on w-1, w-2 on w-2, w-3 on w-3, w-4 on w-4, w-5 on w-5, ….',
      ],
    ],
    [
      'nothing where it does not matter',
      [
        { id: 'w-0', status: 'closed', dependencies: [blocks('w-0'), blocks('w-9')] },
        { id: 'w-0', status: 'closed' },
        {
          id: 'w-1',
          dependencies: [
            blocks('w-0'),
            blocks('external:other:thing'),
            { depends_on_id: 'w-9', type: 'related' },
            { depends_on_id: 'w-1', type: 'waits-for' },
          ],
        },
      ],
      [],
    ],
  ])('%s', (_, issues, notes) => {
    const lines = unwrap(parseIssues(issues.map((one) => JSON.stringify(one)).join('\n'), 'f'))
    for (const dialect of ['dolt', 'classic'] as const) {
      expect(unwrap(toTasks(lines, { dialect, now })).notes).toEqual(notes)
    }
  })
})
