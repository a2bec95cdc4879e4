import { readdirSync, readFileSync } from 'node:fs'
import { buildGraph, levels } from '@wavefront/tasks'
import fc from 'fast-check'
import { parsePlan, storeTasks } from '../src/index.ts'

const data = new URL('../../testing/data/', import.meta.url)
const read = (name: string) => readFileSync(new URL(name, data), 'utf8')
const openspec = readdirSync(new URL('openspec/', data)).map((name) => `openspec/${name}`)

describe('files of real projects', () => {
  test('OpenSpec: every file is a sound graph, in the plan and in the store', () => {
    const counts = openspec.map((path) => {
      const plan = parsePlan({ path, text: read(path) })
      if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
      const graph = buildGraph(plan.value.tasks)
      expect(buildGraph(storeTasks(plan.value)).ok).toBe(true)
      return [
        plan.value.name,
        plan.value.tasks.filter(({ kind }) => kind === 'task').length,
        graph.ok && levels(graph.value).map((level) => level.length),
      ]
    })
    expect(counts).toEqual([
      ['add-update-command', 13, []],
      ['add-list-command', 8, []],
      ['initialize-typescript-project', 16, []],
      ['add-change-stacking-awareness', 22, [3, 5, 3, 5, 4, 2]],
      ['add-devin-desktop-support', 25, []],
      ['add-global-install-scope', 38, [4, 4, 4, 5, 6, 5, 4, 6]],
      ['add-init-agents-target', 10, []],
      ['add-skill-cli-auto-approval', 7, []],
      ['add-tool-command-surface-57u0', 33, [4, 5, 6, 7, 3, 3, 5]],
      ['add-update-workflow', 15, []],
    ])
  })

  const tags: Record<string, [all: number, open: number, levels: number]> = {
    loop: [88, 25, 8],
    'autonomous-tdd-git-workflow': [127, 104, 34],
  }
  test.each(Object.entries(tags))('TaskMaster: the tag %s', (tag, [all, open, waves]) => {
    const plan = parsePlan({ path: 'tasks.json', text: read('taskmaster.tasks.json') }, { tag })
    if (!plan.ok) throw new Error(JSON.stringify(plan.problems))
    const graph = buildGraph(plan.value.tasks)
    if (!graph.ok) throw new Error(JSON.stringify(graph.problems))
    const ahead = levels(graph.value)
    expect([plan.value.tasks.length, ahead.flat().length, ahead.length]).toEqual([all, open, waves])
  })

  test('TaskMaster: a dependency on a task that is gone is located', () => {
    const plan = parsePlan(
      { path: 'tasks.json', text: read('taskmaster.tasks.json') },
      { tag: 'test-tag' },
    )
    const graph = plan.ok && buildGraph(plan.value.tasks)
    expect(graph).toEqual({
      ok: false,
      problems: [
        {
          what: 'task "1" depends on "16", which does not exist',
          where: 'tasks.json:2688',
          fix: 'correct the id, remove the dependency, or add a task "16"',
        },
      ],
    })
  })
})

describe('the format is found out', () => {
  const texts: Record<string, [path: string, text: string, id: string]> = {
    'our own JSON': ['x.txt', '{"title": "T", "tasks": [{"id": "a", "title": "A"}]}', 'a'],
    'our own JSON after a byte order mark': [
      'x',
      '\uFEFF{"title": "T", "tasks": [{"id": "a", "title": "A"}]}',
      'a',
    ],
    'TaskMaster by its tags': ['x', '{"t": {"tasks": [{"id": 1, "title": "A"}]}}', '1'],
    'TaskMaster by its fields': [
      'x',
      '{"tasks": [{"id": 1, "title": "A", "status": "pending"}]}',
      '1',
    ],
    'TaskMaster by its folder': [
      '.taskmaster/tasks/tasks.json',
      '{"tasks": [{"id": 1, "title": "A"}]}',
      '1',
    ],
    'OpenSpec by its headings': ['x.txt', '## 4. A\n- [ ] b\n', '4'],
    'OpenSpec by its numbers': ['x.txt', '## A\n- [ ] 7.1 b\n', '1'],
    'OpenSpec by its folder': ['openspec/changes/x/tasks.md', '- [ ] b\n', '1'],
    'Markdown with headings': ['tasks.md', '## A\n- [ ] b\n', 'b'],
    'Markdown that begins with a link': ['x', '[a](b)\n- [ ] b\n', 'b'],
  }
  test.each(Object.entries(texts))('%s', (_, [path, text, id]) => {
    const plan = parsePlan({ path, text })
    expect(plan.ok ? plan.value.tasks[0]?.id : plan.problems).toBe(id)
  })

  test('unless it is given', () => {
    const text = '## 1. A\n- [ ] 1.1 b\n'
    const plan = parsePlan({ path: 'x.md', text }, { format: 'markdown' })
    expect(plan.ok ? plan.value.tasks.map(({ id }) => id) : plan.problems).toEqual(['1.1'])
  })
})

