import { parsePlan } from '../../src/index.ts'

function parse(text: string) {
  const result = parsePlan({ path: 'notes/todo.md', text })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

function ids(text: string): string[][] {
  return parse(text).tasks.map((task) => [
    task.id,
    task.title,
    ...task.dependencies.map(({ on }) => on),
  ])
}

describe('a Markdown task list', () => {
  test('each box is a task, with what is said at the end of its line', () => {
    const text = `# Log in

Some words.

- [ ] api: The API (priority: 0) (minutes: 30)
- [ ] The form (id: form) (depends: api, store) (files: app/(auth)/page.tsx, src/{a,b}.ts, \`x/**\`)
  (after: page)
- [x] store: The store (see: below)
- [ ] page: The page
  - [ ] a step (id: none)
`
    const task = {
      kind: 'task',
      state: 'open',
      priority: 2,
      dependencies: [],
      files: [],
      brief: {},
    }
    expect(parse(text)).toEqual({
      name: 'log-in',
      title: 'Log in',
      notes: ['1 line of text outside the tasks went to no worker.'],
      tasks: [
        {
          ...task,
          id: 'api',
          title: 'The API',
          priority: 0,
          minutes: 30,
          source: 'notes/todo.md:5',
        },
        {
          ...task,
          id: 'form',
          title: 'The form',
          dependencies: [
            { on: 'api', until: 'closed' },
            { on: 'store', until: 'closed' },
            { on: 'page', until: 'closed' },
          ],
          files: ['app/(auth)/page.tsx', 'src/{a,b}.ts', 'x/**'],
          source: 'notes/todo.md:6',
        },
        {
          ...task,
          id: 'store',
          title: 'The store (see: below)',
          state: 'closed',
          source: 'notes/todo.md:8',
        },
        {
          ...task,
          id: 'page',
          title: 'The page',
          brief: { details: '- [ ] a step (id: none)' },
          source: 'notes/todo.md:9',
        },
      ],
    })
  })

  const named: Record<string, [text: string, ids: string[][]]> = {
    'words of the title, when nothing else is said': [
      '- [ ] Add a form\n- [ ] Add a form\n- [ ] Add a form\n- [ ] 日本語\n',
      [
        ['add-a-form', 'Add a form'],
        ['add-a-form-2', 'Add a form'],
        ['add-a-form-3', 'Add a form'],
        ['task-amha', '日本語'],
      ],
    ],
    'a number in front': [
      '- [ ] 1. one\n- [ ] 2) two (depends: 1)\n- [ ] 2.1 three\n',
      [
        ['1', 'one'],
        ['2', 'two', '1'],
        ['2.1', 'three'],
      ],
    ],
    'the number of an ordered list': [
      '1. [ ] one\n2. [ ] two (depends: 1)\n',
      [
        ['1', 'one'],
        ['2', 'two', '1'],
      ],
    ],
    'an ordered list that counts 1, 1, 1': [
      '1. [ ] one\n1. [ ] two\n',
      [
        ['one', 'one'],
        ['two', 'two'],
      ],
    ],
    'the same word twice is no id': [
      '- [ ] fix: one\n- [ ] fix: two\n',
      [
        ['fix-one', 'fix: one'],
        ['fix-two', 'fix: two'],
      ],
    ],
    'the same word twice, but a task depends on it': [
      '- [ ] api: one\n- [ ] api: two\n- [ ] x: three (depends: api)\n',
      [
        ['api', 'one'],
        ['api', 'two'],
        ['x', 'three', 'api'],
      ],
    ],
    'a word that is no safe id stays in the title': [
      '- [ ] src/a.ts: rename\n',
      [['src-a-ts-rename', 'src/a.ts: rename']],
    ],
    'a given id comes before the words of another': [
      '- [ ] Add a form\n- [ ] b (id: add-a-form)\n',
      [
        ['add-a-form-2', 'Add a form'],
        ['add-a-form', 'b'],
      ],
    ],
  }
  test.each(Object.entries(named))('%s', (_, [text, expected]) => {
    expect(ids(text)).toEqual(expected)
  })

  test('boxes under a bullet that is no box are tasks', () => {
    expect(ids('- Server\n  - [ ] a: one\n  - [ ] b: two\n')).toEqual([
      ['a', 'one'],
      ['b', 'two'],
    ])
  })

  const wrong: Record<string, [line: string, what: string, fix: string]> = {
    'a word that is nearly an attribute': [
      'A (depend: b)',
      '"(depend: …)" is no attribute',
      'write "(depends: …)", or other words',
    ],
    'an empty list of dependencies': [
      'A (depends: ,)',
      '"depends" is ","',
      'write ids, such as (depends: api, form)',
    ],
    'a path out of the repository': [
      'A (files: ../b)',
      '"files" is "../b"',
      'write a path or glob relative to the repository, such as "src/login.ts" or "src/login/**", with "/" between folders, without "..", a leading "/" or ".git", with commas between several',
    ],
    'a priority in words': [
      'A (priority: high)',
      '"priority" is "high"',
      'write a whole number from 0 (most urgent) to 4',
    ],
    'no minutes': [
      'A (minutes: 0)',
      '"minutes" is "0"',
      'write the expected minutes as a number above 0',
    ],
    'no id': ['A (id: )', '"id" is ""', 'write an id, such as (id: login-form)'],
    'an id that is no branch name': [
      'A (id: $(id))',
      'task id "$(id)" is not safe as a branch name',
      'use 1 to 128 letters, digits, ".", "_" and "-", beginning with a letter or digit, without ".." and not ending in "." or ".lock"',
    ],
  }
  test.each(Object.entries(wrong))('%s is refused', (_, [line, what, fix]) => {
    expect(parsePlan({ path: 'todo.md', text: `- [ ] ${line}\n` })).toEqual({
      ok: false,
      problems: [{ where: 'todo.md:1', what, fix }],
    })
  })
})
