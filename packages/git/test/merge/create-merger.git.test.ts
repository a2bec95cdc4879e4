import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { taskId } from '@wavefront/tasks'
import { type Files, type GitWorld, gitWorld, oddName } from '@wavefront/testing'
import { type CommitSha, commitSha, type Merged, type MergeStep } from '@wavefront/wave'
import { createMerger } from '../../src/merge/create-merger.ts'
import { openRepository } from '../../src/repository.ts'

let world: GitWorld
afterEach(() => world.remove())

describe('two tasks that changed the same paths', () => {
  const png = Uint8Array.of(0x89, 0x50, 0, 1)
  const jpg = Uint8Array.of(0xff, 0xd8, 0, 2)
  interface Case {
    readonly name: string
    readonly base: Files
    readonly first: Files
    readonly second: Files
    /** The steps taken, or why there were none to take. */
    readonly steps?: readonly MergeStep[]
    readonly requeued?: RegExp
    readonly paths?: readonly string[]
    /** Of the merged commit; `null` for paths that must be gone. */
    readonly result?: Readonly<Record<string, string | null>>
    readonly gaveWay?: readonly string[]
  }
  const cases: readonly Case[] = [
    {
      name: 'in different files',
      base: { 'a.txt': 'a\n', 'b.txt': 'b\n' },
      first: { 'a.txt': 'A\n' },
      second: { 'b.txt': 'B\n' },
      steps: [],
      result: { 'a.txt': 'A\n', 'b.txt': 'B\n' },
    },
    {
      name: 'in a file with an odd name',
      base: { [oddName]: 'a\n' },
      first: { [oddName]: 'a\nfirst\n' },
      second: { [oddName]: 'a\nsecond\n' },
      steps: ['both-inserted'],
      result: { [oddName]: 'a\nfirst\nsecond\n' },
    },
    {
      name: 'on one line',
      base: { 'a.txt': 'x = 1\nother\n' },
      first: { 'a.txt': 'x = 2\nother\n' },
      second: { 'a.txt': 'x = 3\nother\n' },
      steps: ['task-lines'],
      result: { 'a.txt': 'x = 3\nother\n' },
      gaveWay: ['x = 2'],
    },
    {
      name: 'each adding the same file',
      base: {},
      first: { 'new.txt': 'first\n' },
      second: { 'new.txt': 'second\n' },
      steps: ['task-file'],
      result: { 'new.txt': 'second\n' },
      gaveWay: ['first'],
    },
    {
      name: 'in a binary file',
      base: { 'a.png': Uint8Array.of(0, 0, 0) },
      first: { 'a.png': png },
      second: { 'a.png': jpg },
      steps: ['task-file'],
      gaveWay: [expect.stringMatching(/^\(binary, 4 bytes, blob [0-9a-f]{12}\)$/)],
    },
    {
      name: 'the first deleting what the second edits',
      base: { 'a.txt': 'a\n' },
      first: { 'a.txt': null },
      second: { 'a.txt': 'A\n' },
      steps: ['modified-file'],
      result: { 'a.txt': 'A\n' },
      gaveWay: ['(the file was deleted)'],
    },
    {
      name: 'the first deleting lines that the second edits',
      base: { 'a.txt': '0\n1\n2\n3\n9\n' },
      first: { 'a.txt': '0\n9\n' },
      second: { 'a.txt': '0\n1\ntwo\n3\n9\n' },
      steps: ['task-lines'],
      result: { 'a.txt': '0\n1\ntwo\n3\n9\n' },
      gaveWay: ['(3 lines were deleted here)'],
    },
    {
      name: 'each adding the same file, the first an empty one',
      base: {},
      first: { 'new.png': '' },
      second: { 'new.png': png },
      steps: ['task-file'],
      gaveWay: ['(empty file)'],
    },
    {
      name: 'both renaming one file',
      base: { 'a.txt': 'one\ntwo\nthree\n' },
      first: { 'a.txt': null, 'b.txt': 'one\ntwo\nthree\n' },
      second: { 'a.txt': null, 'c.txt': 'one\ntwo\nthree\n' },
      requeued: /rename/,
    },
    {
      name: 'one renaming what the other edits on the same line',
      base: { 'a.txt': 'one\ntwo\nthree\nfour\n' },
      first: { 'a.txt': null, 'b.txt': 'one\nTWO\nthree\nfour\n' },
      second: { 'a.txt': 'one\n2\nthree\nfour\n' },
      steps: ['task-lines'],
      result: { 'b.txt': 'one\n2\nthree\nfour\n', 'a.txt': null },
      gaveWay: ['TWO'],
    },
    {
      name: 'one making a file of the other’s directory',
      base: { 'README.md': 'x\n' },
      first: { 'a/b.txt': 'b\n' },
      second: { a: 'file\n' },
      requeued: /directory/,
      paths: ['a'],
    },
  ]

  test.each(cases)('$name', async ({ base, first, second, ...expected }) => {
    world = gitWorld({ files: base })
    const start = world.sha('main')
    const tip = await mergeTask('t-1', start, world.commitOn(start, first))
    const merged = await merge('t-2', tip, world.commitOn(start, second))
    if (expected.requeued) {
      expect(merged).toMatchObject({
        is: 'requeued',
        why: expect.stringMatching(expected.requeued),
        ...(expected.paths && { paths: expected.paths }),
      })
      return
    }
    if (merged.is !== 'merged') throw new Error(`requeued: ${merged.why}`)
    expect(merged.resolutions.map(({ step }) => step)).toEqual(expected.steps)
    const gaveWay = merged.resolutions.flatMap((resolution) => resolution.gaveWay ?? [])
    expect(gaveWay.flatMap(({ lines }) => lines)).toEqual(expected.gaveWay ?? [])
    for (const { commit, task } of gaveWay)
      expect({ commit, task }).toEqual({ commit: tip, task: 't-1' })
    expectFiles(merged.commit, expected.result ?? {})
  })

  function expectFiles(commit: string, files: Readonly<Record<string, string | null>>): void {
    const paths = world.paths(commit)
    for (const [path, content] of Object.entries(files)) {
      if (content === null) expect(paths).not.toContain(path)
      else expect(world.read(commit, path)).toEqual(content)
    }
  }
})

