import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import {
  type Files,
  type GitWorld,
  gitWorld,
  oddName,
  runGit,
  writeFiles,
} from '@wavefront/testing'
import {
  type CommitMessage,
  type CommitSha,
  commitSha,
  type Workspace,
  type Workspaces,
} from '@wavefront/wave'
import { openRepository } from '../../src/repository.ts'
import { createWorkspaces } from '../../src/workspaces/create-workspaces.ts'
import { removeWorkspaces } from '../../src/workspaces/remove-workspaces.ts'

let world: GitWorld
let workspaces: Workspaces
let base: CommitSha

beforeEach(async () => {
  world = gitWorld({
    files: {
      'a.txt': 'a\n',
      'src/b.txt': 'b\n',
      '.beads/issues.jsonl': '{}\n',
      '.gitignore': 'node_modules/\n*.log\n',
    },
  })
  base = commitSha(world.sha('main'))
  workspaces = createWorkspaces(await openRepository(world.dir), { lanes: 3, token: 'run' })
})
afterEach(() => world.remove())

describe('the pool', () => {
  test('gives the lowest free lane, each with a checkout of its commit', async () => {
    const other = commitSha(world.commitOn(base, { 'a.txt': 'other\n' }))
    const [one, two] = await Promise.all([workspaces.open(base), workspaces.open(other)])
    expect([one.lane, two.lane]).toEqual([1, 2])
    expect(one.dir).toEqual(join(world.dir, '.wavefront/worktrees/1-run'))
    expect(read(one, 'a.txt')).toEqual('a\n')
    expect(read(one, oddName)).toEqual('odd\n')
    expect(read(two, 'a.txt')).toEqual('other\n')
    await one.close({ keep: false })
    expect((await workspaces.open(base)).lane).toEqual(1)
  })

  test('makes whoever opens one too many wait', async () => {
    const open = await Promise.all([1, 2, 3].map(() => workspaces.open(base)))
    const late = workspaces.open(base)
    await open[1]?.close({ keep: false })
    expect((await late).lane).toEqual(2)
  })

  test('gives the lane back when it cannot be opened', async () => {
    await expect(workspaces.open(commitSha('0'.repeat(40)))).rejects.toThrow()
    expect((await workspaces.open(base)).lane).toEqual(1)
  })

  test('works where no other run has worked, whose agents may be alive', async () => {
    const repository = await openRepository(world.dir)
    const runs = [1, 2].map(() => createWorkspaces(repository, { lanes: 1 }))
    const [one, two] = await Promise.all(runs.map((run) => run.open(base)))
    expect([one?.lane, two?.lane]).toEqual([1, 1])
    expect(one?.dir).toMatch(/\/1-[0-9a-f]{8}$/)
    expect(one?.dir).not.toEqual(two?.dir)
  })

  test('does not show in the checkout', async () => {
    await workspaces.open(base)
    expect(world.git('status', '--porcelain')).toEqual('')
  })
})

