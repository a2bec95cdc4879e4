import { join } from 'node:path'
import { aRepository, type Wavefront } from './wavefront.ts'

const lines = (...changed: readonly string[]) =>
  Array.from({ length: 20 }, (_, at) => `${changed[at] ?? `line ${at}`}\n`).join('')
const second = (text: string) => lines('line 0', text)

let repository: Wavefront
beforeEach(() => {
  repository = aRepository({ files: { 'list.txt': lines() } })
  repository.branch('all')
  branch('one', { 'list.txt': second('by one'), 'one.txt': '1\n' })
  branch('feature/two', { 'list.txt': second('by two'), 'two.txt': '2\n' })
  branch('three', { 'three.txt': '3\n' })
})
afterEach(() => repository.remove())

function branch(name: string, files: Record<string, string>): void {
  repository.branch(name, repository.commitOn('main', files, name))
}

const names = ['one', 'feature/two', 'three']

test('branches are merged onto one, in their order, and what gave way is shown', async () => {
  const before = repository.git('status', '--porcelain', '--untracked-files=all')
  const { code, stdout } = await repository.wavefront('merge', '--onto', 'all', ...names)
  expect(code).toEqual(0)
  expect(stdout).toContain('- by one')
  expect(stdout).toContain('+ by two')
  expect(stdout).toContain('3 of 3 branches merged onto all: 1 conflict, 1 line gave way')
  expect(subjects('all')).toEqual([
    'merge: branch three',
    'merge: branch feature/two (auto-resolved)',
    'merge: branch one',
  ])
  expect(repository.read('all', 'list.txt')).toEqual(second('by two'))
  expect(repository.paths('all')).toEqual(
    expect.arrayContaining(['one.txt', 'three.txt', 'two.txt']),
  )
  // Of the checkout nothing is touched, and no branch is deleted.
  expect(repository.git('status', '--porcelain', '--untracked-files=all')).toEqual(before)
  expect(names.map((name) => repository.sha(name))).toHaveLength(3)
  const again = await repository.wavefront('merge', '--onto', 'all', ...names)
  expect(again).toMatchObject({ code: 0 })
  expect(subjects('all')).toHaveLength(3)
})

test('a dry run moves nothing', async () => {
  const before = repository.picture()
  const { code, stdout } = await repository.wavefront(
    'merge',
    '--onto',
    'all',
    ...names,
    '--dry-run',
  )
  expect(code).toEqual(0)
  expect(stdout).toContain('no branch has moved')
  expect(repository.picture()).toEqual(before)
})

test.each([
  ['requeue', 'requeued', ['merged', 'requeued', 'merged']],
  ['human', 'set-aside', ['merged', 'set-aside', 'merged']],
])('--conflicts %s leaves out whose lines others would give way to', async (what, is, expected) => {
  const args = ['merge', '--onto', 'all', ...names, '--conflicts', what, '--json']
  const { code, stdout } = await repository.wavefront(...args)
  expect(code).toEqual(1)
  const report = JSON.parse(stdout)
  expect(report.branches.map((one: { is: string }) => one.is)).toEqual(expected)
  expect(report.branches[1]).toMatchObject({
    ...{ name: 'feature/two', is, paths: ['list.txt'] },
    why: expect.stringContaining(
      'a line of others would give way to it in list.txt\nlist.txt:2, there already in',
    ),
  })
  expect(repository.read('all', 'list.txt')).toEqual(second('by one'))
})

test('--conflicts fail merges nothing at all, and says whose lines would have given way', async () => {
  const before = repository.git('for-each-ref')
  const args = ['merge', '--onto', 'all', ...names, '--conflicts', 'fail']
  const { code, stdout } = await repository.wavefront(...args, '--json')
  expect(code).toEqual(1)
  const report = JSON.parse(stdout)
  expect(report.branches.map((one: { is: string }) => one.is)).toEqual(Array(3).fill('waiting'))
  expect(report.problem).toContain('feature/two: a line of others would give way to it in list.txt')
  expect(repository.git('for-each-ref')).toEqual(before)
  const { stdout: text } = await repository.wavefront(...args)
  expect(text).toContain('`conflicts: fail` leaves it to a person')
})

