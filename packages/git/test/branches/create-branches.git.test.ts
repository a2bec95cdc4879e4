import { UserError } from '@wavefront/errors'
import { taskId } from '@wavefront/tasks'
import { type GitWorld, gitWorld } from '@wavefront/testing'
import {
  type Branches,
  branchName,
  commitSha,
  type TaskResult,
  TipMovedError,
} from '@wavefront/wave'
import { createBranches } from '../../src/branches/create-branches.ts'
import { openRepository } from '../../src/repository.ts'

const feature = branchName('opencode/issue-7')
let world: GitWorld
let branches: Branches
let base: string

beforeEach(async () => {
  world = gitWorld()
  base = world.sha('main')
  branches = createBranches(await openRepository(world.dir), { feature, base: branchName('main') })
})
afterEach(() => world.remove())

test('the tip is the base’s until the feature branch exists', async () => {
  expect(await branches.readTip()).toEqual(base)
  const tip = world.commitOn(base, { 'a.txt': 'a\n' })
  world.branch(feature, tip)
  expect(await branches.readTip()).toEqual(tip)
})

test('a base that is not there is named', async () => {
  const nowhere = createBranches(await openRepository(world.dir), {
    feature,
    base: branchName('nowhere'),
  })
  await expect(nowhere.readTip()).rejects.toThrow(
    'the base "nowhere" is neither a branch nor a commit',
  )
})

describe('what has landed', () => {
  test('is told by first-parent merges, oldest first', async () => {
    const first = landTask(base, 't-1', { wave: 1 })
    const second = landTask(first, 't-2', { wave: 2, attempt: 3 })
    world.branch(feature, second)
    expect((await branches.read()).landed).toEqual([
      { id: 't-1', wave: 1, attempt: 1, commit: first },
      { id: 't-2', wave: 2, attempt: 3, commit: second },
    ])
  })

  const forgeries = [
    { name: 'a single commit', make: () => world.commitOn(base, {}, marked('t-9')) },
    {
      name: 'a merge beside the first-parent line',
      make: () => landTask(base, 't-1', { onto: landTask(base, 't-9', {}) }),
      landed: ['t-1'],
    },
    {
      name: 'trailers in the middle of a text',
      make: () => mergeSaying(`${marked('t-9')}\n\nand more text`),
    },
    { name: 'an id that is not safe', make: () => mergeSaying(marked('../t-9')) },
    {
      name: 'a wave that is not a number',
      make: () => mergeSaying(marked('t-9', { wave: '1e3' })),
    },
    {
      name: 'a trailer given twice',
      make: () => mergeSaying(`${marked('t-9')}\nWavefront-Task: t-8`),
    },
    { name: 'a subject alone', make: () => mergeSaying('Wavefront-Task: t-9') },
  ]
  test.each(forgeries)('is not told by $name', async ({ make, landed = [] }) => {
    world.branch(feature, make())
    expect((await branches.read()).landed.map(({ id }) => id)).toEqual(landed)
  })
})