describe('a lane that is used again', () => {
  test('has the new files and nothing old but what is ignored', async () => {
    const first = await workspaces.open(base)
    write(first, { 'a.txt': 'edited\n', 'new.txt': 'new\n', 'node_modules/dep/index.js': '1\n' })
    await first.snapshot()
    await first.close({ keep: false })
    const next = commitSha(world.commitOn(base, { 'src/b.txt': null, 'c.txt': 'c\n' }))
    const second = await workspaces.open(next)
    expect(second.dir).toEqual(first.dir)
    expect(read(second, 'a.txt')).toEqual('a\n')
    expect(read(second, 'c.txt')).toEqual('c\n')
    expect(existsSync(join(second.dir, 'new.txt'))).toEqual(false)
    expect(existsSync(join(second.dir, 'src/b.txt'))).toEqual(false)
    expect(read(second, 'node_modules/dep/index.js')).toEqual('1\n')
    expect(await second.snapshot()).toEqual({ is: 'unchanged' })
  })

  const damages: readonly { readonly name: string; readonly damage: (dir: string) => void }[] = [
    { name: 'its .git file is gone', damage: (dir) => rmSync(join(dir, '.git')) },
    {
      name: 'its .git file leads elsewhere',
      damage: (dir) => writeFileSync(join(dir, '.git'), 'gitdir: /tmp\n'),
    },
    { name: 'it is gone', damage: (dir) => rmSync(dir, { recursive: true }) },
    {
      name: 'an index.lock was left',
      damage: (dir) => writeFileSync(join(adminOf(dir), 'index.lock'), ''),
    },
    {
      name: 'its index is broken',
      damage: (dir) => writeFileSync(join(adminOf(dir), 'index'), 'broken'),
    },
    {
      name: 'our index is broken',
      damage: (dir) => writeFileSync(join(adminOf(dir), 'wavefront-index'), 'broken'),
    },
    {
      name: 'its HEAD is broken',
      damage: (dir) => writeFileSync(join(adminOf(dir), 'HEAD'), 'broken'),
    },
    {
      name: 'its git directory was pruned',
      damage: (dir) => rmSync(adminOf(dir), { recursive: true }),
    },
    {
      name: 'it was locked',
      damage: (dir) => void runGit(['worktree', 'lock', dir], { cwd: dir }),
    },
    {
      name: 'changes were hidden from git',
      damage: (dir) => {
        runGit(['update-index', '--skip-worktree', 'a.txt'], { cwd: dir })
        writeFileSync(join(dir, 'a.txt'), 'A\n')
      },
    },
    {
      name: 'a merge was left half done',
      damage: (dir) => {
        const here = (...args: readonly string[]) => runGit([...identity, ...args], { cwd: dir })
        writeFileSync(join(dir, 'a.txt'), 'one\n')
        here('commit', '--quiet', '-am', 'one')
        const other = world.commitOn(base, { 'a.txt': 'two\n' })
        expect(() => here('merge', '--quiet', other)).toThrow()
      },
    },
  ]
  test.each(damages)('is good as new although $name', async ({ damage }) => {
    const first = await workspaces.open(base)
    damage(first.dir)
    await first.close({ keep: false })
    const second = await workspaces.open(base)
    expect(second.dir).toEqual(first.dir)
    expect(read(second, 'a.txt')).toEqual('a\n')
    expect(runGit(['status', '--porcelain', '--branch'], { cwd: second.dir })).toEqual(
      '## HEAD (no branch)',
    )
    expect(await second.snapshot()).toEqual({ is: 'unchanged' })
  })

  test('does not take a branch with it that the agent switched to', async () => {
    const first = await workspaces.open(base)
    runGit(['switch', '--quiet', '--create', 'agents-own'], { cwd: first.dir })
    commitIn(first, 'agent', { 'b.txt': 'b\n' })
    const agents = world.sha('agents-own')
    await first.close({ keep: false })
    await workspaces.open(base)
    expect(world.sha('agents-own')).toEqual(agents)
  })
})

