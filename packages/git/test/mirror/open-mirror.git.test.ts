import { join } from 'node:path'
import {
  type GitServer,
  type GitWorld,
  gitWorld,
  type ServedRepository,
  startGitServer,
} from '@wavefront/testing'
import { branchName, type CommitSha, commitSha } from '@wavefront/wave'
import { readRefs } from '../../src/branches/refs.ts'
import { type Mirror, openMirror } from '../../src/mirror/open-mirror.ts'

const main = branchName('main')
const feature = branchName('opencode/issue-7')

let world: GitWorld
let server: GitServer
let served: ServedRepository
let mirror: Mirror
let first: CommitSha
let next: CommitSha

beforeEach(async () => {
  world = gitWorld()
  first = commitSha(world.sha('main'))
  next = commitSha(world.commit({ 'a.txt': 'a\n' }))
  world.branch(feature, next)
  world.branch(`${feature}-task-t-1`, first)
  world.branch('opencode/issue-8', first)
  server = await startGitServer()
  served = server.createRepository('octo/demo', { from: world.dir, isPublic: true })
  mirror = await openMirror({ dir: join(server.root, 'mirror'), url: served.url })
})
afterEach(async () => {
  await server.close()
  world.remove()
})

describe('a fetch', () => {
  test('takes what is named and what begins so, in one go', async () => {
    await mirror.fetch({ branches: [main], beginning: [feature, branchName('beads-sync')] })
    expect(await branchesHere()).toEqual({
      main: next,
      [feature]: next,
      [`${feature}-task-t-1`]: first,
    })
    expect(server.requests.map(({ method, stage }) => [method, stage])).toEqual([
      ['GET', 'info/refs'],
      ['POST', 'post'],
      ['POST', 'post'],
    ])
  })

  test('takes a commit that no branch has', async () => {
    const lost = commitSha(world.commitOn(first, { 'lost.txt': 'lost\n' }))
    world.git('push', '--quiet', served.path, `${lost}:refs/heads/lost`)
    served.git('update-ref', '-d', 'refs/heads/lost')
    await mirror.fetch({ branches: [], commits: [lost] })
    expect(await mirror.repository.resolve(lost)).toEqual(lost)
    expect(await branchesHere()).toEqual({})
  })

  test('takes no history when none is wanted', async () => {
    await mirror.fetch({ branches: [main], commits: [first], shallow: true })
    expect(await mirror.repository.resolve(`${next}^`)).toBeUndefined()
    expect(await mirror.repository.resolve(first)).toEqual(first)
  })

  test('forgets a branch that the server has no more', async () => {
    await fetchAll()
    served.git('update-ref', '-d', `refs/heads/${feature}-task-t-1`)
    await fetchAll()
    expect(await branchesHere()).toEqual({ main: next, [feature]: next })
    expect(await mirror.readMoves()).toEqual([])
  })

  test('makes room where a branch has become a folder', async () => {
    await fetchAll()
    served.git('update-ref', '-d', `refs/heads/${feature}-task-t-1`)
    served.git('update-ref', `refs/heads/${feature}-task-t-1/x`, first)
    await fetchAll()
    expect(await branchesHere()).toEqual({
      main: next,
      [feature]: next,
      [`${feature}-task-t-1/x`]: first,
    })
  })

  test('without a branch that must be there says which', async () => {
    await expect(mirror.fetch({ branches: [branchName('nowhere')] })).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining("couldn't find remote ref refs/heads/nowhere"),
    })
  })
})

describe('what is moved here', () => {
  test('is an update for a push, from where the server was', async () => {
    await fetchAll()
    const newer = commitSha(world.commitOn(next, { 'b.txt': 'b\n' }))
    world.git('push', '--quiet', served.path, `${newer}:refs/heads/newer`)
    await mirror.fetch({ branches: [main, branchName('newer')], beginning: [feature] })
    await mirror.moveBranch(feature, newer)
    await mirror.moveBranch(branchName('beads-sync'), next)
    expect(await mirror.readMoves()).toEqual([
      { ref: 'refs/heads/beads-sync', to: next, expect: 'absent' },
      { ref: `refs/heads/${feature}`, to: newer, expect: next },
    ])
  })

  test('is forgotten by the next fetch', async () => {
    await fetchAll()
    await mirror.moveBranch(feature, first)
    await mirror.moveBranch(branchName(`${feature}-failed-t-2`), first)
    await fetchAll()
    expect(await mirror.readMoves()).toEqual([])
    expect(await branchesHere()).toEqual({
      main: next,
      [feature]: next,
      [`${feature}-task-t-1`]: first,
    })
  })

  test('is no move any more when the server has taken it', async () => {
    await fetchAll()
    await mirror.moveBranch(feature, first)
    await deleteHere(`${feature}-task-t-1`)
    const [moved, gone] = await mirror.readMoves()
    expect(gone).toEqual({ ref: `refs/heads/${feature}-task-t-1`, gone: first })
    mirror.settle(moved ? [moved] : [])
    expect(await mirror.readMoves()).toEqual([gone])
    mirror.settle(gone ? [gone] : [])
    expect(await mirror.readMoves()).toEqual([])
  })
})

test('the default branch is the one that a clone would check out', async () => {
  expect(await mirror.readDefaultBranch()).toEqual('main')
  served.git('symbolic-ref', 'HEAD', `refs/heads/${feature}`)
  expect(await mirror.readDefaultBranch()).toEqual(feature)
  served.git('symbolic-ref', 'HEAD', 'refs/heads/not-yet-there')
  expect(await mirror.readDefaultBranch()).toBeUndefined()
})

test('a directory that is a mirror already is used again', async () => {
  await fetchAll()
  const again = await openMirror({ dir: join(server.root, 'mirror'), url: served.url })
  expect(await again.repository.resolve(`refs/heads/${feature}`)).toEqual(next)
})

function fetchAll(): Promise<void> {
  return mirror.fetch({ branches: [main], beginning: [feature] })
}

async function branchesHere(): Promise<Record<string, string>> {
  const refs = await readRefs(mirror.repository, ['refs/heads/'])
  return Object.fromEntries(
    refs.map(({ name, commit }) => [name.slice('refs/heads/'.length), commit]),
  )
}

async function deleteHere(branch: string): Promise<void> {
  world.git('--git-dir', mirror.repository.gitDir, 'update-ref', '-d', `refs/heads/${branch}`)
}
