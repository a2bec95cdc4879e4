import fc from 'fast-check'
import {
  renderGraphDot,
  renderGraphJson,
  renderGraphMermaid,
  renderGraphText,
} from '../../src/index.ts'
import { hostile } from '../hostile.ts'
import { denseView, smallView } from './build-view.ts'

test('text: a row a task', () => {
  expect(renderGraphText(smallView())).toBe(`Shop
4 tasks, 1 ready, 1 waiting, 1 paused, 1 done
2 levels; critical path of 2 tasks, 45 minutes: api → ui

Level 1: 2 tasks
  *▸ api   Build the API
   ‖ docs  Say "how"

Level 2: 1 task
  *  ui  Build the UI

* critical path   ▸ ready   ‖ paused

1 issue was deleted.
`)
})

test('text: only the ids of many tasks, in lines that fit', () => {
  const text = renderGraphText(denseView(2, 30), 72)
  expect(text.split('\n').slice(3, 9)).toEqual([
    'Level 1: 30 tasks',
    ' *▸t0-0   ▸t0-1   ▸t0-2   ▸t0-3   ▸t0-4   ▸t0-5   ▸t0-6   ▸t0-7',
    '  ▸t0-8   ▸t0-9   ▸t0-10  ▸t0-11  ▸t0-12  ▸t0-13  ▸t0-14  ▸t0-15',
    '  ▸t0-16  ▸t0-17  ▸t0-18  ▸t0-19  ▸t0-20  ▸t0-21  ▸t0-22  ▸t0-23',
    '  ▸t0-24  ▸t0-25  ▸t0-26  ▸t0-27  ▸t0-28  ▸t0-29',
    '',
  ])
})

test('text: nothing left', () => {
  expect(renderGraphText(smallView({ levels: [], notes: [] }))).toBe(`Shop
4 tasks, 1 ready, 1 waiting, 1 paused, 1 done
Nothing is left to do.
`)
})

test('mermaid', () => {
  expect(renderGraphMermaid(smallView())).toBe(`flowchart LR
  n1["setup · Set up"]:::closed
  n2["api · Build the API"]:::readyCritical
  n3["docs · Say #34;how#34;"]:::paused
  n4["ui · Build the UI"]:::openCritical
  n1 --> n2
  n2 --> n4
  n1 --> n4
  classDef paused fill:#faf2de,stroke:#96690d,color:#1d1f21
  classDef closed fill:#f0f1f2,stroke:#c3c6c9,color:#6f767d
  classDef readyCritical fill:#e9f4ee,stroke:#2c7a57,stroke-width:3px,color:#1d1f21
  classDef openCritical fill:#ffffff,stroke:#4b57a8,stroke-width:3px,color:#1d1f21
`)
})

test.each<[string, number, number, number, string[]]>([
  ['few edges are all drawn', 3, 10, 300, []],
  [
    'of many those that follow from others go',
    4,
    11,
    363,
    ['  %% 363 edges that follow from others are not drawn.'],
  ],
  [
    'of too many the longest go',
    3,
    20,
    500,
    [
      '  %% 400 edges that follow from others are not drawn.',
      '  %% 300 more edges are too many to draw.',
    ],
  ],
])('mermaid: %s', (_, levels, width, edges, notes) => {
  const lines = renderGraphMermaid(denseView(levels, width)).split('\n')
  expect(lines.filter((line) => line.includes('-->'))).toHaveLength(edges)
  expect(lines.filter((line) => line.includes('%%'))).toEqual(notes)
})

test('mermaid: labels become shorter where the text would be too long', () => {
  const view = denseView(1, 475)
  const nodes = view.nodes.map((node) => ({ ...node, title: '"'.repeat(100) }))
  const text = renderGraphMermaid({ ...view, nodes })
  expect(text.length).toBeLessThan(50_000)
  expect(text).toContain('n475["t0-474 · #34;#34;#34;#34;#34;…"]')
})

test('dot', () => {
  expect(renderGraphDot(smallView())).toBe(`digraph "Shop" {
  rankdir=LR
  node [shape=box style="rounded,filled" fontname="Helvetica" color="#8a9096"]
  n1 [label="setup\\nSet up" fillcolor="#f0f1f2"]
  n2 [label="api\\nBuild the API" fillcolor="#e9f4ee" penwidth=3 color="#4b57a8"]
  n3 [label="docs\\nSay \\"how\\"" fillcolor="#faf2de"]
  n4 [label="ui\\nBuild the UI" fillcolor="#ffffff" penwidth=3 color="#4b57a8"]
  n1 -> n2
  n2 -> n4
  n1 -> n4
}
`)
})

test('json', () => {
  expect(JSON.parse(renderGraphJson(smallView()))).toEqual({
    title: 'Shop',
    tasks: [
      { id: 'setup', title: 'Set up', kind: 'task', state: 'closed', level: null, critical: false },
      { id: 'api', title: 'Build the API', kind: 'task', state: 'ready', level: 0, critical: true },
      { id: 'docs', title: 'Say "how"', kind: 'task', state: 'paused', level: 0, critical: false },
      { id: 'ui', title: 'Build the UI', kind: 'task', state: 'open', level: 1, critical: true },
    ],
    edges: [
      { from: 'setup', to: 'api' },
      { from: 'api', to: 'ui' },
      { from: 'setup', to: 'ui' },
    ],
    levels: [['api', 'docs'], ['ui']],
    critical_path: { tasks: ['api', 'ui'], minutes: 45 },
    notes: ['1 issue was deleted.'],
  })
})

test('a node stays one line, whatever its text', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const { nodes } = smallView()
      const view = smallView({ nodes: nodes.map((node) => ({ ...node, title: text })) })
      for (const line of renderGraphMermaid(view).split('\n').slice(1, 5)) {
        expect(line).toMatch(/^ {2}n\d\["[^"[\]]*"\]:::\w+$/)
      }
      for (const line of renderGraphDot(view).split('\n').slice(3, 7)) {
        expect(line).toMatch(
          /^ {2}n\d \[label="(?:[^"\\]|\\.)*" fillcolor="#\w+"[^"]*(?:"#\w+")?\]$/,
        )
      }
      expect(renderGraphText(view).split('\n')).toHaveLength(15)
    }),
  )
})
