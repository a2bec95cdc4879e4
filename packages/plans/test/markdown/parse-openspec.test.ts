import { parsePlan } from '../../src/index.ts'

function parse(text: string, path = 'openspec/changes/add-login/tasks.md') {
  const result = parsePlan({ path, text })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

/** Each task as `id parent title`, an epic as `id ← what it waits for`. */
function shape(text: string): string[] {
  return parse(text).tasks.map((task) =>
    task.kind === 'epic'
      ? `${task.id} ← ${task.dependencies.map(({ on }) => on).join(' ')}`
      : `${task.id} in ${task.parent}: ${task.title}`,
  )
}

function briefs(text: string) {
  return parse(text)
    .tasks.filter(({ kind }) => kind === 'task')
    .map(({ brief }) => brief)
}

describe("OpenSpec's tasks.md", () => {
  test('groups follow each other, their tasks run side by side', () => {
    expect(
      parse(
        '# Tasks\n\n## 1. Server\n- [x] 1.1 API\n- [X] 1.2 Store\n\n## 2. Page\nFor phones, too.\n\n- [ ] 2.1 Form\n',
      ),
    ).toEqual({
      name: 'add-login',
      title: 'Add login',
      notes: [],
      tasks: [
        {
          id: '1',
          title: 'Server',
          kind: 'epic',
          state: 'closed',
          priority: 2,
          dependencies: [],
          files: [],
          brief: {},
          source: 'openspec/changes/add-login/tasks.md:3',
        },
        ...[
          ['1.1', 'API'],
          ['1.2', 'Store'],
        ].map(([id, title], i) => ({
          id,
          title,
          kind: 'task',
          state: 'closed',
          priority: 2,
          dependencies: [],
          parent: '1',
          files: [],
          brief: {},
          source: `openspec/changes/add-login/tasks.md:${4 + i}`,
        })),
        {
          id: '2',
          title: 'Page',
          kind: 'epic',
          state: 'open',
          priority: 2,
          dependencies: [{ on: '1', until: 'closed' }],
          files: [],
          brief: { description: 'For phones, too.' },
          source: 'openspec/changes/add-login/tasks.md:7',
        },
        {
          id: '2.1',
          title: 'Form',
          kind: 'task',
          state: 'open',
          priority: 2,
          dependencies: [],
          parent: '2',
          files: [],
          brief: {},
          source: 'openspec/changes/add-login/tasks.md:10',
        },
      ],
    })
  })

  const shapes: Record<string, [text: string, shape: string[]]> = {
    'numbers where there are none': [
      '## A\n- [ ] one\n- [ ] two\n## B\n* [ ] 3 retries\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: two', '2 ← 1', '2.1 in 2: 3 retries'],
    ],
    'free numbers beside given ones': [
      '## 2. A\n- [ ] 2.2 one\n- [ ] two\n- [ ] three\n## B\n- [ ] four\n',
      ['2 ←', '2.2 in 2: one', '2.3 in 2: two', '2.4 in 2: three', '3 ← 2', '3.1 in 3: four'],
    ],
    'numbers inside the group': [
      '## 1. A\n- [ ] 1. one\n- [ ] 2) two\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: two'],
    ],
    'numbers with dots and stars': [
      '## 1. A\n- [ ] **1.1** one\n- [ ] 1.2. two\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: two'],
    ],
    'carriage returns': ['## 1. A\r\n- [ ] 1.1 one\r\n', ['1 ←', '1.1 in 1: one']],
    'groups without tasks are passed by': [
      '## 1. A\n- [ ] 1.1 one\n## 2. B\n## 3. C\n- [ ] 3.1 two\n',
      ['1 ←', '1.1 in 1: one', '3 ← 1', '3.1 in 3: two'],
    ],
    'deeper headings stay in their group': [
      '## 1. A\n### First\n- [ ] 1.1 one\n### Then\n- [ ] 1.2 two\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: two'],
    ],
    'groups one level down': [
      '# Plan\n## Phase\n### 1. A\n- [ ] 1.1 one\n### 2. B\n- [ ] 2.1 two\n',
      ['1 ←', '1.1 in 1: one', '2 ← 1', '2.1 in 2: two'],
    ],
    'tasks before the first heading': [
      '- [ ] one\n## 2. A\n- [ ] 2.1 two\n',
      ['1 ←', '1.1 in 1: one', '2 ← 1', '2.1 in 2: two'],
    ],
    'dependencies of its own': [
      '## 1. A\n- [ ] 1.1 one\n- [ ] 1.2 two (depends: 1.1)\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: two'],
    ],
    'quotes and comments are not read': [
      '## 1. A\n> - [ ] 9.9 no\n<!-- - [ ] 9.8 no\n- [ ] 9.7 no -->\n- [ ] 1.1 one <!-- why -->\n- [ ] 1.2 say `<!-- x -->`\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: say `<!-- x -->`'],
    ],
    'code is not read': [
      '## 1. A\n- [ ] 1.1 one\n\n```md\n- [ ] 9.9 no\n## 9. No\n```\n- [ ] 1.2 two\n',
      ['1 ←', '1.1 in 1: one', '1.2 in 1: two'],
    ],
  }
  test.each(Object.entries(shapes))('%s', (_, [text, expected]) => {
    expect(shape(text).map((line) => line.trim())).toEqual(expected)
  })

  const texts: Record<string, [text: string, brief: object]> = {
    'nested boxes are steps': [
      '- [ ] 1.1 one\n  - [x] 1.1.1 first\n    more\n  - [ ] 1.1.2 second\n',
      { details: '- [x] 1.1.1 first\n  more\n- [ ] 1.1.2 second' },
    ],
    'a paragraph that goes on is the description, without the title': [
      '- [ ] 1.1 Add a form\n  It has two\nfields.\n\n  Both are short.\n',
      { description: 'It has two fields.\n\nBoth are short.' },
    ],
    'bullets and code below are the description': [
      '- [ ] 1.1 one\n  - with care\n\n  ```sh\n  npm test\n    - [ ] no\n  ```\n  - [ ] a step\n',
      { description: '- with care\n\n```sh\nnpm test\n  - [ ] no\n```', details: '- [ ] a step' },
    ],
    'code right below, without an indent': [
      '- [ ] 1.1 one\n```\na\n```\n',
      { description: '```\na\n```' },
    ],
    'tabs are four columns': ['- [ ] 1.1 one\n\t- [ ] a step\n', { details: '- [ ] a step' }],
    'steps with a wide indent keep their order': [
      '- [ ] 1.1 one\n    - [ ] first\n    - [ ] second\n        - [ ] deeper\n',
      { details: '- [ ] first\n- [ ] second\n    - [ ] deeper' },
    ],
    'tabs in code stay': [
      '- [ ] 1.1 one\n  ```make\n  all:\n  \tbuild\n  ```\n',
      { description: '```make\nall:\n\tbuild\n```' },
    ],
    'text after a gap is not of the task': ['- [ ] 1.1 one\n\nLast words.\n', {}],
  }
  test.each(Object.entries(texts))('%s', (_, [text, brief]) => {
    expect(briefs(`## 1. A\n${text}`)).toEqual([brief])
  })

  test('a long line is cut for the title and kept in the description', () => {
    const text = `Write ${'very '.repeat(50)}much`
    const [, task] = parse(`## 1. A\n- [ ] 1.1 ${text}\n`).tasks
    expect(task?.title).toBe(`Write ${'very '.repeat(37)}very…`)
    expect(task?.brief).toEqual({ description: text })
    const [, wrapped] = parse(`## 1. A\n- [ ] 1.1 ${text}\n  of it\n`).tasks
    expect(wrapped?.brief).toEqual({ description: `${text} of it` })
  })

  const wrong: Record<string, [text: string, where: string, what: string, fix: string]> = {
    'no box at all': [
      '## 1. A\n- 1.1 one\n',
      '1',
      'there is no task in this file',
      'write each task as a line "- [ ] what to do"',
    ],
    'a box without a blank': [
      '## 1. A\n- [ ] 1.1 one\n- [] 1.2 two\n',
      '3',
      '"- [] 1.2 two" is nearly a task',
      'write "- [ ] what to do", or "- [x] what to do" when it is done',
    ],
    'a box in another dialect': [
      '## 1. A\n- [ ] 1.1 one\n- [-] 1.2 two\n',
      '3',
      '"- [-] 1.2 two" is nearly a task',
      'write "- [ ] what to do", or "- [x] what to do" when it is done',
    ],
    'a number without a text': [
      '## 1. A\n- [ ] 1.1 <!-- text -->\n',
      '2',
      'task "1.1" has no title',
      'write what is to be done',
    ],
    'code that never ends': [
      '## 1. A\n- [ ] 1.1 one\n```\n- [ ] 1.2 two\n',
      '3',
      'a block of code begins here and never ends',
      'write ``` below it',
    ],
    'a comment that never ends': [
      '## 1. A\n- [ ] 1.1 one\n<!--\n- [ ] 1.2\n',
      '3',
      'a comment begins here and never ends',
      'write --> below it',
    ],
  }
  test.each(Object.entries(wrong))('%s is refused', (_, [text, line, what, fix]) => {
    expect(parsePlan({ path: 'openspec/x.md', text })).toEqual({
      ok: false,
      problems: [{ where: `openspec/x.md:${line}`, what, fix }],
    })
  })
})