describe('a merge commit', () => {
  test('names its task, and whether lines gave way', async () => {
    world = gitWorld({ files: { 'a.txt': '1\n' } })
    const base = world.sha('main')
    const tip = await mergeTask('t-1', base, world.commitOn(base, { 'a.txt': '2\n' }))
    const task = world.commitOn(base, { 'a.txt': '3\n' })
    const commit = await mergeTask('t-2', tip, task, { wave: 4, attempt: 2 })
    expect(world.git('log', '-1', '--format=%B', commit)).toEqual(
      'merge: task t-2 (auto-resolved)\n\nWavefront-Task: t-2\nWavefront-Wave: 4\nWavefront-Attempt: 2\nWavefront-Conflicts: 1\n',
    )
    expect(world.git('log', '-1', '--format=%P|%an|%cn', commit)).toEqual(
      `${tip} ${task}|Wavefront|Wavefront`,
    )
    const date = world.git('log', '-1', '--format=%ct', task)
    expect(world.git('log', '-1', '--format=%at %ct', commit)).toEqual(`${date} ${date}`)
  })

  test('is the same one when it is made again, whatever is checked out', async () => {
    world = gitWorld({ files: { 'a.txt': '1\n' } })
    const base = world.sha('main')
    const tip = world.commitOn(base, { 'a.txt': '2\n' })
    const task = world.commitOn(base, { 'a.txt': '3\n' })
    const once = await mergeTask('t-1', tip, task)
    world.commit({ 'a.txt': 'anything\n' })
    world.git('config', 'merge.conflictStyle', 'diff3')
    world.git('config', 'user.name', 'Another')
    expect(await mergeTask('t-1', tip, task)).toEqual(once)
  })

  test('is not needed for what is merged already', async () => {
    world = gitWorld()
    const base = world.sha('main')
    const task = world.commitOn(base, { 'a.txt': 'a\n' })
    const tip = await mergeTask('t-1', base, task)
    expect(await merge('t-1', tip, task)).toEqual({
      is: 'merged',
      commit: tip,
      tree: world.git('rev-parse', `${tip}^{tree}`),
      resolutions: [],
      shared: [],
    })
  })
})

test('lines that gave way are those of the sibling that wrote them, not of the last in the file', async () => {
  world = gitWorld({ files: { 'a.txt': '1\n\n\n\n\n\n9\n' } })
  const base = world.sha('main')
  const writer = await mergeTask(
    't-1',
    base,
    world.commitOn(base, { 'a.txt': 'one\n\n\n\n\n\n9\n' }),
  )
  const later = await mergeTask(
    't-2',
    writer,
    world.commitOn(base, { 'a.txt': '1\n\n\n\n\n\nnine\n' }),
  )
  const merged = await merge('t-3', later, world.commitOn(base, { 'a.txt': 'uno\n\n\n\n\n\n9\n' }))
  expect(merged).toMatchObject({
    resolutions: [
      {
        path: 'a.txt',
        step: 'task-lines',
        line: 1,
        gaveWay: { lines: ['one'], kept: ['uno'], commit: writer, task: 't-1' },
      },
    ],
  })
})

