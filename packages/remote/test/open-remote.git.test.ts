import { join } from 'node:path'
import { type Mirror, openMirror } from '@wavefront/git'
import { type TaskId, taskId } from '@wavefront/tasks'
import {
  type Files,
  type GitServer,
  type GitWorld,
  gitWorld,
  type ServedRepository,
  startGitServer,
} from '@wavefront/testing'
import { branchName, commitSha, type StoreChanges } from '@wavefront/wave'
import { openRemote, type Remote, type RemoteOptions } from '../src/open-remote.ts'

const feature = branchName('opencode/issue-7')
const storeBranch = branchName('beads-sync')
const at = new Date('2026-01-02T00:00:00Z')
const issues = ['a', 'b'].map((id) => issue(id)).join('')

let world: GitWorld
let server: GitServer
let served: ServedRepository
let opened = 0

beforeEach(async () => {
  server = await startGitServer()
})
afterEach(async () => {
  await server.close()
  world.remove()
})

describe('a store on its own branch', () => {
  test('begins with everything that the base has in .beads, and nothing else', async () => {
    const config = { '.beads/config.yaml': 'prefix: x\n', '.beads/ö d.md': 'odd\n' }
    serve({ '.beads/issues.jsonl': issues, ...config, 'src/a.ts': 'a\n' })
    const remote = await aRemote()
    expect([remote.storeAt, await openIn(remote)]).toEqual(['the branch beads-sync', ['a', 'b']])
    await remote.store.apply(landing('a'))
    expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    const paths = served.git('ls-tree', '-r', '-z', '--name-only', storeBranch).split('\0')
    expect(paths.filter((path) => path !== '').sort()).toEqual(
      ['.beads/config.yaml', '.beads/issues.jsonl', '.beads/ö d.md'].sort(),
    )
    expect(served.git('log', '--format=%P%s', storeBranch)).toEqual('chore: update the tasks')
    expect(served.git('show', 'main:.beads/issues.jsonl')).toEqual(issues.trimEnd())
    expect(await openIn(await aRemote())).toEqual(['b'])
  })

  test('is read from there once it exists, with what the base has that is new', async () => {
    serve({ '.beads/issues.jsonl': issues + issue('z').replace('open', 'closed') })
    pushBranch(storeBranch, { '.beads/beads.jsonl': issue('z'), '.beads/issues.jsonl': null })
    const remote = await aRemote()
    expect(await openIn(remote)).toEqual(['z', 'a', 'b'])
    await remote.store.apply(landing('z'))
    await remote.server.pushLanding()
    expect(served.git('show', `${storeBranch}:.beads/beads.jsonl`)).toContain('"closed"')
    expect(served.git('log', '--format=%s', storeBranch).split('\n')).toEqual([
      'chore: update the tasks',
      'by hand',
      'first commit',
    ])
  })

  test('is made even when nothing has changed in it, and then left alone', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const remote = await aRemote()
    await remote.server.pushLanding()
    const made = served.git('rev-parse', storeBranch)
    const again = await aRemote()
    await again.store.read()
    expect(await again.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(served.git('rev-parse', storeBranch)).toEqual(made)
  })

  test('takes one push after another', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const remote = await aRemote()
    for (const id of ['a', 'b']) {
      await remote.store.apply(landing(id))
      expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    }
    expect(await openIn(await aRemote())).toEqual([])
  })

  test('that somebody else wrote meanwhile keeps both after a refresh', async () => {
    serve({ '.beads/issues.jsonl': issues })
    await (await aRemote()).server.pushLanding()
    const [one, two] = [await aRemote(), await aRemote()]
    await one.store.apply(landing('a'))
    await two.store.apply(landing('b'))
    expect(await one.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(await two.server.pushLanding()).toEqual({ is: 'lost-race' })
    await two.server.refresh()
    expect(await openIn(two)).toEqual(['b'])
    await two.store.apply(landing('b'))
    expect(await two.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(await openIn(await aRemote())).toEqual([])
  })

  test('that two begin at once is made by one of them', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const [one, two] = [await aRemote(), await aRemote()]
    await one.store.apply(landing('a'))
    await two.store.apply(landing('b'))
    expect(await one.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(await two.server.pushLanding()).toEqual({ is: 'lost-race' })
  })

  const missing = [
    {
      name: 'the base has none',
      base: { 'a.txt': 'a\n' },
      what: 'neither the branch beads-sync nor main',
    },
    {
      name: 'its branch is something else',
      base: { '.beads/issues.jsonl': issues },
      own: { 'notes.txt': 'mine\n', '.beads/issues.jsonl': null },
      what: 'the branch beads-sync has no file .beads/issues.jsonl',
    },
  ]
  test.each(missing)('is an error where $name', async ({ base, own, what }) => {
    serve(base)
    if (own) pushBranch(storeBranch, own)
    const remote = await aRemote()
    await expect(remote.store.read()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining(what),
    })
  })
})