describe('a snapshot', () => {
  test('has what was changed, added and deleted, under any name', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, {
      'a.txt': 'A\n',
      [oddName]: 'ODD\n',
      'src/b.txt': null,
      '-n\n ü.txt': 'new\n',
    })
    const { tree, files } = await changed(workspace)
    expect(files).toEqual(['-n\n ü.txt', oddName, 'a.txt', 'src/b.txt'])
    expect(world.read(tree, '-n\n ü.txt')).toEqual('new\n')
    expect(world.paths(tree)).not.toContain('src/b.txt')
  })

  test('is nothing when nothing was changed in the end', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'a.txt': 'A\n' })
    write(workspace, { 'a.txt': 'a\n', 'debug.log': 'ignored\n' })
    expect(await workspace.snapshot()).toEqual({ is: 'unchanged' })
  })

  test('leaves out the store and what is ours', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { '.beads/issues.jsonl': 'mine\n', '.wavefront/x': 'x\n', 'a.txt': 'A\n' })
    runGit(['add', '--all', '--force'], { cwd: workspace.dir })
    const { tree, files } = await changed(workspace)
    expect(files).toEqual(['a.txt'])
    expect(world.read(tree, '.beads/issues.jsonl')).toEqual('{}\n')
  })

  interface OursIgnored {
    readonly name: string
    readonly base: Files
    readonly agent: Files
  }
  const ignoring: readonly OursIgnored[] = [
    {
      name: 'the base, which tracks it all the same',
      base: { '.gitignore': '.beads/\n.wavefront/\n', '.wavefront/kept': 'kept\n' },
      agent: { '.beads/issues.jsonl': 'mine\n', '.wavefront/kept': 'mine\n' },
    },
    {
      name: 'the agent',
      base: {},
      agent: { '.gitignore': '.beads/\n.wavefront/\n', '.beads/z': 'z\n', '.wavefront/z': 'z\n' },
    },
    {
      name: 'the base, which tracks nothing of it',
      base: { '.gitignore': '.beads\n.wavefront\n', '.beads/issues.jsonl': null },
      agent: { '.beads/z': 'z\n', '.wavefront/z': 'z\n' },
    },
  ]
  test.each(ignoring)('leaves out what is ours where it is ignored by $name', async (ignored) => {
    const at = commitSha(world.commitOn(base, ignored.base))
    const workspace = await workspaces.open(at)
    write(workspace, { ...ignored.agent, 'a.txt': 'A\n' })
    const { tree, files } = await changed(workspace)
    expect(files).toEqual(['.gitignore' in ignored.agent ? ['.gitignore'] : [], 'a.txt'].flat())
    expect(ownPaths(tree)).toEqual(ownPaths(at))
  })

  test('leaves out what is ours when it is a file or a repository', async () => {
    const workspace = await workspaces.open(base)
    rmSync(join(workspace.dir, '.beads'), { recursive: true })
    write(workspace, { '.beads': 'a file\n', '.wavefront/z': 'z\n', 'a.txt': 'A\n' })
    runGit(['init', '--quiet'], { cwd: join(workspace.dir, '.wavefront') })
    const { tree, files } = await changed(workspace)
    expect(files).toEqual(['a.txt'])
    expect(ownPaths(tree)).toEqual(ownPaths(base))
  })

  function ownPaths(commit: string): readonly string[] {
    return world.paths(commit).filter((path) => /^\.(beads|wavefront)(\/|$)/.test(path))
  }

  test('tells where conflict markers were left', async () => {
    const workspace = await workspaces.open(base)
    const marked = '<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n'
    write(workspace, { 'a.txt': marked, 'src/b.txt': 'B\n' })
    expect((await changed(workspace)).conflicted).toEqual(['a.txt'])
  })

  test('can be taken again after more changes', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'new.txt': '1\n', 'a.txt': 'A\n' })
    await workspace.snapshot()
    write(workspace, { 'new.txt': null, 'a.txt': 'B\n' })
    const { tree, files } = await changed(workspace)
    expect(files).toEqual(['a.txt'])
    expect(world.read(tree, 'a.txt')).toEqual('B\n')
  })

  test('is the same whatever the agent did to commits, branches and the index', async () => {
    const workspace = await workspaces.open(base)
    commitIn(workspace, 'one', { 'a.txt': '1\n' })
    runGit(['switch', '--quiet', '--create', 'elsewhere', 'HEAD~1'], { cwd: workspace.dir })
    commitIn(workspace, 'two', { 'c.txt': '2\n' })
    runGit([...identity, 'merge', '--quiet', '-m', 'both', 'HEAD@{1}'], { cwd: workspace.dir })
    write(workspace, { 'a.txt': '3\n' })
    runGit(['update-index', '--assume-unchanged', 'a.txt'], { cwd: workspace.dir })
    const { tree, files } = await changed(workspace)
    expect(files).toEqual(['a.txt', 'c.txt'])
    expect(world.read(tree, 'a.txt')).toEqual('3\n')
  })

  test('is taken although the worktree’s own git is broken', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'a.txt': 'A\n' })
    rmSync(adminOf(workspace.dir), { recursive: true })
    rmSync(join(workspace.dir, '.git'))
    expect((await changed(workspace)).files).toEqual(['a.txt'])
  })

  describe('where the agent has broken the settings that all worktrees share', () => {
    const file = () => join(world.dir, '.git', 'config')
    const breaks: Record<string, [deed: () => void, said: string]> = {
      'no settings': [
        () => writeFileSync(file(), '[core\n'),
        "the repository's settings were broken, .git/config cannot be read any more (git: fatal: bad config line 1 in file",
      ],
      'settings of a git to come': [
        () => writeFileSync(file(), '[core]\nrepositoryformatversion = 99\n'),
        'Expected git repo version',
      ],
      'nothing there': [() => rmSync(file()), '.git/config is gone'],
    }
    test.each(Object.entries(breaks))('%s: it is put back, and told', async (_, [deed, said]) => {
      const before = readFileSync(file(), 'utf8')
      const workspace = await workspaces.open(base)
      write(workspace, { 'a.txt': 'A\n' })
      deed()
      expect(await workspace.snapshot()).toMatchObject({
        is: 'changed',
        files: ['a.txt'],
        broke: expect.stringContaining(said),
      })
      expect(readFileSync(file(), 'utf8')).toBe(before)
      expect((await workspace.snapshot()).broke).toBeUndefined()
    })

    test('with others at work it may have been any of them, and all go on', async () => {
      const [one, other] = [await workspaces.open(base), await workspaces.open(base)]
      write(one, { 'a.txt': 'A\n' })
      const { tree } = await changed(one)
      writeFileSync(file(), '[core\n')
      const message = { subject: 'one', trailers: {}, at: new Date(0) }
      expect(world.paths(await one.commit(tree, message))).toContain('a.txt')
      writeFileSync(file(), '[core\n')
      expect(await other.snapshot()).toEqual({ is: 'unchanged' })
      writeFileSync(file(), '[core\n')
      await other.close({ keep: false })
      expect(await (await workspaces.open(base)).snapshot()).toEqual({ is: 'unchanged' })
    })

    test('settings that a person has changed stay', async () => {
      const workspace = await workspaces.open(base)
      world.git('config', 'user.name', 'Ann')
      expect(await workspace.snapshot()).toEqual({ is: 'unchanged' })
      expect(world.git('config', 'user.name').trim()).toBe('Ann')
    })
  })

  test('has ignored files that the agent added on purpose', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'wanted.log': 'yes\n', 'other.log': 'no\n' })
    runGit(['add', '--force', 'wanted.log'], { cwd: workspace.dir })
    expect((await changed(workspace)).files).toEqual(['wanted.log'])
  })

  test('has a file that became a directory, and a directory that became a link', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'a.txt': null, 'a.txt/inside': 'x\n', 'src/b.txt': null })
    rmSync(join(workspace.dir, 'src'), { recursive: true })
    symlinkSync('a.txt', join(workspace.dir, 'src'))
    expect((await changed(workspace)).files).toEqual(['a.txt', 'a.txt/inside', 'src', 'src/b.txt'])
    expect(readlinkSync(join(workspace.dir, 'src'))).toEqual('a.txt')
  })

  test('is taken when everything is gone', async () => {
    const workspace = await workspaces.open(base)
    for (const path of world.paths(base)) rmSync(join(workspace.dir, path), { force: true })
    expect((await changed(workspace)).files.length).toEqual(world.paths(base).length - 1)
  })
})