describe('what is no plan', () => {
  const files: Record<
    string,
    [path: string, text: string, where: string, what: string, fix: string]
  > = {
    'an empty file': [
      'a.md',
      ' \n',
      'a.md',
      'the file is empty',
      'write a plan in one of the formats of docs/plans.md',
    ],
    'a binary file': [
      'a.md',
      '- [ ] a\n\0',
      'a.md:2',
      'there is a NUL character, so it is no text',
      'save it as UTF-8 text',
    ],
    'a store': [
      'a.jsonl',
      '{}\n{}',
      'a.jsonl',
      'this is a task store, not a plan',
      'give it as the store',
    ],
    'a list': [
      'a.json',
      '[{}]',
      'a.json:1',
      'the file is a list of 1',
      'write an object, in braces, with the keys $schema, name, title, tasks',
    ],
    'broken JSON': [
      'a.json',
      '{\n  "title": "T",\n}',
      'a.json:3:1',
      'the file is no JSON: expected another value, but here is "}"',
      'remove the "," before it',
    ],
    prose: [
      'a.md',
      'Hello.',
      'a.md:1',
      'there is no task in this file',
      'write each task as a line "- [ ] what to do"',
    ],
    'a huge file': [
      'a.md',
      'x\n'.repeat(8_388_609),
      'a.md',
      'the file has 16777218 characters',
      'split it into plans of at most 16777216 characters',
    ],
    'a huge line': [
      'a.md',
      `- [ ] ${'x'.repeat(65_536)}`,
      'a.md:1',
      'the line has 65542 characters',
      'keep lines below 65536 characters',
    ],
    'too many tasks': [
      'a.md',
      '- [ ] a\n'.repeat(10_001),
      'a.md',
      'the file has 10001 tasks',
      'split the file into plans of at most 10000 tasks',
    ],
  }
  test.each(Object.entries(files))('%s', (_, [path, text, where, what, fix]) => {
    expect(parsePlan({ path, text })).toEqual({ ok: false, problems: [{ what, where, fix }] })
  })

  test('a file full of faults tells the first hundred', () => {
    const plan = parsePlan({ path: 'a.md', text: '- [] a\n'.repeat(1234) })
    const problems = plan.ok ? [] : plan.problems
    expect([problems.length, problems[0]?.where, problems[100]]).toEqual([
      101,
      'a.md:1',
      { what: 'there are 1134 more problems', where: 'a.md', fix: 'correct these first' },
    ])
  })

  test('a tag for a format without tags', () => {
    expect(parsePlan({ path: 'a.md', text: '- [ ] a' }, { tag: 'x' })).toEqual({
      ok: false,
      problems: [
        {
          what: 'the tag "x" was asked for, but only TaskMaster files have tags',
          where: 'a.md',
          fix: 'leave the tag out',
        },
      ],
    })
  })
})

describe('no text makes it throw', () => {
  const formats = fc.constantFrom(undefined, 'json', 'markdown', 'openspec', 'taskmaster')
  const alphabet = '{}[]":,0a- x*#`~<!>\n\r\t()._|$'
  const snippets = fc.constantFrom(
    '- [ ] ',
    '## 1. ',
    '(depends: ',
    '```',
    '<!--',
    '__proto__',
    '"tasks":[',
    '{"id":1,"title":"a"}',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(fc.constantFrom(...alphabet), snippets)).map((parts) => parts.join('')),
  )

  test('of any kind', () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const plan = parsePlan({ path: 'x', text }, format ? { format } : {})
        if (plan.ok) expect(storeTasks(plan.value).length).toBeGreaterThan(1)
        else expect(plan.problems.length).toBeGreaterThan(0)
      }),
      { numRuns: 3000 },
    )
  })

  test('nor does a real file with a part cut out or put in', () => {
    const files = [
      'openspec/2025-01-13-add-list-command.tasks.md',
      'openspec/add-update-workflow.tasks.md',
    ].map(read)
    const json = JSON.stringify(
      { loop: { tasks: JSON.parse(read('taskmaster.tasks.json')).loop.tasks.slice(0, 2) } },
      null,
      1,
    )
    fc.assert(
      fc.property(
        fc.constantFrom(json, ...files),
        fc.nat(),
        fc.nat(40),
        texts,
        (file, at, cut, put) => {
          const start = at % file.length
          const text = file.slice(0, start) + put + file.slice(start + cut)
          const plan = parsePlan({ path: 'x', text })
          expect(plan.ok ? plan.value.tasks.length : plan.problems.length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
