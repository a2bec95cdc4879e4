import { taskId } from '@wavefront/tasks'
import { type GitWorld, gitWorld } from '@wavefront/testing'
import { branchName, commitSha, type TaskResult } from '@wavefront/wave'
import { publish, publishAll } from '../../src/branches/publish.ts'
import { openRepository } from '../../src/repository.ts'

const feature = branchName('f')
let world: GitWorld
beforeEach(() => {
  world = gitWorld()
})
afterEach(() => world.remove())

test('what is done is on the task’s branch, in the place of what was there', async () => {
  await publishAs('done', 'first')
  const commit = await publishAs('done', 'second')
  expect(branches()).toEqual({ 'f-task-t-1': commit })
})

test.each(['failed', 'timed-out', 'rejected'] as const)('what is %s is kept', async (outcome) => {
  const commit = await publishAs(outcome, 'work')
  expect(branches()).toEqual({ 'f-failed-t-1': commit })
})

test('what failed is not on the task’s branch any more, where its worker put it', async () => {
  const commit = world.commitOn('main', { 'w.txt': 'work\n' }, marked)
  world.branch('f-task-t-1', commit)
  await publishAs('failed', 'work', commit)
  expect(branches()).toEqual({ 'f-failed-t-1': commit })
})

test('what changed nothing is on no branch', async () => {
  const commit = world.commitOn('main', {}, marked)
  world.branch('f-task-t-1', commit)
  await publishAs('no-changes', '', commit)
  expect(branches()).toEqual({})
})

test('done work of another attempt stays when a later one fails', async () => {
  const done = await publishAs('done', 'done')
  const failed = await publishAs('failed', 'failed')
  expect(branches()).toEqual({ 'f-task-t-1': done, 'f-failed-t-1': failed })
})

test('a result without a commit changes nothing', async () => {
  const repository = await openRepository(world.dir)
  const { commit: _, ...result } = aResult('failed', commitSha(world.sha('main')))
  await publish(repository, feature, result)
  expect(branches()).toEqual({})
})

test('a person’s branch of the same name is refused', async () => {
  world.branch('f-failed-t-1', world.commitOn('main', { 'p.txt': 'p\n' }, 'my own work'))
  await expect(publishAs('failed', 'work')).rejects.toThrow('"f-failed-t-1" is not a result')
})

test('many are published at once, or none of them', async () => {
  const repository = await openRepository(world.dir)
  const markOf = (id: string) => marked.replace('Task: t-1', `Task: ${id}`)
  const commit = (id: string) => commitSha(world.commitOn('main', { [id]: id }, markOf(id)))
  const [one, two, three] = [commit('t-1'), commit('t-2'), commit('t-3')] as const
  world.branch('f-task-t-2', two)
  const results = [
    aResult('done', one),
    { ...aResult('failed', two), id: taskId('t-2') },
    { ...aResult('done', three), id: taskId('t-3') },
  ]
  world.branch('f-task-t-3', world.commitOn('main', {}, 'my own work'))
  const before = branches()
  await expect(publishAll(repository, feature, results)).rejects.toThrow('"f-task-t-3" is not')
  expect(branches()).toEqual(before)
  world.git('branch', '--quiet', '-D', 'f-task-t-3')
  await publishAll(repository, feature, results)
  expect(branches()).toEqual({ 'f-task-t-1': one, 'f-failed-t-2': two, 'f-task-t-3': three })
})

const marked = 'feat(t-1): try\n\nWavefront-Task: t-1\nWavefront-Wave: 1\nWavefront-Attempt: 1\n'

async function publishAs(outcome: TaskResult['outcome'], text: string, made?: string) {
  const commit = commitSha(made ?? world.commitOn('main', { 'w.txt': `${text}\n` }, marked))
  await publish(await openRepository(world.dir), feature, aResult(outcome, commit))
  return commit
}

function aResult(outcome: TaskResult['outcome'], commit: ReturnType<typeof commitSha>): TaskResult {
  const at = new Date('2026-01-01T00:00:00Z')
  return {
    ...{ id: taskId('t-1'), wave: 1, attempt: 1, base: commitSha(world.sha('main')) },
    ...{ outcome, commit, startedAt: at, finishedAt: at },
  }
}

function branches(): Record<string, string> {
  const format = '--format=%(refname:short) %(objectname)'
  const lines = world.git('for-each-ref', format, 'refs/heads/f-*').split('\n')
  return Object.fromEntries(lines.filter((line) => line !== '').map((line) => line.split(' ')))
}