describe('a workspace that its agent deleted', () => {
  const deletions: readonly { readonly name: string; readonly remove: (dir: string) => void }[] = [
    { name: 'outright', remove: (dir) => rmSync(dir, { recursive: true }) },
    {
      name: 'by git',
      remove: (dir) => void runGit(['worktree', 'remove', '--force', dir], { cwd: dir }),
    },
    {
      name: 'and made again, empty',
      remove: (dir) => {
        rmSync(dir, { recursive: true })
        mkdirSync(dir)
      },
    },
    {
      name: 'for a link to another directory',
      remove: (dir) => {
        rmSync(dir, { recursive: true })
        symlinkSync(world.dir, dir)
      },
    },
  ]
  test.each(deletions)('$name is gone, and its lane goes on', async ({ remove }) => {
    const gone = await workspaces.open(base)
    remove(gone.dir)
    expect(await gone.snapshot()).toEqual({ is: 'gone' })
    await gone.close({ keep: true })
    const next = await workspaces.open(base)
    expect(next).toMatchObject({ lane: gone.lane, dir: gone.dir })
    expect(read(next, 'a.txt')).toEqual('a\n')
    expect(await next.snapshot()).toEqual({ is: 'unchanged' })
  })
})

describe('a repository inside the workspace', () => {
  const inits = [
    { name: 'without commits', commits: false },
    { name: 'with commits', commits: true },
  ]
  test.each(inits)('$name is a plain directory', async ({ commits }) => {
    const workspace = await workspaces.open(base)
    write(workspace, {
      'app/main.js': '1\n',
      'app/.gitignore': 'dist/\n',
      'app/dist/x.js': 'x\n',
      [`app/${oddName}`]: 'odd\n',
    })
    initIn(join(workspace.dir, 'app'), commits)
    const { tree, files } = await changed(workspace)
    expect(files).toEqual([`app/${oddName}`, 'app/.gitignore', 'app/main.js'])
    expect(world.git('ls-tree', '-r', tree)).not.toContain('commit')
  })

  test('may hold another', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'app/main.js': '1\n', 'app/lib/lib.js': '2\n' })
    initIn(join(workspace.dir, 'app/lib'), true)
    initIn(join(workspace.dir, 'app'), false)
    expect((await changed(workspace)).files).toEqual(['app/lib/lib.js', 'app/main.js'])
  })

  test('may be made of a directory that is tracked', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'src/b.txt': 'B\n', 'src/new.txt': 'new\n' })
    initIn(join(workspace.dir, 'src'), true)
    expect((await changed(workspace)).files).toEqual(['src/b.txt', 'src/new.txt'])
  })

  test('stays out when it is the agent’s own worktree', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'a.txt': 'A\n' })
    runGit(['worktree', 'add', '--quiet', '--detach', 'side'], { cwd: workspace.dir })
    expect((await changed(workspace)).files).toEqual(['a.txt'])
  })

  test('is gone when the lane is used again', async () => {
    const first = await workspaces.open(base)
    write(first, { 'app/main.js': '1\n' })
    initIn(join(first.dir, 'app'), true)
    await first.snapshot()
    await first.close({ keep: false })
    const second = await workspaces.open(base)
    expect(existsSync(join(second.dir, 'app'))).toEqual(false)
  })

  function initIn(dir: string, commits: boolean): void {
    runGit(['init', '--quiet'], { cwd: dir })
    if (commits)
      runGit([...identity, 'commit', '--quiet', '--allow-empty', '-m', 'x'], { cwd: dir })
  }
})