describe('a result', () => {
  const startedAt = new Date('2026-01-02T03:04:05Z')

  test('that is done is found on its task branch until it lands', async () => {
    const commit = workOn('t-1')
    await branches.publish(result('t-1', commit))
    expect(world.sha(`${feature}-task-t-1`)).toEqual(commit)
    expect((await branches.read()).results).toEqual([
      {
        id: 't-1',
        wave: 1,
        attempt: 1,
        base,
        outcome: 'done',
        commit,
        startedAt,
        finishedAt: new Date(Number(world.git('log', '-1', '--format=%ct', commit)) * 1000),
      },
    ])
    world.branch(feature, landTask(base, 't-1', { onto: commit }))
    expect((await branches.read()).results).toEqual([])
  })

  test('that failed is kept on its failed branch, the newest only', async () => {
    const [older, newer] = [workOn('t-1', 'failed'), workOn('t-1', 'timed-out')]
    await branches.publish({ ...result('t-1', older), outcome: 'failed' })
    await branches.publish({ ...result('t-1', newer), outcome: 'timed-out' })
    expect(world.sha(`${feature}-failed-t-1`)).toEqual(newer)
    expect((await branches.read()).results).toEqual([])
  })

  test.each(['done', 'failed'] as const)('that is %s takes no one’s branch', async (outcome) => {
    const branch = `${feature}-${outcome === 'done' ? 'task' : 'failed'}-t-1`
    world.branch(branch, base)
    const publishing = branches.publish({ ...result('t-1', workOn('t-1', outcome)), outcome })
    await expect(publishing).rejects.toThrow(UserError)
    await expect(publishing).rejects.toThrow(`the branch "${branch}" is not a result of Wavefront`)
    expect(world.sha(branch)).toEqual(base)
  })

  test('without a commit leaves no branch', async () => {
    const { commit: _, ...rest } = result('t-1', base)
    await branches.publish({ ...rest, outcome: 'no-changes' })
    expect(taskBranches()).toEqual([])
  })

  const foreign = [
    { name: 'a merge', make: () => mergeSaying(marked('t-1', { outcome: 'done' })) },
    { name: 'no trailers', make: () => world.commitOn(base, {}, 'by hand') },
    { name: 'another task’s trailers', make: () => workOn('t-2') },
    { name: 'an outcome that is not done', make: () => workOn('t-1', 'failed') },
  ]
  test.each(foreign)('is not what has $name', async ({ make }) => {
    world.branch(`${feature}-task-t-1`, make())
    expect((await branches.read()).results).toEqual([])
  })

  function workOn(id: string, outcome = 'done'): string {
    const message = `${marked(id, { outcome })}\nWavefront-Started: ${startedAt.toISOString()}`
    return world.commitOn(base, { [`${id}.txt`]: id }, message)
  }
})

describe('landing', () => {
  test('moves the branch and takes the landed branches away', async () => {
    const to = landWithBranches('t-1', 't-2')
    await branches.land({ from: commitSha(base), to, landed: [taskId('t-1')], setAside: [] })
    expect(await branches.readTip()).toEqual(to)
    expect(taskBranches()).toEqual([`${feature}-task-t-2`])
  })

  test('can be repeated', async () => {
    const to = landWithBranches('t-1')
    const landing = {
      from: commitSha(base),
      to,
      landed: [taskId('t-1')],
      setAside: [taskId('t-3')],
    }
    await branches.land(landing)
    await branches.land(landing)
    expect(await branches.readTip()).toEqual(to)
    expect(taskBranches()).toEqual([])
  })

  test('keeps what failed before it landed, for people', async () => {
    const to = landWithBranches('t-1')
    world.branch(`${feature}-failed-t-1`, workOf('t-1'))
    await branches.land({ from: commitSha(base), to, landed: [taskId('t-1')], setAside: [] })
    expect(taskBranches()).toEqual([`${feature}-failed-t-1`])
  })

  test('leaves a task branch that has something newer', async () => {
    const to = landWithBranches('t-1')
    world.git(
      'branch',
      '--force',
      `${feature}-task-t-1`,
      world.commitOn(base, { 'new.txt': 'new\n' }),
    )
    await branches.land({ from: commitSha(base), to, landed: [taskId('t-1')], setAside: [] })
    expect(taskBranches()).toEqual([`${feature}-task-t-1`])
  })

  test('sets aside what could not land, even when nothing did', async () => {
    const work = workOf('t-1')
    world.branch(`${feature}-task-t-1`, work)
    world.branch(`${feature}-failed-t-1`, workOf('t-1'))
    const from = commitSha(base)
    await branches.land({ from, to: from, landed: [], setAside: [taskId('t-1')] })
    expect(taskBranches()).toEqual([`${feature}-failed-t-1`])
    expect(world.sha(`${feature}-failed-t-1`)).toEqual(work)
    expect(world.git('branch', '--list', feature)).toEqual('')
  })

  test('fails as a whole when the tip has moved', async () => {
    const to = landWithBranches('t-1')
    const found = world.commitOn(base, { 'by-hand.txt': 'x\n' })
    world.branch(feature, found)
    const landing = branches.land({
      from: commitSha(base),
      to,
      landed: [taskId('t-1')],
      setAside: [],
    })
    await expect(landing).rejects.toThrow(TipMovedError)
    await expect(landing).rejects.toMatchObject({ expected: base, found })
    expect(taskBranches()).toEqual([`${feature}-task-t-1`])
  })

  test('begins the branch although the base has grown meanwhile', async () => {
    const to = landWithBranches('t-1')
    world.commit({ 'more.txt': 'more\n' })
    await branches.land({ from: commitSha(base), to, landed: [taskId('t-1')], setAside: [] })
    expect(await branches.readTip()).toEqual(to)
  })

  test('does not bring back a branch that was deleted', async () => {
    const from = commitSha(landTask(base, 't-1', {}))
    const to = commitSha(landTask(from, 't-2', {}))
    await expect(branches.land({ from, to, landed: [], setAside: [] })).rejects.toThrow(
      TipMovedError,
    )
  })

  test('refuses to lose commits', async () => {
    const from = commitSha(landTask(base, 't-1', {}))
    world.branch(feature, from)
    const to = commitSha(landTask(base, 't-2', {}))
    await expect(branches.land({ from, to, landed: [], setAside: [] })).rejects.toThrow(
      'would lose commits',
    )
  })

  test('refuses while somebody has the branch checked out', async () => {
    const to = landWithBranches('t-1')
    world.git('switch', '--quiet', '--create', feature)
    const landing = branches.land({
      from: commitSha(base),
      to,
      landed: [taskId('t-1')],
      setAside: [],
    })
    await expect(landing).rejects.toThrow(UserError)
    await expect(landing).rejects.toThrow('is checked out')
    expect(world.sha(feature)).toEqual(base)
    expect(taskBranches()).toEqual([`${feature}-task-t-1`])
  })

  const foreign = [
    { name: 'would be deleted', branch: 'task-t-1', at: () => base },
    { name: 'would be renamed', branch: 'task-t-2', at: () => base },
    { name: 'would be overwritten', branch: 'failed-t-2', at: () => base },
    { name: 'has another task’s work', branch: 'failed-t-2', at: () => workOf('t-3') },
  ]
  test.each(foreign)('refuses where a branch that $name is not ours', async ({ branch, at }) => {
    const to = landWithBranches('t-1', 't-2')
    const theirs = at()
    world.git('branch', '--force', `${feature}-${branch}`, theirs)
    const before = taskBranches()
    const landing = branches.land({
      from: commitSha(base),
      to,
      landed: [taskId('t-1')],
      setAside: [taskId('t-2')],
    })
    await expect(landing).rejects.toThrow(UserError)
    await expect(landing).rejects.toThrow(`git branch -m ${feature}-${branch} `)
    expect(await branches.readTip()).toEqual(base)
    expect(world.sha(`${feature}-${branch}`)).toEqual(theirs)
    expect(taskBranches()).toEqual(before)
  })

  /** Task branches for all, a merge of the first. */
  function landWithBranches(first: string, ...others: readonly string[]) {
    for (const id of [first, ...others]) {
      world.branch(`${feature}-task-${id}`, workOf(id))
    }
    return commitSha(landTask(base, first, { onto: world.sha(`${feature}-task-${first}`) }))
  }
})

