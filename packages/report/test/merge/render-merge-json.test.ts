import { renderMergeJson } from '../../src/index.ts'
import { buildMerge } from './build-merge.ts'

test('all of it, uncut, with null for what is not there', () => {
  const report = buildMerge([
    {
      name: 'task/config',
      is: 'merged',
      commit: 'c1b2c3d4e5'.repeat(4),
      resolutions: [
        { path: 'a.json', step: 'json-by-key' },
        {
          path: 'b.ts',
          line: 12,
          step: 'task-lines',
          gaveWay: { lines: ['x'], kept: ['y'], commit: 'd1b2c3d4e5'.repeat(4), task: 'limits' },
        },
      ],
    },
    { name: 'task/docs', is: 'set-aside', why: 'a conflict', paths: ['c.md'], resolutions: [] },
  ])
  expect(JSON.parse(renderMergeJson(report))).toEqual({
    onto: 'main',
    tip: 'a1b2c3d4e5'.repeat(4),
    tree: '0f1e2d3c4b'.repeat(4),
    branches: [
      {
        name: 'task/config',
        is: 'merged',
        commit: 'c1b2c3d4e5'.repeat(4),
        why: null,
        paths: [],
        resolutions: [
          { path: 'a.json', line: null, step: 'json-by-key', gave_way: null },
          {
            path: 'b.ts',
            line: 12,
            step: 'task-lines',
            gave_way: {
              lines: ['x'],
              kept: ['y'],
              commit: 'd1b2c3d4e5'.repeat(4),
              task: 'limits',
            },
          },
        ],
      },
      {
        name: 'task/docs',
        is: 'set-aside',
        commit: null,
        why: 'a conflict',
        paths: ['c.md'],
        resolutions: [],
      },
    ],
    problem: null,
    flaky: [],
  })
})

test('it can be shown on a terminal', () => {
  const report = buildMerge([{ name: '\u001b[2J\u202e', is: 'merged', resolutions: [] }])
  expect(renderMergeJson(report)).toContain('"name": "\\u001b[2J\\u202e"')
})