describe('a commit', () => {
  const message: CommitMessage = {
    subject: 'feat(t-1): $(touch x)\nsecond line',
    trailers: { 'Wavefront-Task': 't-1', 'Wavefront-Reason': 'line one\nWavefront-Task: t-9' },
    at: new Date('2026-02-03T04:05:06Z'),
  }

  test('is one on the opened commit, dated and marked as asked', async () => {
    const workspace = await workspaces.open(base)
    write(workspace, { 'a.txt': 'A\n' })
    const commit = await workspace.commit((await changed(workspace)).tree, message)
    expect(world.git('log', '-1', '--format=%P|%an <%ae>|%cn|%aI|%cI', commit)).toEqual(
      `${base}|Wavefront <wavefront@localhost>|Wavefront|2026-02-03T04:05:06+00:00|2026-02-03T04:05:06+00:00`,
    )
    expect(world.git('log', '-1', '--format=%B', commit)).toEqual(
      [
        'feat(t-1): $(touch x) second line',
        '',
        'Wavefront-Task: t-1',
        'Wavefront-Reason: line one Wavefront-Task: t-9',
        '',
      ].join('\n'),
    )
  })

  test('is by whom git is set up for', async () => {
    world.git('config', 'user.name', 'Ada')
    world.git('config', 'user.email', 'ada@example.org')
    const workspace = await workspaces.open(base)
    write(workspace, { 'a.txt': 'A\n' })
    const commit = await workspace.commit((await changed(workspace)).tree, message)
    expect(world.git('log', '-1', '--format=%an <%ae>', commit)).toEqual('Ada <ada@example.org>')
  })
})

