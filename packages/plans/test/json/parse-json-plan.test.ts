import { parsePlan } from '../../src/index.ts'

function parse(value: unknown) {
  return parsePlan({ path: 'plan.json', text: JSON.stringify(value, null, 1) })
}

/** The problems of a plan with one task that says this besides. */
function problemsOf(more: object) {
  const result = parse({ title: 'T', tasks: [{ id: 'a', title: 'A', ...more }] })
  return result.ok ? [] : result.problems
}

describe('our own JSON', () => {
  test('a plan is read, with the line of each task', () => {
    const text = `{
  "title": "Log in",
  "tasks": [
    { "id": "form", "title": "The\\nform", "files": ["src/form.ts"], "priority": 1, "minutes": 20 },
    {
      "id": "api", "title": "The API", "depends_on": ["form"], "parent": "server",
      "description": "d", "details": " ", "acceptance": "a", "notes": "n"
    },
    { "id": "server", "title": "Server" }
  ]
}`
    expect(parsePlan({ path: 'plan.json', text })).toEqual({
      ok: true,
      value: {
        name: 'log-in',
        title: 'Log in',
        notes: [],
        tasks: [
          {
            id: 'form',
            title: 'The form',
            kind: 'task',
            state: 'open',
            priority: 1,
            dependencies: [],
            files: ['src/form.ts'],
            minutes: 20,
            brief: {},
            source: 'plan.json:4',
          },
          {
            id: 'api',
            title: 'The API',
            kind: 'task',
            state: 'open',
            priority: 2,
            dependencies: [{ on: 'form', until: 'closed' }],
            parent: 'server',
            files: [],
            brief: { description: 'd', acceptance: 'a', notes: 'n' },
            source: 'plan.json:5',
          },
          {
            id: 'server',
            title: 'Server',
            kind: 'epic',
            state: 'open',
            priority: 2,
            dependencies: [],
            files: [],
            brief: {},
            source: 'plan.json:9',
          },
        ],
      },
    })
  })

  const wrong: Record<string, [more: object, what: string, where: string, fix: string]> = {
    'a key in another spelling': [
      { dependson: ['b'] },
      'unknown key "dependson" (did you mean "depends_on"?)',
      'plan.json:7',
      'write one of id, title, description, details, acceptance, notes, depends_on, files, priority, minutes, parent, kind, done, or remove it',
    ],
    'a number for an id': [
      { id: 7 },
      '"id" is 7',
      'plan.json:5',
      'write an id that is unique in the plan, such as "login-form" or "1.2"',
    ],
    'an id that is no branch name': [
      { id: 'a..b' },
      'task id "a..b" is not safe as a branch name',
      'plan.json:5',
      'use 1 to 128 letters, digits, ".", "_" and "-", beginning with a letter or digit, without ".." and not ending in "." or ".lock"',
    ],
    'a path out of the repository': [
      { files: ['ok.ts', '../x'] },
      '"files[1]" is "../x"',
      'plan.json:9',
      'write a list of at most 1000 files that the task will touch, each a path or glob relative to the repository, such as "src/login.ts" or "src/login/**", with "/" between folders, without "..", a leading "/" or ".git"',
    ],
    'a kind that there is not': [
      { kind: 'epics' },
      '"kind" is "epics" (did you mean "epic"?)',
      'plan.json:7',
      'write "task", or "epic" for one that only groups others; what is a parent is an epic if left out',
    ],
    'a missing value': [
      { title: undefined },
      '"title" is missing',
      'plan.json:4',
      'write what is to be done, in at most 200 characters',
    ],
    'an epic without tasks': [
      { kind: 'epic' },
      'the epic "a" has no tasks',
      'plan.json:4',
      'write "parent": "a" in its tasks, or "kind": "task" if it is work itself',
    ],
    'an id that leaves no room for the name': [
      { id: 'x'.repeat(127) },
      `task id "${'x'.repeat(60)}…" is too long for a plan named "t"`,
      'plan.json:4',
      'shorten it to 126 characters',
    ],
  }
  test.each(Object.entries(wrong))('%s is refused', (_, [more, what, where, fix]) => {
    expect(problemsOf(more)).toEqual([{ what, where, fix }])
  })

  test('all problems come at once', () => {
    const result = parse({
      titles: 'T',
      tasks: [{ id: 'a' }, 5, { id: 'b', title: 'B', minutes: -3 }],
    })
    expect(result.ok ? [] : result.problems.map(({ what, where }) => `${where} ${what}`)).toEqual([
      'plan.json:1 "title" is missing',
      'plan.json:4 "title" is missing',
      'plan.json:7 "tasks[1]" is 5',
      'plan.json:11 "minutes" is -3',
      'plan.json:2 unknown key "titles" (did you mean "title"?)',
    ])
  })

  test('keys that every object has are keys like any other', () => {
    const text =
      '{"title": "T", "__proto__": {"tasks": []}, "constructor": 1, "tasks": [{"id": "a", "title": "A"}]}'
    const result = parsePlan({ path: 'plan.json', text })
    expect(result.ok ? [] : result.problems.map(({ what }) => what)).toEqual([
      'unknown key "__proto__"',
      'unknown key "constructor"',
    ])
  })

  test('a text that is too long is not repeated in full', () => {
    expect(problemsOf({ details: 'x'.repeat(65_537) })).toEqual([
      {
        what: `"details" is "${'x'.repeat(60)}… (65537 characters)"`,
        where: 'plan.json:7',
        fix: 'write how it may be done, as a text of at most 65536 characters',
      },
    ])
  })

  test('two ids that would be one in a store are refused', () => {
    const tasks = [
      { id: 'x', title: 'X' },
      { id: 't-x', title: 'Y' },
    ]
    expect(parse({ name: 't', title: 'T', tasks })).toEqual({
      ok: false,
      problems: [
        {
          what: 'tasks "x" and "t-x" are both "t-x" in a store',
          where: 'plan.json:9',
          fix: 'give one of them another id',
        },
      ],
    })
  })
})
