import { type HostedWorld, taskIssue, whatThereIs, workedWave } from '@wavefront/testing'
import { config, feature, issues, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const text = (second: string) => `first\n${second}\nthird\n`
const both = { a: { 'list.txt': text('by a') }, b: { 'list.txt': text('by b') } }

/** Two tasks that write on one line, and what the two jobs make of it. */
async function merged(settings: string) {
  world = await shop({
    config: `${config}${settings}`,
    files: { 'list.txt': text('second') },
    issues: [...issues.slice(0, 3), taskIssue('c', { needs: ['a', 'b'] })],
  })
  const wave = await workedWave(world, both)
  const integrated = await wave.integrate()
  return { integrated, land: () => wave.land() }
}

test('conflicts: human sets the later task aside for a person, and lands the rest', async () => {
  const { land } = await merged('conflicts: human\n')
  const end = await land()
  expect([end.code, end.outputs.next_wave]).toEqual([0, 'stuck'])
  const found = whatThereIs(world)
  expect(found).toMatchObject({
    ...{ landed: ['merge: task a'], closed: ['a'] },
    branches: ['beads-sync', feature, `${feature}-failed-b`],
    attempts: { a: ['1 landed'], b: ['1 set-aside'] },
  })
  const [comment] = world.github.repository('octo/demo').comments
  expect(comment?.body).toContain(`${feature}-failed-b`)
  expect(comment?.body).toContain('by hand')
})

test('conflicts: requeue has the later task done again on the new base', async () => {
  const { land } = await merged('conflicts: requeue\n')
  const end = await land()
  expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
  expect(whatThereIs(world)).toMatchObject({
    ...{ landed: ['merge: task a'], attempts: { a: ['1 landed'], b: ['1 requeued'] } },
  })
})

test('overlap: serialise does so for any file that both have changed', async () => {
  const { land } = await merged('overlap: serialise\n')
  await land()
  expect(whatThereIs(world).attempts).toEqual({ a: ['1 landed'], b: ['1 requeued'] })
})

test('max_overwritten_lines bounds what may give way', async () => {
  const { land } = await merged('max_overwritten_lines: 0\n')
  await land()
  expect(whatThereIs(world).attempts).toEqual({ a: ['1 landed'], b: ['1 requeued'] })
})

test('conflicts: fail lands nothing, counts nothing, and keeps the work', async () => {
  const { integrated, land } = await merged('conflicts: fail\n')
  expect(integrated.log).toContain('task b: a line of others would give way')
  const end = await land()
  expect(end.outputs.next_wave).toEqual('stopped')
  expect(whatThereIs(world)).toMatchObject({
    ...{ landed: [], closed: [], attempts: {} },
    branches: expect.arrayContaining([`${feature}-task-a`, `${feature}-task-b`]),
  })
  const [comment] = world.github.repository('octo/demo').comments
  expect(comment?.body).toContain('leaves it to a person:\n\n```\ntask b: a line of others')
})