test('a deletion that is the task’s own is said to be undone in its name', async () => {
  world = gitWorld({ files: { 'a.txt': 'a\n' } })
  const base = world.sha('main')
  const tip = await mergeTask('t-1', base, world.commitOn(base, { 'a.txt': 'A\n' }))
  const task = world.commitOn(base, { 'a.txt': null })
  const merged = await merge('t-2', tip, task)
  if (merged.is !== 'merged') throw new Error(merged.why)
  const gaveWay = { lines: ['(the file was deleted)'], kept: ['(the modified file stays)'] }
  expect(merged.resolutions).toEqual([
    {
      path: 'a.txt',
      step: 'modified-file',
      gaveWay: { ...gaveWay, commit: task, task: 't-2' },
    },
  ])
  expect(world.read(merged.commit, 'a.txt')).toEqual('A\n')
})

test('a file that became a link on one side is named as it is', async () => {
  world = gitWorld({ files: { 'd/a.txt': 'a\n' } })
  const base = world.sha('main')
  const tip = await mergeTask('t-1', base, world.commitOn(base, { 'd/a.txt': 'A\n' }))
  rmSync(join(world.dir, 'd/a.txt'))
  symlinkSync('elsewhere', join(world.dir, 'd/a.txt'))
  expect(await merge('t-2', tip, world.commit({}))).toMatchObject({
    is: 'requeued',
    paths: ['d/a.txt'],
  })
})

test('the executable bit that a side set survives a conflict in the text', async () => {
  world = gitWorld({ files: { 'run.sh': 'a\n' } })
  const base = world.sha('main')
  world.write({ 'run.sh': 'b\n' })
  chmodSync(join(world.dir, 'run.sh'), 0o755)
  const first = world.commit({})
  const tip = await mergeTask('t-1', base, first)
  const commit = await mergeTask('t-2', tip, world.commitOn(base, { 'run.sh': 'c\n' }))
  expect(world.git('ls-tree', commit, 'run.sh')).toMatch(/^100755 /)
  expect(world.read(commit, 'run.sh')).toEqual('c\n')
})

test('what shares no history is not merged', async () => {
  world = gitWorld()
  const tree = world.git('rev-parse', 'main^{tree}')
  const orphan = world.git('commit-tree', '-m', 'from nowhere', tree)
  expect(await merge('t-1', world.sha('main'), orphan)).toEqual({
    is: 'requeued',
    why: 'it has no history in common with the branch',
    paths: [],
  })
})

describe('the base', () => {
  beforeEach(() => {
    world = gitWorld()
  })

  const mergeBase = async (tip: string, commit: string): Promise<Merged> => {
    const merger = createMerger(await openRepository(world.dir))
    return merger.merge({ tip: commitSha(tip), commit: commitSha(commit), of: { is: 'base' } })
  }

  test('that has only grown is taken as it is', async () => {
    const tip = world.sha('main')
    const base = world.commitOn(tip, { 'new.txt': 'new\n' })
    expect(await mergeBase(tip, base)).toMatchObject({
      is: 'merged',
      commit: base,
      resolutions: [],
    })
  })

  test('that has grown beside the branch is merged, without the marks of a task', async () => {
    const tip = world.commitOn('main', { 'ours.txt': 'ours\n' })
    const base = world.commitOn('main', { 'new.txt': 'new\n' })
    const merged = await mergeBase(tip, base)
    if (merged.is === 'requeued') throw new Error(merged.why)
    expect(world.git('log', '-1', '--format=%B', merged.commit)).toBe(
      `merge: base ${base.slice(0, 12)}\n`,
    )
    expect(world.paths(merged.commit)).toEqual(expect.arrayContaining(['new.txt', 'ours.txt']))
  })
})

async function merge(
  id: string,
  tip: string,
  commit: string,
  { wave, attempt } = { wave: 1, attempt: 1 },
): Promise<Merged> {
  const merger = createMerger(await openRepository(world.dir))
  return merger.merge({
    tip: commitSha(tip),
    commit: commitSha(commit),
    of: { is: 'task', id: taskId(id), wave, attempt },
  })
}

async function mergeTask(
  id: string,
  tip: string,
  commit: string,
  place = { wave: 1, attempt: 1 },
): Promise<CommitSha> {
  const merged = await merge(id, tip, commit, place)
  if (merged.is !== 'merged') throw new Error(`requeued: ${merged.why}`)
  return merged.commit
}
