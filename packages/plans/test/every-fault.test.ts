import { parsePlan } from '../src/index.ts'

/** What is wrong with a file, as `line what`. */
function faults(path: string, text: string): string[] {
  const plan = parsePlan({ path, text })
  if (plan.ok) return []
  return plan.problems.map(({ where, what }) => `${where?.replace(`${path}:`, '')} ${what}`)
}

describe('one run tells every fault', () => {
  test('of a Markdown list: nearly tasks, attributes, ids, links, circles and doubles', () => {
    const text = `- [] api: The API (priority: 9)
- [ ] form: The form (depends: api, nope)
- [ ] page: The page (files: ../x) (depends: page)
- [ ] bad id (id: a b) (depends: c..d)
- [ ] one: One (depends: two)
- [ ] two: Two (depends: one)
- [ ] The form again (id: form) (depend: one)
- [ ]
`
    expect(faults('a.md', text)).toEqual([
      '1 "- [] api: The API (priority: 9)" is nearly a task',
      '8 "- [ ]" is nearly a task',
      '1 "priority" is "9"',
      '3 "files" is "../x"',
      '7 "(depend: …)" is no attribute',
      '4 task id "a b" is not safe as a branch name',
      '4 task id "c..d" is not safe as a branch name',
      '7 task "form" is defined twice (the first is at a.md:2)',
      '2 task "form" depends on "nope", which does not exist',
      '3 task "page" depends on itself',
      '5 tasks wait for each other in a circle: one → two → one',
    ])
  })

  test("of OpenSpec's groups", () => {
    const text = `## 1. A
- [] 1.1 one (minutes: x)
- [ ] 1.2 two (depends: 1.1, 1.9)
## 2. B
- [ ] 2.1 <!-- nothing -->
`
    expect(faults('openspec/a.md', text)).toEqual([
      '2 "- [] 1.1 one (minutes: x)" is nearly a task',
      '2 "minutes" is "x"',
      '5 task "2.1" has no title',
      '3 task "1.2" depends on "1.9", which does not exist (did you mean "1.1"?)',
    ])
  })

  test('of our own JSON', () => {
    const tasks = [
      { id: 'api', depends_on: ['nope'] },
      { id: 'a b', title: 'B', priority: 9, depends_on: ['api', 'gone'] },
      { title: 'C', parent: 'all' },
      { id: 'all', title: 'D', kind: 'epic' },
      { id: 'none', title: 'E', kind: 'epic' },
      { id: 'x', title: 'F', depends_on: ['y', 'a b', '7'] },
      { id: 'y', title: 'G', depends_on: ['x'], minutes: 0 },
      { id: 7, title: 'H', parent: '$' },
      5,
      { id: 'api', title: 'I' },
    ]
    const text = `{"tasks": [\n${tasks.map((task) => JSON.stringify(task)).join(',\n')}\n], "title": ""}`
    expect(faults('a.json', text)).toEqual([
      '12 "title" is ""',
      '2 "title" is missing',
      '3 "priority" is 9',
      '4 "id" is missing',
      '8 "minutes" is 0',
      '9 "id" is 7',
      '10 "tasks[8]" is 5',
      '3 task id "a b" is not safe as a branch name',
      '7 task id "a b" is not safe as a branch name',
      '9 task id "$" is not safe as a branch name',
      '6 the epic "none" has no tasks',
      '11 task "api" is defined twice (the first is at a.json:2)',
      '2 task "api" depends on "nope", which does not exist (did you mean "none"?)',
      '3 task "a b" depends on "gone", which does not exist (did you mean "none"?)',
      '7 tasks wait for each other in a circle: x → y → x',
    ])
  })

  test('of a TaskMaster file', () => {
    const tasks = [
      { id: 1, status: 'pending', subtasks: [{ id: 1 }, { title: 'B', priority: 'urgent' }] },
      { id: 2, title: 'C', dependencies: ['1.1', 9] },
      { id: '-rf', title: 'D', status: 'don', dependencies: [1, 8] },
      { id: 3, title: 'E', dependencies: [3] },
      { title: 'F', subtasks: 4 },
    ]
    const text = `{"tasks": [\n${tasks.map((task) => JSON.stringify(task)).join(',\n')}\n]}`
    expect(faults('a.json', text)).toEqual([
      '2 "title" is missing',
      '2 "title" is missing',
      '2 "id" is missing',
      '2 "priority" is "urgent"',
      '4 "status" is "don" (did you mean "done"?)',
      '6 "id" is missing',
      '6 "subtasks" is 4',
      '4 task id "-rf" is not safe as a branch name',
      '3 task "2" depends on "9", which does not exist',
      '4 task "-rf" depends on "8", which does not exist',
      '5 task "3" depends on itself',
    ])
  })
})

describe('what is only a consequence is not told', () => {
  const files: Record<string, [text: string, faults: string[]]> = {
    'a task that nobody could see, below code that never ends': [
      '- [ ] a: A (depends: b)\n- [ ] c: C (depends: c)\n```\n- [ ] b: B\n',
      ['3 a block of code begins here and never ends', '2 task "c" depends on itself'],
    ],
    'a file whose only task is in such a block': [
      '<!--\n- [ ] b: B\n',
      ['1 a comment begins here and never ends'],
    ],
    'a task whose line is too long': [
      `- [ ] a: A (depends: b)\n- [ ] b: ${'x'.repeat(70_000)}\n`,
      ['2 the line has 70009 characters'],
    ],
    'an id beside a misspelt word': [
      '- [ ] A (id: one) (depend: b)\n- [ ] b: B (depends: one)\n',
      ['1 "(depend: …)" is no attribute'],
    ],
    'steps below what is nearly a task': [
      '- []\n  - [ ] a step (priority: 9)\n',
      ['1 "- []" is nearly a task'],
    ],
  }
  test.each(Object.entries(files))('%s', (_, [text, expected]) => {
    expect(faults('a.md', text)).toEqual(expected)
  })

  test('nor is an id, that is not safe, too long as well', () => {
    const id = `${'x'.repeat(130)}`
    const text = JSON.stringify({ title: 'T', tasks: [{ id, title: 'A' }] })
    expect(faults('a.json', text)).toEqual([
      `1 task id "${'x'.repeat(60)}… (130 characters)" is not safe as a branch name`,
    ])
  })
})
