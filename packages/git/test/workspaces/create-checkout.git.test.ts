import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Files,
  type GitWorld,
  gitWorld,
  oddName,
  runGit,
  writeFiles,
} from '@wavefront/testing'
import { branchName, type CommitMessage, type CommitSha, commitSha } from '@wavefront/wave'
import { type Mirror, openMirror } from '../../src/mirror/open-mirror.ts'
import {
  type Checkout,
  type OpenCheckout,
  openCheckout,
} from '../../src/workspaces/create-checkout.ts'

let world: GitWorld
let root: string
let dir: string
let mirror: Mirror
let base: CommitSha
/** Only the mirror has it, on the feature branch. */
let later: CommitSha

beforeEach(async () => {
  world = gitWorld({
    files: { 'a.txt': 'a\n', 'src/b.txt': 'b\n', '.gitignore': 'node_modules/\n*.log\n' },
  })
  base = commitSha(world.sha('main'))
  later = commitSha(world.commitOn(base, { 'a.txt': 'later\n', 'dist/made.js': 'later\n' }))
  world.branch('feature', later)
  root = mkdtempSync(join(tmpdir(), 'checkout é-'))
  dir = join(root, 'work')
  mirror = await openMirror({ dir: join(root, 'mirror'), url: `file://${world.dir}` })
  await mirror.fetch({
    branches: [branchName('main'), branchName('feature')],
    shallow: true,
  })
})
afterEach(() => {
  world.remove()
  rmSync(root, { recursive: true, force: true })
})

describe('an empty directory', () => {
  test('becomes a checkout, with a history that the mirror does not have', async () => {
    mkdirSync(dir)
    const open = await (await openCheckout(dir, mirror, later)).open(later)
    expect([open.dir, open.lane]).toEqual([dir, 1])
    expect(read('a.txt')).toEqual('later\n')
    expect(read(oddName)).toEqual('odd\n')
    expect(await open.snapshot()).toEqual({ is: 'unchanged' })
  })

  test('need not be there', async () => {
    const open = await (await openCheckout(dir, mirror, base)).open(base)
    write({ 'new.txt': 'new\n' })
    expect(await open.snapshot()).toMatchObject({ is: 'changed', files: ['new.txt'] })
  })

  test('gives commits on what was opened', async () => {
    const checkout = await openCheckout(dir, mirror, base)
    const open = await checkout.open(base)
    write({ 'a.txt': 'work\n', [oddName]: 'work\n' })
    rmSync(join(dir, 'src/b.txt'))
    const snapshot = await open.snapshot()
    expect(snapshot).toMatchObject({ is: 'changed', files: [oddName, 'a.txt', 'src/b.txt'].sort() })
    const commit = await open.commit(snapshot.is === 'changed' ? snapshot.tree : '', message)
    expect(git('log', '-1', '--format=%P %an %s', commit)).toEqual(
      `${base} Wavefront feat(t-1): work`,
    )
    const empty = await open.commit('unchanged', message)
    expect(git('rev-parse', `${empty}^{tree}`)).toEqual(git('rev-parse', `${base}^{tree}`))
  })
})

