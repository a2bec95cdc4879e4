import { taskId } from '@wavefront/tasks'
import { type GitWorld, gitWorld } from '@wavefront/testing'
import { type CommitSha, commitSha, type MergeRequest } from '@wavefront/wave'
import { unchanged } from '../../src/merge/changed.ts'
import { createMerger } from '../../src/merge/create-merger.ts'
import { createLineage, type Lineage } from '../../src/merge/lineage.ts'
import { openRepository, type Repository } from '../../src/repository.ts'

let world: GitWorld
let repository: Repository
let lineage: Lineage
let start: CommitSha
beforeEach(async () => {
  world = gitWorld()
  repository = await openRepository(world.dir)
  lineage = createLineage(repository)
  start = commitSha(world.commit({ 'start.txt': 'start\n' }))
})
afterEach(() => world.remove())

test('a child of the tip, and each next one on what they have become', async () => {
  const children = ['a', 'b', 'c'].map((name) => childOf(start, name))
  let tip = start
  for (const commit of children) {
    expect(await baseOf(request(tip, commit))).toEqual(start)
    tip = await merge(tip, commit)
    expect(world.git('merge-base', tip, childOf(start, 'other'))).toEqual(start)
  }
})

test('what is in the line already is not plain, nor what started elsewhere', async () => {
  const [first, second] = [childOf(start, 'a'), childOf(start, 'b')]
  const tip = await merge(await merge(start, first), second)
  expect(await baseOf(request(tip, first))).toBeUndefined()
  expect(await baseOf(request(tip, childOf(`${start}^`, 'c')))).toBeUndefined()
  expect(await baseOf(request(tip, childOf(first, 'd')))).toBeUndefined()
})

test('what was merged with a history of its own may hold children of the start', async () => {
  const child = childOf(start, 'a')
  const update = childOf(child, 'b')
  const tip = await merge(start, update)
  expect(await baseOf(request(tip, child))).toBeUndefined()
  const merged = await createMerger(repository).merge(request(tip, child))
  expect(merged).toMatchObject({ is: 'merged', commit: tip })
})

function request(tip: CommitSha, commit: CommitSha): MergeRequest {
  return { tip, commit, of: { is: 'task', id: taskId('t-1'), wave: 1, attempt: 1 } }
}

/** As the merger does: told of it only where the base was plain. */
async function merge(tip: CommitSha, commit: CommitSha): Promise<CommitSha> {
  const asked = request(tip, commit)
  const parting = await lineage.partingOf(asked)
  const merged = await createMerger(repository).merge(asked)
  if (merged.is !== 'merged') throw new Error(merged.why)
  if (parting) lineage.note(asked, merged, { ours: parting.ours, theirs: unchanged })
  return merged.commit
}

async function baseOf(asked: MergeRequest): Promise<CommitSha | undefined> {
  return (await lineage.partingOf(asked))?.base
}

function childOf(parent: string, name: string): CommitSha {
  return commitSha(world.commitOn(parent, { [`${name}.txt`]: `${name}\n` }))
}