test('--max-overwritten-lines and --overlap put back what goes beyond them', async () => {
  const all = ['merge', '--onto', 'all', ...names, '--json', '--dry-run']
  const most = await repository.wavefront(...all, '--max-overwritten-lines', '0')
  expect(JSON.parse(most.stdout).branches[1].why).toContain('`max_overwritten_lines` allows 0')
  branch('four', { 'list.txt': lines(...Array(15).fill(undefined), 'far away') })
  const apart = ['one', 'four', '--overlap', 'serialise', '--json', '--dry-run']
  const serial = await repository.wavefront('merge', '--onto', 'all', ...apart)
  expect(JSON.parse(serial.stdout).branches).toMatchObject([
    { is: 'merged' },
    { is: 'requeued', paths: ['list.txt'] },
  ])
})

test('--checks find whose work makes the whole red, and the rest is merged', async () => {
  const args = ['merge', '--onto', 'all', ...names, '--json']
  const checks = ['--checks', 'if test -f two.txt; then echo two is wrong; false; fi']
  const { code, stdout, stderr } = await repository.wavefront(...args, ...checks)
  expect(code).toEqual(1)
  expect(JSON.parse(stdout).branches).toMatchObject([
    { name: 'one', is: 'merged' },
    { name: 'feature/two', is: 'ejected', why: expect.stringContaining('two is wrong') },
    { name: 'three', is: 'merged' },
  ])
  expect(stderr).toContain('the checks are red')
  expect(repository.paths('all')).not.toContain('two.txt')
  expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
})

test.each([
  ['on a branch that is red itself', 'false', [], 'The checks fail on all itself'],
  ['when a person is to decide', 'test ! -f two.txt', ['--on-red', 'stop'], '`on_red: stop`'],
])('nobody is accused %s', async (_, checks, more, problem) => {
  const args = ['merge', '--onto', 'all', ...names, '--json', '--checks', checks, ...more]
  const { code, stdout } = await repository.wavefront(...args)
  expect(code).toEqual(1)
  const report = JSON.parse(stdout)
  expect(report.branches.map((one: { is: string }) => one.is)).toEqual(Array(3).fill('waiting'))
  expect(report.problem).toContain(problem)
})

test('checks that are red and then green are named as flaky', async () => {
  const once = join(repository.dir, '.git', 'once')
  const checks = `if test -f ${once}; then true; else touch ${once}; echo by chance; false; fi`
  const args = ['merge', '--onto', 'all', ...names, '--checks', checks, '--json']
  const { code, stdout } = await repository.wavefront(...args)
  expect(code).toEqual(0)
  expect(JSON.parse(stdout).flaky).toEqual([
    { branches: names, reason: expect.stringContaining('by chance') },
  ])
})

test('a branch that somebody moves meanwhile is not overwritten', async () => {
  const theirs = repository.commitOn('main', { 'theirs.txt': 'theirs\n' })
  const checks = `git -C ${repository.dir} update-ref refs/heads/all ${theirs}`
  const args = ['merge', '--onto', 'all', ...names, '--checks', checks]
  const { code, stderr } = await repository.wavefront(...args)
  expect(code).toEqual(2)
  expect(stderr).toContain('somebody has moved "all" meanwhile')
  expect(repository.sha('all')).toEqual(theirs)
})

test('Ctrl-C moves nothing and leaves nothing behind', async () => {
  const before = repository.git('for-each-ref')
  const { child, ended } = repository.start(
    ...['merge', '--onto', 'all', ...names, '--checks', 'echo begun >&2; sleep 30'],
  )
  child.stderr?.once('data', () => child.kill('SIGINT'))
  expect(await ended).toMatchObject({ code: 130 })
  expect(repository.git('for-each-ref')).toEqual(before)
  expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
})

test('the merge of a task counts as its landing', async () => {
  const message =
    'feat(t-1): A task\n\nWavefront-Task: t-1\nWavefront-Wave: 2\nWavefront-Attempt: 1\nWavefront-Outcome: done'
  repository.branch('work', repository.commitOn('main', { 'task.txt': 'task\n' }, message))
  await repository.wavefront('merge', '--onto', 'all', 'work')
  const body = repository.git('log', '-1', '--format=%B', 'all')
  expect(body).toContain('merge: task t-1')
  expect(body).toContain('Wavefront-Wave: 2')
})