describe('a store in the feature branch', () => {
  test('is committed on top of what lands', async () => {
    serve({ '.beads/issues.jsonl': issues, 'a.txt': 'a\n' })
    const remote = await aRemote({ storeBranch: 'none' })
    expect(remote.storeAt).toEqual('.beads/issues.jsonl on opencode/issue-7')
    await remote.store.apply(landing('a'))
    const to = await land(remote)
    expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(served.git('log', '-2', '--format=%H %s', feature).split('\n')).toEqual([
      expect.stringMatching(/ chore: update the tasks$/),
      `${to} work`,
    ])
    expect(served.git('ls-tree', '-r', '--name-only', feature).split('\n')).toContain('a.txt')
    expect(served.git('for-each-ref', `refs/heads/${storeBranch}`)).toEqual('')
    expect(await openIn(await aRemote({ storeBranch: 'none' }))).toEqual(['b'])
  })

  test('makes no commit where nothing has changed', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const remote = await aRemote({ storeBranch: 'none' })
    await remote.store.read()
    expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(served.git('for-each-ref', `refs/heads/${feature}`)).toEqual('')
  })
})

describe('a landing', () => {
  test('moves branch and store in one push, or neither', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const remote = await aRemote()
    await remote.store.apply(landing('a'))
    const to = await land(remote)
    served.protect(storeBranch)
    expect(await remote.server.pushLanding()).toMatchObject({
      is: 'refused',
      why: expect.stringMatching(/^the push was refused: .*refs\/heads\/beads-sync: .*GH006/s),
      fix: expect.stringContaining('the branch is protected'),
    })
    expect(served.git('for-each-ref', `refs/heads/${feature}`)).toEqual('')
    served.free(storeBranch)
    expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(served.git('rev-parse', feature)).toEqual(to)
    expect(await openIn(await aRemote())).toEqual(['b'])
  })

  test('on a branch that somebody has moved is a lost race', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const remote = await aRemote()
    await remote.store.apply(landing('a'))
    await land(remote)
    pushBranch(feature, { 'theirs.txt': 'theirs\n' })
    expect(await remote.server.pushLanding()).toEqual({ is: 'lost-race' })
    await remote.server.refresh()
    expect(await remote.branches.readTip()).toEqual(served.git('rev-parse', feature))
    expect(await openIn(remote)).toEqual(['a', 'b'])
  })

  test('needs a fetch and a push, however many tasks', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const remote = await aRemote()
    await remote.store.apply(landing('a'))
    await land(remote)
    server.forgetRequests()
    await remote.server.pushLanding()
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

describe('the branches of tasks', () => {
  test('are pushed together, and what is refused is told in a sentence each', async () => {
    serve({ '.beads/issues.jsonl': issues })
    pushBranch(branchName(`${feature}-task-a`), { 'a.txt': 'a\n' })
    pushBranch(branchName(`${feature}-failed-b`), { 'b.txt': 'b\n' })
    pushBranch(branchName('opencode/issue-70'), { 'c.txt': 'c\n' })
    const { remote, mirror } = await open()
    const main = commitSha(served.git('rev-parse', 'main'))
    await mirror.moveBranch(branchName(`${feature}-task-new`), main)
    await mirror.moveBranch(branchName(`${feature}-failed-b`), main)
    await mirror.moveBranch(branchName('opencode/issue-70'), main)
    world.git('--git-dir', mirror.repository.gitDir, 'branch', '-qD', `${feature}-task-a`)
    served.protect(`${feature}-failed-b`)
    expect(await remote.server.pushTaskBranches()).toEqual([
      `${feature}-failed-b stays as it was: [remote rejected] (protected branch hook declined)`,
    ])
    expect(branches()).toEqual([
      'main',
      'opencode/issue-7-failed-b',
      'opencode/issue-7-task-new',
      'opencode/issue-70',
    ])
    expect(served.git('show', 'opencode/issue-70:c.txt')).toEqual('c')
    server.forgetRequests()
    served.free(`${feature}-failed-b`)
    expect(await remote.server.pushTaskBranches()).toEqual([])
    expect(await remote.server.pushTaskBranches()).toEqual([])
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })

  test('that cannot be pushed at all are no failure', async () => {
    serve({ '.beads/issues.jsonl': issues })
    const { remote, mirror } = await open()
    const main = commitSha(served.git('rev-parse', 'main'))
    await mirror.moveBranch(branchName(`${feature}-task-new`), main)
    server.fault({ service: 'git-receive-pack', mode: 'status', status: 503 })
    expect(await remote.server.pushTaskBranches()).toEqual([
      expect.stringMatching(/^the branches of tasks could not be pushed: .*503/s),
    ])
  })
})

describe('names that cannot be', () => {
  const cases = [
    { name: 'a feature branch that is its base', more: { feature: branchName('main') } },
    { name: 'a store on the base', more: { storeBranch: branchName('main') } },
    { name: 'a store on the feature branch by its name', more: { storeBranch: feature } },
    {
      name: 'a store where a task’s branch would be',
      more: { storeBranch: branchName(`${feature}-task-x`) },
    },
  ]
  test.each(cases)('$name', async ({ more }) => {
    serve({ '.beads/issues.jsonl': issues })
    await expect(aRemote(more)).rejects.toMatchObject({ name: 'UserError' })
  })
})

function serve(files: Files): void {
  world = gitWorld({ files })
  served = server.createRepository('octo/demo', { from: world.dir, isPublic: true })
}

function pushBranch(branch: string, files: Files): void {
  const there = served.git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`)
  if (there) world.git('fetch', '--quiet', served.path, branch)
  const commit = world.commitOn(there || 'main', files, 'by hand')
  world.git('push', '--quiet', served.path, `${commit}:refs/heads/${branch}`)
}

async function open(
  more: Partial<RemoteOptions> = {},
): Promise<{ remote: Remote; mirror: Mirror }> {
  const root = join(server.root, `job-${opened++}`)
  const mirror = await openMirror({
    dir: join(root, 'mirror'),
    url: served.url.replace('://', '://x-access-token:t@'),
    patience: { tries: 2, firstWaitMs: 10 },
  })
  const remote = await openRemote({
    ...{ mirror, feature, base: branchName('main'), store: 'auto', storeBranch },
    scratch: join(root, 'scratch'),
    bd: () => Promise.reject(new Error('no bd is needed')),
    ...{ env: process.env, clock: () => at },
    ...more,
  })
  return { remote, mirror }
}

async function aRemote(more?: Partial<RemoteOptions>): Promise<Remote> {
  return (await open(more)).remote
}

/** Moves the feature branch by a commit that is made in the mirror itself. */
async function land(remote: Remote): Promise<string> {
  const from = await remote.branches.readTip()
  const dir = join(server.root, `job-${opened - 1}`, 'mirror')
  const tree = world.git('--git-dir', dir, 'rev-parse', `${from}^{tree}`)
  const identity = ['-c', 'user.name=S', '-c', 'user.email=s@example.org']
  const to = commitSha(
    world.git(...identity, '--git-dir', dir, 'commit-tree', '-p', from, '-m', 'work', tree),
  )
  await remote.branches.land({ from, to, landed: [], setAside: [] })
  return to
}

async function openIn(remote: Remote): Promise<readonly TaskId[]> {
  const { tasks } = await remote.store.read()
  return tasks.filter(({ state }) => state === 'open').map(({ id }) => id)
}

function landing(id: string): StoreChanges {
  const attempt = { wave: 1, attempt: 1, end: 'landed', at: at.toISOString(), seconds: 1 } as const
  return {
    close: [{ id: taskId(id), reason: 'Landed' }],
    record: [{ id: taskId(id), attempt }],
  }
}

function issue(id: string): string {
  const dates = { created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' }
  const plain = { status: 'open', priority: 2, issue_type: 'task', ...dates }
  return `${JSON.stringify({ id, title: `Task ${id}`, ...plain })}\n`
}

function branches(): readonly string[] {
  return served.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n')
}