function workOf(id: string): string {
  return world.commitOn(base, { [`${id}.txt`]: id }, marked(id))
}

function taskBranches(): readonly string[] {
  return world
    .git('for-each-ref', '--format=%(refname:short)', `refs/heads/${feature}-*`)
    .split('\n')
    .filter(Boolean)
}

interface Mark {
  readonly wave?: number | string
  readonly attempt?: number
  readonly outcome?: string
}

function marked(id: string, { wave = 1, attempt = 1, outcome }: Mark = {}): string {
  const end = outcome === undefined ? '' : `\nWavefront-Outcome: ${outcome}`
  return `work\n\nWavefront-Task: ${id}\nWavefront-Wave: ${wave}\nWavefront-Attempt: ${attempt}${end}`
}

function landTask(
  tip: string,
  id: string,
  { onto, ...mark }: Mark & { readonly onto?: string },
): string {
  const work = onto ?? world.commitOn(base, { [`${id}.txt`]: id })
  return world.commitOn([tip, work], { [`${id}.txt`]: id }, marked(id, mark))
}

function mergeSaying(message: string): string {
  return world.commitOn([base, world.commitOn(base, {}, 'side')], {}, message)
}

function result(id: string, commit: string): TaskResult {
  const at = new Date('2026-01-02T03:04:05Z')
  const facts = { id: taskId(id), wave: 1, attempt: 1, base: commitSha(base) }
  return { ...facts, outcome: 'done', commit: commitSha(commit), startedAt: at, finishedAt: at }
}