describe('a workspace that is kept', () => {
  test('stays where it is, and its lane goes on elsewhere', async () => {
    const kept = await workspaces.open(base)
    write(kept, { 'a.txt': 'unfinished\n' })
    await kept.close({ keep: true })
    await kept.close({ keep: false })
    const next = await workspaces.open(base)
    expect(next.lane).toEqual(1)
    expect(next.dir).toEqual(`${kept.dir}-2`)
    expect(read(kept, 'a.txt')).toEqual('unfinished\n')
  })

  test('gives its name back when a person deletes it', async () => {
    const kept = await workspaces.open(base)
    await kept.close({ keep: true })
    rmSync(kept.dir, { recursive: true })
    expect((await workspaces.open(base)).dir).toEqual(kept.dir)
  })
})

describe('cleaning up', () => {
  test('removes open and lost workspaces, and kept ones when asked, but no branch', async () => {
    const repository = await openRepository(world.dir)
    const [kept, open, lost] = await Promise.all([1, 2, 3].map(() => workspaces.open(base)))
    await kept?.close({ keep: true })
    runGit(['worktree', 'lock', open?.dir ?? ''], { cwd: world.dir })
    rmSync(lost?.dir ?? '', { recursive: true })
    world.branch('mine')
    expect(await removeWorkspaces(repository, 'without-kept')).toEqual([open?.dir, lost?.dir])
    expect(await removeWorkspaces(repository, 'with-kept')).toEqual([kept?.dir])
    expect(world.git('worktree', 'list', '--porcelain').match(/^worktree /gm)?.length).toEqual(1)
    expect(world.git('for-each-ref', '--format=%(refname)')).toEqual(
      'refs/heads/main\nrefs/heads/mine',
    )
    expect(existsSync(join(world.dir, '.wavefront/worktrees'))).toEqual(false)
  })

  test('has nothing to do where nothing is', async () => {
    expect(await removeWorkspaces(await openRepository(world.dir), 'with-kept')).toEqual([])
  })
})

const identity = ['-c', 'user.name=Agent', '-c', 'user.email=agent@example.org']

function read(workspace: Workspace, path: string): string {
  return readFileSync(join(workspace.dir, path), 'utf8')
}

function write(workspace: Workspace, files: Parameters<typeof writeFiles>[1]): void {
  writeFiles(workspace.dir, files)
}

function commitIn(
  workspace: Workspace,
  subject: string,
  files: Parameters<typeof writeFiles>[1],
): void {
  writeFiles(workspace.dir, files)
  runGit(['add', '--all'], { cwd: workspace.dir })
  runGit([...identity, 'commit', '--quiet', '-m', subject], { cwd: workspace.dir })
}

async function changed(workspace: Workspace) {
  const snapshot = await workspace.snapshot()
  if (snapshot.is !== 'changed') throw new Error(`it is ${snapshot.is}`)
  return snapshot
}

function adminOf(dir: string): string {
  return runGit(['rev-parse', '--absolute-git-dir'], { cwd: dir })
}
