import { join } from 'node:path'
import {
  type GitServer,
  type GitWorld,
  gitWorld,
  type ServedRepository,
  startGitServer,
} from '@wavefront/testing'
import { branchName, type CommitSha, commitSha } from '@wavefront/wave'
import { type Mirror, openMirror } from '../../src/mirror/open-mirror.ts'
import { type BranchChange, pushEach } from '../../src/push/push-each.ts'

let world: GitWorld
let server: GitServer
let served: ServedRepository
let mirror: Mirror
let base: CommitSha
let work: CommitSha
let newer: CommitSha

beforeEach(async () => {
  world = gitWorld()
  base = commitSha(world.sha('main'))
  work = commitSha(world.commitOn(base, { 'a.txt': 'a\n' }))
  newer = commitSha(world.commitOn(base, { 'a.txt': 'newer\n' }))
  world.branch('f-task-old', work)
  world.branch('f-failed-old', work)
  world.branch('newer', newer)
  server = await startGitServer()
  served = server.createRepository('octo/demo', { from: world.dir, isPublic: true })
  mirror = await openMirror({
    dir: join(server.root, 'mirror'),
    url: served.url.replace('://', '://x-access-token:t@'),
    patience: { tries: 3, firstWaitMs: 10 },
  })
  await mirror.fetch({
    branches: [branchName('main')],
    beginning: [branchName('f'), branchName('newer')],
  })
  server.forgetRequests()
})
afterEach(async () => {
  await server.close()
  world.remove()
})

test('makes, replaces and deletes branches in one push', async () => {
  expect(
    await pushEach(mirror, [make('f-task-new'), replace('f-failed-old'), remove('f-task-old')]),
  ).toEqual([])
  expect(branches()).toEqual({
    main: base,
    newer,
    'f-failed-old': newer,
    'f-task-new': work,
  })
  expect(pushes()).toEqual(1)
})

test('of nothing asks nobody', async () => {
  expect(await pushEach(mirror, [])).toEqual([])
  expect(server.roundTrips()).toEqual(0)
})

test('replaces work by other work that does not contain it', async () => {
  expect(await pushEach(mirror, [replace('f-task-old')])).toEqual([])
  expect(branches()['f-task-old']).toEqual(newer)
})

describe('one that is refused keeps no other from happening', () => {
  test('where somebody was faster', async () => {
    served.git('update-ref', 'refs/heads/f-task-old', newer)
    expect(await pushEach(mirror, [remove('f-task-old'), make('f-task-new')])).toEqual([
      { ref: 'refs/heads/f-task-old', reason: '[rejected] (stale info)' },
    ])
    expect(branches()).toMatchObject({ 'f-task-old': newer, 'f-task-new': work })
  })

  test('where a name is taken', async () => {
    served.git('update-ref', 'refs/heads/f-task-new', newer)
    expect(await pushEach(mirror, [make('f-task-new'), remove('f-task-old')])).toEqual([
      { ref: 'refs/heads/f-task-new', reason: '[rejected] (stale info)' },
    ])
    expect(branches()).toMatchObject({ 'f-task-new': newer })
    expect(branches()).not.toHaveProperty('f-task-old')
  })

  test('where a branch is protected', async () => {
    served.protect('f-failed-old')
    expect(await pushEach(mirror, [replace('f-failed-old'), remove('f-task-old')])).toEqual([
      {
        ref: 'refs/heads/f-failed-old',
        reason: '[remote rejected] (protected branch hook declined)',
      },
    ])
    expect(branches()).toMatchObject({ 'f-failed-old': work })
    expect(branches()).not.toHaveProperty('f-task-old')
  })
})

test('one that a rule forbids, which refuses the whole push, keeps no other from happening', async () => {
  served.addRule('f-task-new', 'Cannot create ref due to creations being restricted.')
  const changes = [make('f-task-new'), remove('f-task-old'), replace('f-failed-old')]
  expect(await pushEach(mirror, changes)).toEqual([
    {
      ref: 'refs/heads/f-task-new',
      reason: '[remote rejected] (push declined due to repository rule violations)',
    },
  ])
  expect(branches()).toEqual({ main: base, newer, 'f-failed-old': newer })
})

test('a rule about hundreds of branches is not asked about one by one', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `f-task-${index}`)
  for (const name of names) served.addRule(name, 'Cannot create ref.')
  server.forgetRequests()
  expect(await pushEach(mirror, names.map(make))).toHaveLength(200)
  const pushes = server.requests.filter(
    ({ service, stage }) => service === 'git-receive-pack' && stage === 'info/refs',
  )
  expect(pushes.length).toBeLessThan(64)
})

describe('what has been done already is not refused', () => {
  test('where the answer was lost', async () => {
    server.fault({ service: 'git-receive-pack', stage: 'post', mode: 'cut-answer', times: 1 })
    const changes = [make('f-task-new'), replace('f-failed-old'), remove('f-task-old')]
    expect(await pushEach(mirror, changes)).toEqual([])
    expect(branches()).toEqual({
      main: base,
      newer,
      'f-failed-old': newer,
      'f-task-new': work,
    })
  })

  test('where a person has deleted the branch by hand', async () => {
    served.git('update-ref', '-d', 'refs/heads/f-task-old')
    expect(await pushEach(mirror, [remove('f-task-old')])).toEqual([])
  })
})

test('a server that stays down is a failure', async () => {
  server.fault({ service: 'git-receive-pack', mode: 'status', status: 503 })
  await expect(pushEach(mirror, [make('f-task-new')])).rejects.toThrow('503')
  expect(server.requests.filter(({ status }) => status === 503)).toHaveLength(3)
})

function make(branch: string): BranchChange {
  return { ref: `refs/heads/${branch}`, to: work, expect: 'absent' }
}

function replace(branch: string): BranchChange {
  return { ref: `refs/heads/${branch}`, to: newer, expect: work }
}

function remove(branch: string): BranchChange {
  return { ref: `refs/heads/${branch}`, to: 'deleted', expect: work }
}

function branches(): Record<string, string> {
  const lines = served.git('for-each-ref', '--format=%(refname:short) %(objectname)').split('\n')
  return Object.fromEntries(lines.map((line) => line.split(' ')))
}

function pushes(): number {
  return server.requests.filter(
    ({ method, service }) => method === 'POST' && service === 'git-receive-pack',
  ).length
}
