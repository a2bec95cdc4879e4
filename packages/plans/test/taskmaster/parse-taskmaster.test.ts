import { longTextsFolder, type PlanFile, type PlanOptions, parsePlan } from '../../src/index.ts'

function parse(value: unknown, options: PlanOptions = {}, texts?: PlanFile['texts']) {
  const file = { path: 'tasks.json', text: JSON.stringify(value, null, 1) }
  const result = parsePlan(texts ? { ...file, texts } : file, options)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function problemsOf(value: unknown, options: PlanOptions = {}) {
  const file = { path: 'tasks.json', text: JSON.stringify(value, null, 1) }
  const result = parsePlan(file, { format: 'taskmaster', ...options })
  return result.ok ? [] : result.problems
}

/** Ids with what they wait for. */
function links(value: unknown) {
  return parse(value).tasks.map(({ id, dependencies }) => [id, ...dependencies.map(({ on }) => on)])
}

describe('a TaskMaster file', () => {
  test('a task with subtasks is an epic, and every field finds its place', () => {
    const plan = parse({
      tasks: [
        {
          id: 5,
          title: 'Parse\nplans',
          description: 'why',
          details: 'how',
          testStrategy: 'property tests',
          priority: 'high',
          status: 'pending',
          dependencies: [],
          subtasks: [{ id: 2, title: 'Lines', parentId: 'undefined', details: null }],
        },
      ],
    })
    expect(plan).toEqual({
      name: 'tasks',
      title: 'TaskMaster: master',
      notes: [],
      tasks: [
        {
          id: '5',
          title: 'Parse plans',
          kind: 'epic',
          state: 'open',
          priority: 1,
          dependencies: [],
          files: [],
          brief: { description: 'why', details: 'how', acceptance: 'property tests' },
          source: 'tasks.json:3',
        },
        {
          id: '5.2',
          title: 'Lines',
          kind: 'task',
          state: 'open',
          priority: 2,
          dependencies: [],
          parent: '5',
          files: [],
          brief: {},
          source: 'tasks.json:13',
        },
      ],
    })
  })

  const states: Record<string, [state: string, why?: string]> = {
    pending: ['open'],
    'in-progress': ['open'],
    done: ['closed'],
    completed: ['closed'],
    cancelled: ['closed', 'cancelled'],
    review: ['paused', 'in review'],
    deferred: ['paused', 'deferred'],
    blocked: ['paused', 'blocked'],
  }
  test.each(Object.entries(states))('%s', (status, [state, why]) => {
    const [task] = parse({ tasks: [{ id: 1, title: 'A', status }] }).tasks
    expect([task?.state, task?.why]).toEqual([state, why])
  })

  test('priorities', () => {
    const tasks = ['critical', 'high', 'medium', 'low', undefined].map((priority, id) => ({
      id,
      title: 'A',
      status: 'pending',
      priority,
    }))
    expect(parse({ tasks }).tasks.map(({ priority }) => priority)).toEqual([0, 1, 2, 3, 2])
  })

  describe('dependencies', () => {
    const subtask = (id: number | string, ...dependencies: (number | string)[]) => ({
      id,
      title: 'S',
      dependencies,
    })

    test('between subtasks a bare number is a sibling, if there is one', () => {
      const tasks = [
        { id: 1, title: 'A', subtasks: [subtask(1)] },
        {
          id: 2,
          title: 'B',
          dependencies: ['1'],
          subtasks: [subtask(1), subtask('2.2', 1, '1.1', '7')],
        },
        { id: 7, title: 'C' },
      ]
      expect(links({ tasks })).toEqual([
        ['1'],
        ['1.1'],
        ['2', '1'],
        ['2.1'],
        ['2.2', '2.1', '1.1', '7'],
        ['7'],
      ])
    })

    test('what finished tasks waited for may be gone', () => {
      const tasks = [
        { id: 1, title: 'A', status: 'done', dependencies: [9, 2] },
        { id: 2, title: 'B', dependencies: [8] },
      ]
      expect(links({ tasks })).toEqual([
        ['1', '2'],
        ['2', '8'],
      ])
      expect(parse({ tasks }).notes).toEqual([
        'Finished tasks depend on some that are gone, which does not matter: 1 on 9.',
      ])
    })

    test('an epic and its tasks do not wait for each other', () => {
      const tasks = [{ id: 3, title: 'A', dependencies: ['3.1'], subtasks: [subtask(1, 3)] }]
      expect(links({ tasks })).toEqual([['3'], ['3.1']])
      expect(parse({ tasks }).notes).toEqual([
        'An epic and its own tasks cannot wait for each other, so this is left out: 3 on 3.1, 3.1 on 3.',
      ])
    })
  })

  describe('tags', () => {
    const list = (title: string) => ({ tasks: [{ id: 1, title }], metadata: {} })
    const chosen: Record<
      string,
      [file: object, options: PlanOptions, name: string, notes: string[]]
    > = {
      'the tag that is asked for': [
        { master: list('A'), 'Big Idea': list('B') },
        { tag: 'Big Idea' },
        'big-idea',
        [],
      ],
      'master before others': [
        { other: list('A'), master: list('B') },
        {},
        'tasks',
        ['The tag "master" is read; the file also has other.'],
      ],
      'the first, when master is empty': [
        { master: { tasks: [] }, a: list('A'), b: list('B') },
        {},
        'a',
        ['The tag "a" is read; the file also has b.'],
      ],
      'a tag called like what every object has': [
        { constructor: list('A') },
        {},
        'constructor',
        [],
      ],
      'a file from before there were tags': [list('A'), { tag: 'master' }, 'tasks', []],
    }
    test.each(Object.entries(chosen))('%s', (_, [file, options, name, notes]) => {
      const plan = parse(file, options)
      expect({ name: plan.name, notes: plan.notes }).toEqual({ name, notes })
    })
  })

  test('work that somebody has begun is open, with a note', () => {
    expect(parse({ tasks: [{ id: 1, title: 'A', status: 'in-progress' }] }).notes).toEqual([
      'In progress in the file, but a file is no lock, so open here: 1.',
    ])
  })

  test('subtasks of a deferred task are deferred', () => {
    const tasks = [{ id: 1, title: 'A', status: 'deferred', subtasks: [{ id: 1, title: 'B' }] }]
    expect(parse({ tasks }).tasks.map(({ state }) => state)).toEqual(['paused', 'paused'])
  })

  test('longer texts are added to the task that they are named for', () => {
    const texts = new Map([
      ['docs/task-1/task.txt', 'long\n'],
      ['docs/task-1/task.md', 'long'],
      ['docs/task-1/prompt.md', 'prompt'],
      ['docs/task-1/task.xml', '<task/>'],
      ['docs/task-1/acceptance-criteria.md', 'criteria'],
      ['docs/task-12/task.md', 'another task'],
      ['docs/task-1.1.md', 'of the subtask'],
    ])
    const tasks = [{ id: 1, title: 'A', details: 'd', subtasks: [{ id: 1, title: 'B' }] }]
    expect(parse({ tasks }, {}, texts).tasks.map(({ brief }) => brief)).toEqual([
      { details: 'd\n\nprompt\n\nlong', acceptance: 'criteria' },
      { details: 'of the subtask' },
    ])
  })

  test('the folder of the longer texts goes with the plan', () => {
    expect([
      longTextsFolder('.taskmaster/tasks/tasks.json'),
      longTextsFolder('sub/.taskmaster/tasks/tasks.json'),
      longTextsFolder('tasks.json'),
    ]).toEqual(['.taskmaster/docs', 'sub/.taskmaster/docs', undefined])
  })

  const wrong: Record<string, [value: unknown, options: PlanOptions, problems: string[][]]> = {
    'a status and a priority that there are not': [
      { tasks: [{ id: 1, title: 'A', status: 'don', priority: 'urgent' }] },
      {},
      [
        [
          'tasks.json:6',
          '"status" is "don" (did you mean "done"?)',
          'write one of pending, in-progress, done, completed, cancelled, review, deferred, blocked',
        ],
        ['tasks.json:7', '"priority" is "urgent"', 'write one of critical, high, medium, low'],
      ],
    ],
    'a subtask without a title, and an id that is none': [
      { x: { tasks: [{ id: true, title: 'A', subtasks: [{ id: 1 }] }] } },
      {},
      [
        ['tasks.json:5', '"id" is true', 'write a number, or an id in quotes'],
        ['tasks.json:8', '"title" is missing', 'write what is to be done, as a text'],
      ],
    ],
    'an id that is no branch name, once for each place': [
      { tasks: [{ id: '-rf', title: 'A', subtasks: [{ id: 1, title: 'B' }] }] },
      {},
      ['-rf', '-rf.1'].map((id, i) => [
        `tasks.json:${i === 0 ? 4 : 8}`,
        `task id "${id}" is not safe as a branch name`,
        'use 1 to 128 letters, digits, ".", "_" and "-", beginning with a letter or digit, without ".." and not ending in "." or ".lock"',
      ]),
    ],
    'a tag that there is not': [
      { loop: { tasks: [{ id: 1, title: 'A' }] } },
      { tag: 'lop' },
      [['tasks.json', 'there is no tag "lop" (did you mean "loop"?)', 'choose one of loop']],
    ],
    'no list at all': [
      { loop: {} },
      {},
      [
        [
          'tasks.json:1',
          'there is no list of tasks in this file',
          'write {"master": {"tasks": […]}} or {"tasks": […]}',
        ],
      ],
    ],
    'an empty list': [
      { tasks: [] },
      {},
      [
        [
          'tasks.json:2',
          '"tasks" is an empty list',
          'write a list of 1 to 10000 tasks, each an object with an "id" and a "title"',
        ],
      ],
    ],
  }
  test.each(Object.entries(wrong))('%s is refused', (_, [value, options, problems]) => {
    expect(problemsOf(value, options).map(({ where, what, fix }) => [where, what, fix])).toEqual(
      problems,
    )
  })
})
