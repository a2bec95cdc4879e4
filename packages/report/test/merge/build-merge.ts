import type { MergedBranch, MergeReport } from '../../src/index.ts'

export function buildMerge(branches: readonly MergedBranch[]): MergeReport {
  return { onto: 'main', tip: 'a1b2c3d4e5'.repeat(4), tree: '0f1e2d3c4b'.repeat(4), branches }
}

/** One branch of each kind, and lines that gave way. */
export function eventfulMerge(): MergeReport {
  return buildMerge([
    { name: 'task/limits', is: 'merged', commit: 'b1b2c3d4e5'.repeat(4), resolutions: [] },
    {
      name: 'task/config',
      is: 'merged',
      commit: 'c1b2c3d4e5'.repeat(4),
      resolutions: [
        { path: 'src/limits.ts', line: 3, step: 'both-inserted' },
        {
          path: 'src/limits.ts',
          line: 12,
          step: 'task-lines',
          gaveWay: {
            lines: ['const limit = 20', '', 'const 窓 = 60'],
            kept: ['const limit = readLimit()', ''],
            commit: 'd1b2c3d4e5'.repeat(4),
            task: 'limits',
          },
        },
      ],
    },
    {
      name: 'task/rename',
      is: 'requeued',
      why: 'both sides renamed one file',
      paths: ['src/a.ts', 'src/b.ts'],
      resolutions: [],
    },
    {
      name: 'task/docs',
      is: 'set-aside',
      paths: ['README.md'],
      resolutions: [],
    },
    {
      name: 'task/red',
      is: 'ejected',
      why: 'npm test failed\n\nExpected: 1\nReceived: 2',
      resolutions: [],
    },
  ])
}

/** Everything that others wrote is this text. */
export function hostileMerge(text: string): MergeReport {
  const gaveWay = { lines: [text, 'a'], kept: ['a', text], commit: text, task: text }
  return {
    ...{ onto: text, tip: text, tree: text },
    branches: (['merged', 'requeued', 'set-aside', 'ejected'] as const).map((is) => ({
      ...{ name: text, is, commit: text, why: text, paths: [text] },
      resolutions: [{ path: text, step: 'task-lines' as const, gaveWay }],
    })),
  }
}
