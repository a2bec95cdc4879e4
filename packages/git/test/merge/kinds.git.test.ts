import { chmodSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { taskId } from '@wavefront/tasks'
import { type Files, type GitWorld, gitWorld, oddName } from '@wavefront/testing'
import { branchName, commitSha, type Merged, type MergeStep } from '@wavefront/wave'
import { createMerger } from '../../src/merge/create-merger.ts'
import type { MergerOptions } from '../../src/merge/mix-trees.ts'
import { openMirror } from '../../src/mirror/open-mirror.ts'
import { openRepository, type Repository } from '../../src/repository.ts'

let world: GitWorld
afterEach(() => world.remove())

type Content = string | Uint8Array

interface Case {
  readonly name: string
  readonly base: Files
  readonly first: Files
  readonly second: Files
  readonly steps?: readonly MergeStep[]
  readonly gaveWay?: readonly unknown[]
  readonly requeued?: RegExp
  readonly result?: Readonly<Record<string, Content>>
}

describe('texts of every kind', () => {
  const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')
  const long = (middle: string) => `1\n2\n3\n${middle}\n5\n6\n7\n`
  check([
    {
      name: 'lines that end as on Windows',
      base: { 'a.txt': 'a\r\nz\r\n' },
      first: { 'a.txt': 'a\r\no\r\nz\r\n' },
      second: { 'a.txt': 'a\r\nt\r\nz\r\n' },
      steps: ['both-inserted'],
      result: { 'a.txt': 'a\r\no\r\nt\r\nz\r\n' },
    },
    {
      name: 'one side turned the line endings, the other added a line',
      base: { 'a.txt': 'a\nz\n' },
      first: { 'a.txt': 'a\r\nz\r\n' },
      second: { 'a.txt': 'a\nt\nz\n' },
      steps: [],
      result: { 'a.txt': 'a\r\nt\r\nz\r\n' },
    },
    {
      name: 'no line break at the end',
      base: { 'a.txt': 'a' },
      first: { 'a.txt': 'a\no' },
      second: { 'a.txt': 'a\nt' },
      steps: ['both-inserted'],
      result: { 'a.txt': 'a\no\nt' },
    },
    {
      name: 'a mark of the byte order that one side added',
      base: { 'a.txt': 'a\nz\n' },
      first: { 'a.txt': '\uFEFFa\nz\n' },
      second: { 'a.txt': 't\na\nz\n' },
      steps: [],
      result: { 'a.txt': '\uFEFFt\na\nz\n' },
    },
    {
      name: 'UTF-16',
      base: { 'a.txt': utf16(long('4')) },
      first: { 'a.txt': utf16(`0\n${long('4')}`) },
      second: { 'a.txt': utf16(long('vier')) },
      steps: [],
      result: { 'a.txt': utf16(`0\n${long('vier')}`) },
    },
    {
      name: 'UTF-16 that one side turned into UTF-8',
      base: { 'a.txt': utf16(long('4')) },
      first: { 'a.txt': long('4') },
      second: { 'a.txt': utf16(long('vier')) },
      steps: [],
      result: { 'a.txt': long('vier') },
    },
    {
      name: 'a file too large to be read',
      base: { 'a.txt': 'a\n' },
      first: { 'a.txt': `b\n${'x'.repeat(5_000_000)}\n` },
      second: { 'a.txt': 'c\n' },
      steps: ['task-file'],
      gaveWay: [expect.stringMatching(/^\(too large to show, blob [0-9a-f]{12}\)$/)],
      result: { 'a.txt': 'c\n' },
    },
    {
      name: 'Latin 1, line by line, also where one side has written UTF-8 into it',
      base: { 'a.txt': Buffer.from('ä\n1\n2\n3\nend\n', 'latin1') },
      first: { 'a.txt': Buffer.from('ö\n1\n2\nx\n3\nend\n', 'latin1') },
      second: { 'a.txt': Buffer.from('ü\n1\n2\n3\nend\n\xc3\xa9\n', 'latin1') },
      steps: ['task-lines'],
      gaveWay: ['ö'],
      result: { 'a.txt': Buffer.from('ü\n1\n2\nx\n3\nend\n\xc3\xa9\n', 'latin1') },
    },
    {
      name: 'one renames what the other edits elsewhere',
      base: { 'a.txt': long('4') },
      first: { 'a.txt': null, 'b.txt': `0\n${long('4')}` },
      second: { 'a.txt': long('vier') },
      steps: [],
      result: { 'b.txt': `0\n${long('vier')}` },
    },
    {
      name: 'names that some machines take for one',
      base: {},
      first: { 'Readme.txt': 'a\n' },
      second: { 'readme.txt': 'b\n' },
      requeued: /letters/,
    },
    {
      name: 'a file where the other has a directory',
      base: {},
      first: { 'a/b.txt': 'b\n' },
      second: { a: 'file\n' },
      requeued: /directory/,
    },
  ])
})

describe('JSON and YAML', () => {
  check([
    {
      name: 'dependencies that both added',
      base: { 'package.json': '{\n  "dependencies": {\n    "m": "1"\n  }\n}\n' },
      first: { 'package.json': '{\n  "dependencies": {\n    "m": "1",\n    "o": "1"\n  }\n}\n' },
      second: { 'package.json': '{\n  "dependencies": {\n    "m": "1",\n    "t": "1"\n  }\n}\n' },
      steps: ['json-by-key'],
      result: {
        'package.json':
          '{\n  "dependencies": {\n    "m": "1",\n    "o": "1",\n    "t": "1"\n  }\n}\n',
      },
    },
    {
      name: 'a list that both made longer',
      base: { 'a.json': '[\n1,\n2\n]\n' },
      first: { 'a.json': '[\n1,\n2,\n3\n]\n' },
      second: { 'a.json': '[\n0,\n1,\n2,\n4\n]\n' },
      steps: ['json-by-key'],
      result: { 'a.json': '[\n0,\n1,\n2,\n3,\n4\n]\n' },
    },
    {
      name: 'JSON that git would merge into something broken',
      base: { 'a.json': '{\n\n\n"b": 2\n\n}\n' },
      first: { 'a.json': '{\n"a": 1,\n\n\n"b": 2\n\n}\n' },
      second: { 'a.json': '{\n\n\n\n}\n' },
      steps: ['json-by-key'],
      result: { 'a.json': '{\n"a": 1\n\n}\n' },
    },
    {
      name: 'JSON that git would merge into two of one key',
      base: { 'a.json': '{\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 1\n}\n' },
      first: { 'a.json': '{\n"x": 1,\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 1\n}\n' },
      second: { 'a.json': '{\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 1,\n"x": 2\n}\n' },
      steps: ['json-by-key', 'json-by-key'],
      gaveWay: ['"x": 1,'],
      result: { 'a.json': '{\n"x": 2,\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 1\n}\n' },
    },
    {
      name: 'YAML that git merges into two of one key',
      base: { 'a.yml': 'a: 1\nb: 1\nc: 1\nd: 1\n' },
      first: { 'a.yml': 'x: 1\na: 1\nb: 1\nc: 1\nd: 1\n' },
      second: { 'a.yml': 'a: 1\nb: 1\nc: 1\nd: 1\nx: 2\n' },
      requeued: /no longer valid YAML/,
    },
    {
      name: 'JSON with a mark of the byte order, in UTF-16',
      base: { 'a.json': Buffer.from('\uFEFF{\n"a": 1\n}', 'utf16le') },
      first: { 'a.json': Buffer.from('\uFEFF{\n"a": 2\n}', 'utf16le') },
      second: { 'a.json': Buffer.from('\uFEFF{\n"a": 1,\n"b": 1\n}', 'utf16le') },
      steps: ['json-by-key'],
      result: { 'a.json': Buffer.from('\uFEFF{\n"a": 2,\n"b": 1\n}', 'utf16le') },
    },
  ])
})

describe('lock files', () => {
  const stub = expect.stringMatching(/^\(lock file, \d+ bytes, blob [0-9a-f]{12}\)$/)
  check([
    {
      name: 'sums are joined',
      base: { 'go.sum': 'b v1 h1:=\n' },
      first: { 'go.sum': 'a v1 h1:=\nb v1 h1:=\nc v1 h1:=\n' },
      second: { 'go.sum': 'a v2 h1:=\nb v1 h1:=\n' },
      steps: ['lock-set'],
      result: { 'go.sum': 'a v1 h1:=\na v2 h1:=\nb v1 h1:=\nc v1 h1:=\n' },
    },
    {
      name: 'sums that each side has begun',
      base: {},
      first: { 'go.sum': 'b v1 h1:=\n' },
      second: { 'go.sum': 'a v1 h1:=\n' },
      steps: ['lock-set'],
      result: { 'go.sum': 'a v1 h1:=\nb v1 h1:=\n' },
    },
    {
      name: 'sums that contradict one another',
      base: { 'go.sum': 'b v1 h1:=\n' },
      first: { 'go.sum': 'a v1 h1:x=\nb v1 h1:=\n' },
      second: { 'go.sum': 'a v1 h1:y=\nb v1 h1:=\n' },
      requeued: /both sides have a sum for a v1, and not the same/,
    },
    {
      name: 'any other is the task’s',
      base: { 'd/yarn.lock': 'a\n' },
      first: { 'd/yarn.lock': 'b\n' },
      second: { 'd/yarn.lock': 'c\n' },
      steps: ['lock-file'],
      gaveWay: [stub],
      result: { 'd/yarn.lock': 'c\n' },
    },
    {
      name: 'also where git sees no conflict',
      base: { 'package-lock.json': '{\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 1\n}\n' },
      first: { 'package-lock.json': '{\n"a": 2,\n"b": 1,\n"c": 1,\n"d": 1\n}\n' },
      second: { 'package-lock.json': '{\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 2\n}\n' },
      steps: ['lock-file'],
      gaveWay: [stub],
      result: { 'package-lock.json': '{\n"a": 1,\n"b": 1,\n"c": 1,\n"d": 2\n}\n' },
    },
    {
      name: 'that one side alone changed',
      base: { 'Cargo.lock': 'a\n' },
      first: { 'Cargo.lock': 'b\n' },
      second: { 'c.txt': 'c\n' },
      steps: [],
      result: { 'Cargo.lock': 'b\n' },
    },
  ])
})

describe('.gitattributes', () => {
  const apart = (one: string, other: string) => `${one}\n2\n3\n4\n${other}\n`
  check([
    {
      name: 'merge=union keeps the lines of both',
      base: { '.gitattributes': '*.log merge=union\n', 'd/a.log': 'a\n' },
      first: { 'd/a.log': 'b\n' },
      second: { 'd/a.log': 'c\n' },
      steps: ['union'],
      result: { 'd/a.log': 'b\nc\n' },
    },
    {
      name: 'merge=union for a file that both began',
      base: { 'd/.gitattributes': '*.log merge=union\n' },
      first: { 'd/a.log': 'b\n' },
      second: { 'd/a.log': 'c\n' },
      steps: ['union'],
      result: { 'd/a.log': 'b\nc\n' },
    },
    {
      name: '-merge and binary are never merged by line',
      base: {
        '.gitattributes': '*.svg -merge\n*.dat binary\n',
        'a.svg': apart('1', '5'),
        'a.dat': apart('1', '5'),
      },
      first: { 'a.svg': apart('one', '5'), 'a.dat': apart('one', '5') },
      second: { 'a.svg': apart('1', 'five'), 'a.dat': apart('1', 'five') },
      steps: ['task-file', 'task-file'],
      gaveWay: ['one', '2', '3', '4', '5', 'one', '2', '3', '4', '5'],
      result: { 'a.svg': apart('1', 'five'), 'a.dat': apart('1', 'five') },
    },
    {
      name: 'a driver is not run, and that is said',
      base: {
        '.gitattributes': '*.txt merge=ours\n',
        'a.txt': 'x = 1\n',
        'b.txt': apart('1', '5'),
      },
      first: { 'a.txt': 'x = 2\n', 'b.txt': apart('one', '5') },
      second: { 'a.txt': 'x = 3\n', 'b.txt': apart('1', 'five') },
      steps: ['driver-ignored', 'task-lines', 'driver-ignored'],
      gaveWay: ['x = 2'],
      result: { 'a.txt': 'x = 3\n', 'b.txt': apart('one', 'five') },
    },
    {
      name: 'what a directory says counts before what is said above it',
      base: {
        '.gitattributes': '* -merge\n',
        'd/.gitattributes': '* merge\n',
        'd/a': apart('1', '5'),
      },
      first: { 'd/a': apart('one', '5') },
      second: { 'd/a': apart('1', 'five') },
      steps: [],
      result: { 'd/a': apart('one', 'five') },
    },
    {
      name: 'a name of one’s own for some of them',
      base: {
        '.gitattributes': `[attr]whole -merge\n"${'\\'}tx*" whole\n*.txt whole\n`,
        [oddName]: 'a\n',
      },
      first: { [oddName]: 'b\n' },
      second: { [oddName]: 'c\n' },
      steps: ['task-file'],
      gaveWay: ['b'],
      result: { [oddName]: 'c\n' },
    },
  ])

  test('are those of the branch, whatever is checked out or set', async () => {
    world = gitWorld({ files: { 'a.log': 'a\n' } })
    const base = world.sha('main')
    const tip = world.commitOn(base, { 'a.log': 'b\n' })
    const task = world.commitOn(base, { 'a.log': 'c\n' })
    world.commit({ '.gitattributes': '* merge=own\n' })
    world.git('config', 'merge.own.driver', 'echo hacked > %A')
    const merged = await merge(tip, task)
    expect(merged).toMatchObject({ resolutions: [{ step: 'task-lines' }] })
  })
})

test('a bare mirror merges as a checkout does', async () => {
  world = gitWorld({ files: { '.gitattributes': '*.log merge=union\n', 'a.log': 'a\n' } })
  const base = world.sha('main')
  const tip = world.commitOn(base, { 'a.log': 'b\n' })
  const task = world.commitOn(base, { 'a.log': 'c\n' })
  world.branch('tip', tip)
  world.branch('task', task)
  rmSync(join(world.dir, '.gitattributes'))
  const mirror = await openMirror({ dir: `${world.dir}.mirror`, url: world.dir })
  await mirror.fetch({ branches: [branchName('tip'), branchName('task')] })
  const merged = await mergeIn(mirror.repository, tip, task)
  expect(merged).toMatchObject({ is: 'merged', resolutions: [{ path: 'a.log', step: 'union' }] })
  expect(await merge(tip, task)).toEqual(merged)
})

describe('with what a user may set', () => {
  test('lines beside an overlapping edit stay', async () => {
    world = gitWorld({ files: { 'a.txt': 'x = 1\n' } })
    const merged = await mergeWith(
      { keepInserts: true },
      { 'a.txt': '# new\nx = 2\n' },
      { 'a.txt': 'x = 3\n' },
    )
    expect(merged.resolutions).toMatchObject([
      { step: 'task-lines', gaveWay: { lines: ['x = 2'] } },
    ])
    expect(world.read(merged.commit, 'a.txt')).toEqual('# new\nx = 3\n')
  })

  test('a resolver is asked where lines would give way, and after what is known by key', async () => {
    const files = { 'a.txt': 'x = 1\n', 'b.txt': 'x = 1\n', 'c.txt': 'b\n', 'a.json': '{"a": 1}\n' }
    world = gitWorld({ files })
    const asked: string[] = []
    const resolve = async (path: string) => {
      asked.push(path)
      return path === 'a.txt' ? 'x = 2 + 3\n' : 'x = 4\n'
    }
    const merged = await mergeWith(
      { resolve },
      { 'a.txt': 'x = 2\n', 'b.txt': 'x = 2\n', 'c.txt': 'o\nb\n', 'a.json': '{"a": 1, "o": 1}\n' },
      { 'a.txt': 'x = 3\n', 'b.txt': 'x = 3\n', 'c.txt': 't\nb\n', 'a.json': '{"a": 1, "t": 1}\n' },
    )
    expect(asked).toEqual(['a.txt', 'b.txt'])
    expect(merged.resolutions).toMatchObject([
      { path: 'a.json', step: 'json-by-key' },
      { path: 'a.txt', step: 'resolver' },
      { path: 'b.txt', step: 'task-lines' },
      { path: 'c.txt', step: 'both-inserted' },
    ])
    expect(world.read(merged.commit, 'a.txt')).toEqual('x = 2 + 3\n')
  })

  test('a lock file is made anew from the merged others', async () => {
    world = gitWorld({ files: { 'list.txt': 'm\n', 'yarn.lock': 'm\n' } })
    const regenerate = async ({ path, tree }: { path: string; tree: string }) =>
      `${path}\n${world.read(tree, 'list.txt')}`
    const merged = await mergeWith(
      { regenerate },
      { 'list.txt': 'm\no\n', 'yarn.lock': 'm\no\n' },
      { 'list.txt': 'm\nt\n', 'yarn.lock': 'm\nt\n' },
    )
    expect(merged.resolutions).toEqual([
      { path: 'list.txt', step: 'both-inserted', line: 2 },
      { path: 'yarn.lock', step: 'lock-file' },
    ])
    expect(world.read(merged.commit, 'yarn.lock')).toEqual('yarn.lock\nm\no\nt\n')
  })

  async function mergeWith(options: MergerOptions, first: Files, second: Files) {
    const base = world.sha('main')
    const tip = world.commitOn(base, first)
    const repository = await openRepository(world.dir)
    const merged = await mergeIn(repository, tip, world.commitOn(base, second), options)
    if (merged.is !== 'merged') throw new Error(merged.why)
    return merged
  }
})

describe('what is no regular file', () => {
  test('links that lead elsewhere on both sides: the task’s', async () => {
    world = gitWorld({ files: { 'a.txt': 'a\n' } })
    const start = linked('one', world.sha('main'))
    const tip = linked('two', start)
    const merged = await merge(tip, linked('three', start))
    expect(merged).toMatchObject({
      resolutions: [{ step: 'task-file', gaveWay: { lines: ['two'], kept: ['three'] } }],
    })
    if (merged.is !== 'merged') throw new Error(merged.why)
    expect(world.git('ls-tree', merged.commit, 'link')).toMatch(/^120000 /)
    expect(world.read(merged.commit, 'link')).toEqual('three')
  })

  test('a submodule on both sides is done again', async () => {
    world = gitWorld()
    const start = submodule('1'.repeat(40), world.sha('main'))
    const tip = submodule('2'.repeat(40), start)
    expect(await merge(tip, submodule('3'.repeat(40), start))).toMatchObject({
      is: 'requeued',
      paths: ['sub'],
    })
  })

  test('the executable bit of one side and the text of the other', async () => {
    world = gitWorld({ files: { 'run.sh': 'a\n', 'a.png': Uint8Array.of(0, 1) } })
    const base = world.sha('main')
    for (const name of ['run.sh', 'a.png']) chmodSync(join(world.dir, name), 0o755)
    const tip = world.commit({ 'run.sh': 'b\n', 'a.png': Uint8Array.of(0, 2) })
    const task = world.commitOn(base, { 'run.sh': 'c\n', 'a.png': Uint8Array.of(0, 3) })
    const merged = await merge(tip, task)
    if (merged.is !== 'merged') throw new Error(merged.why)
    const modes = world.git('ls-tree', merged.commit, 'run.sh', 'a.png').split('\n')
    expect(modes.map((line) => line.slice(0, 6))).toEqual(['100755', '100755'])
  })

  function linked(to: string, parent: string): string {
    world.git('checkout', '--quiet', '--detach', parent)
    rmSync(join(world.dir, 'link'), { force: true })
    symlinkSync(to, join(world.dir, 'link'))
    return world.commit({})
  }

  function submodule(commit: string, parent: string): string {
    world.git('read-tree', parent)
    world.git('update-index', '--add', '--cacheinfo', `160000,${commit},sub`)
    const tree = world.git('write-tree')
    return world.git('commit-tree', '-p', parent, '-m', 'a submodule', tree)
  }
})

function check(cases: readonly Case[]): void {
  test.each(cases)('$name', async ({ base, first, second, ...expected }) => {
    world = gitWorld({ files: base })
    const start = world.sha('main')
    const tip = world.commitOn(start, first)
    const merged = await merge(tip, world.commitOn(start, second))
    if (expected.requeued) {
      expect(merged).toMatchObject({
        is: 'requeued',
        why: expect.stringMatching(expected.requeued),
      })
      return
    }
    if (merged.is !== 'merged') throw new Error(`requeued: ${merged.why}`)
    expect(merged.resolutions.map(({ step }) => step)).toEqual(expected.steps)
    const gaveWay = merged.resolutions.flatMap((resolution) => resolution.gaveWay?.lines ?? [])
    expect(gaveWay).toEqual(expected.gaveWay ?? [])
    for (const [path, content] of Object.entries(expected.result ?? {}))
      expect(world.git('rev-parse', `${merged.commit}:${path}`)).toEqual(hash(content))
  })
}

function hash(content: Content): string {
  world.write({ '.git/content': content })
  return world.git('hash-object', '--no-filters', '.git/content')
}

async function merge(tip: string, commit: string): Promise<Merged> {
  return mergeIn(await openRepository(world.dir), tip, commit)
}

async function mergeIn(
  repository: Repository,
  tip: string,
  commit: string,
  options: MergerOptions = {},
): Promise<Merged> {
  return createMerger(repository, options).merge({
    tip: commitSha(tip),
    commit: commitSha(commit),
    of: { is: 'task', id: taskId('t-1'), wave: 1, attempt: 1 },
  })
}