describe('a clone without history in which a setup has worked', () => {
  beforeEach(() => {
    runGit(['clone', '--quiet', '--depth=1', `file://${world.dir}`, dir], { cwd: root })
    write({
      'setup.txt': 'of the setup\n',
      'tools/x.txt': 'x\n',
      'node_modules/m.js': 'm\n',
      'dist/made.js': 'of the setup\n',
    })
  })

  test('keeps its new files, which are nobody’s work', async () => {
    const open = await openAt(base)
    write({ 'a.txt': 'work\n' })
    expect(await open.snapshot()).toMatchObject({ is: 'changed', files: ['a.txt'] })
    expect([read('setup.txt'), read('tools/x.txt'), read('node_modules/m.js')]).toEqual([
      'of the setup\n',
      'x\n',
      'm\n',
    ])
  })

  test('opens a commit that only the mirror has, whose files win', async () => {
    const open = await openAt(later)
    expect([read('a.txt'), read('dist/made.js'), read('setup.txt')]).toEqual([
      'later\n',
      'later\n',
      'of the setup\n',
    ])
    write({ 'dist/made.js': 'work\n' })
    expect(await open.snapshot()).toMatchObject({ is: 'changed', files: ['dist/made.js'] })
  })

  test('opens one after another, without leftovers of the first', async () => {
    const checkout = await openCheckout(dir, mirror, base)
    await checkout.open(base)
    write({ 'checks.txt': 'left over\n', 'a.txt': 'broken\n', 'x.log': 'a log\n' })
    const open = await checkout.open(later)
    expect(existsSync(join(dir, 'checks.txt'))).toBe(false)
    expect([read('a.txt'), read('x.log'), read('setup.txt')]).toEqual([
      'later\n',
      'a log\n',
      'of the setup\n',
    ])
    expect(await open.snapshot()).toEqual({ is: 'unchanged' })
    await checkout.open(base)
    expect(read('a.txt')).toEqual('a\n')
  })

  test('what a setup changes of the commit is put back, what it adds is nobody’s', async () => {
    const open = await openAt(base)
    write({ 'a.txt': 'by the setup\n', 'generated/odd ü\n.txt': 'made\n' })
    await open.settle()
    expect(read('a.txt')).toEqual('a\n')
    write({ 'src/c.txt': 'c\n', 'generated/beside.txt': 'by the agent\n' })
    const files = ['generated/beside.txt', 'src/c.txt']
    expect(await open.snapshot()).toMatchObject({ is: 'changed', files })
    expect(read('generated/odd ü\n.txt')).toEqual('made\n')
  })
})

describe('an agent that plays with git', () => {
  const tricks: readonly { name: string; play: () => void }[] = [
    { name: 'commits', play: () => commit('its own') },
    {
      name: 'switches to a branch of its own',
      play: () => {
        git('switch', '--quiet', '-c', 'mine')
        commit('its own')
      },
    },
    {
      name: 'hides its change in the index',
      play: () => git('update-index', '--skip-worktree', 'a.txt'),
    },
    { name: 'breaks the index', play: () => writeFileSync(join(dir, '.git/index'), 'broken') },
    { name: 'breaks HEAD', play: () => writeFileSync(join(dir, '.git/HEAD'), 'broken') },
    { name: 'leaves a lock', play: () => writeFileSync(join(dir, '.git/index.lock'), '') },
    {
      name: 'is somebody else',
      play: () => git('config', 'user.name', 'Mallory'),
    },
    {
      name: 'begins a merge',
      play: () => writeFileSync(join(dir, '.git/MERGE_HEAD'), `${later}\n`),
    },
  ]

  test.each(tricks)('and $name', async ({ play }) => {
    const checkout = await openCheckout(dir, mirror, base)
    const open = await checkout.open(base)
    write({ 'a.txt': 'work\n' })
    play()
    const snapshot = await open.snapshot()
    expect(snapshot).toMatchObject({ is: 'changed', files: ['a.txt'] })
    const made = await open.commit(snapshot.is === 'changed' ? snapshot.tree : '', message)
    expect(
      runGit(['--git-dir', join(dir, '.git'), 'log', '-1', '--format=%P %an', made], { cwd: root }),
    ).toEqual(`${base} Wavefront`)
    const next = await checkout.open(later)
    expect(read('a.txt')).toEqual('later\n')
    expect(await next.snapshot()).toEqual({ is: 'unchanged' })
    expect(git('status', '--porcelain')).toEqual('')
  })

  test.each(['', '.git', '.git/objects'])('and throws /%s away is noticed', async (path) => {
    const open = await openAt(base)
    rmSync(join(dir, path), { recursive: true })
    expect(await open.snapshot()).toEqual({ is: 'gone' })
  })
})

const message: CommitMessage = {
  subject: 'feat(t-1): work',
  trailers: {},
  at: new Date('2026-01-01T12:00:00Z'),
}

async function openAt(at: CommitSha): Promise<OpenCheckout> {
  const checkout: Checkout = await openCheckout(dir, mirror, at)
  return checkout.open(at)
}

function commit(subject: string): void {
  git('-c', 'user.name=Agent', '-c', 'user.email=a@b', 'commit', '--quiet', '-am', subject)
}

function git(...args: readonly string[]): string {
  return runGit(args, { cwd: dir })
}

function read(path: string): string {
  return readFileSync(join(dir, path), 'utf8')
}

function write(files: Files): void {
  writeFiles(dir, files)
}