describe('bad input', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['no branch to merge onto', names, ["required option '--onto <branch>'"]],
    ['nothing to merge', ['--onto', 'all'], ["missing required argument 'branch'"]],
    ['an unknown branch', ['--onto', 'all', 'on'], ['no branch or commit "on"']],
    ['an unknown target', ['--onto', 'none', 'one'], ['--onto: there is no branch "none"']],
    ['a commit as the target', ['--onto', 'HEAD~0', 'one'], ['--onto: there is no branch']],
    ['a branch that is there twice', ['--onto', 'all', 'one', 'one'], ['"one" is there twice']],
    [
      'a ref that is an option',
      ['--onto', 'all', '--', '--upload-pack=x'],
      ['no branch or commit'],
    ],
    ['checks that do not exist', ['--onto', 'all', 'one', '--checks', 'none-such'], ['--checks']],
    ['a branch that is checked out', ['--onto', 'main', 'one'], ['"main" is checked out']],
    ['an unknown policy', ['--onto', 'all', 'one', '--conflicts', 'ours'], ['Allowed choices']],
  ])('%s', async (_, args, expected) => {
    const before = repository.picture()
    const { code, stderr } = await repository.wavefront('merge', ...args)
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.any(String) })
    for (const words of expected) expect(stderr).toContain(words)
    expect(repository.picture()).toEqual(before)
  })
})

function subjects(name: string): readonly string[] {
  return repository.git('log', '--first-parent', '--format=%s', `main..${name}`).split('\n')
}

describe('lock files', () => {
  const lock = (...names: string[]) => `${JSON.stringify({ packages: names }, null, 2)}\n`
  const manifest = (...names: string[]) => names.map((name) => `${name}\n`).join('')
  // A stand-in for a package manager: the lock file is made from the manifest.
  const make = `node -e "const fs=require('fs');const names=fs.readFileSync('deps.txt','utf8').trim().split('\\n');fs.writeFileSync('package-lock.json',JSON.stringify({packages:names},null,2)+'\\n')"`
  beforeEach(() => {
    const base = repository.commitOn('main', {
      'app/deps.txt': manifest('a', 'm', 'z'),
      'app/package-lock.json': lock('a', 'm', 'z'),
    })
    repository.git('branch', '--force', 'all', base)
    const adds = (name: string, names: string[]) =>
      repository.branch(
        name,
        repository.commitOn(base, {
          'app/deps.txt': manifest(...names),
          'app/package-lock.json': lock(...names),
        }),
      )
    adds('left', ['a', 'b', 'm', 'z'])
    adds('right', ['a', 'm', 'y', 'z'])
  })

  test('are taken whole and said so, though git would merge them line by line', async () => {
    const { stdout } = await repository.wavefront('merge', '--onto', 'all', 'left', 'right')
    expect(stdout).toContain('app/package-lock.json')
    expect(repository.read('all', 'app/deps.txt')).toEqual(manifest('a', 'b', 'm', 'y', 'z'))
    expect(repository.read('all', 'app/package-lock.json')).toEqual(lock('a', 'm', 'y', 'z'))
  })

  test('are made anew by a command, from what was merged', async () => {
    const args = ['merge', '--onto', 'all', 'left', 'right', '--json']
    const ended = await repository.wavefront(...args, '--lock-command', `package-lock.json=${make}`)
    expect(ended).toMatchObject({ code: 0 })
    expect(repository.read('all', 'app/package-lock.json')).toEqual(lock('a', 'b', 'm', 'y', 'z'))
    const [, right] = JSON.parse(ended.stdout).branches
    expect(right.resolutions).toEqual([
      { path: 'app/package-lock.json', line: null, step: 'lock-file', gave_way: null },
    ])
  })

  test.each([
    ['a command that fails', 'package-lock.json=false', 0],
    ['what is no lock file', 'deps.txt=true', 2],
    ['what is united line by line', 'go.sum=true', 2],
    ['no command', 'package-lock.json=', 2],
  ])('%s', async (_, lockCommand, expected) => {
    const args = ['merge', '--onto', 'all', 'left', 'right', '--lock-command', lockCommand]
    const { code, stderr } = await repository.wavefront(...args)
    expect({ code, stderr }).toEqual({ code: expected, stderr: expect.any(String) })
    const merged = repository.read('all', 'app/package-lock.json')
    expect(merged).toEqual(code === 0 ? lock('a', 'm', 'y', 'z') : lock('a', 'm', 'z'))
  })
})
