import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  epicIssue,
  type HostedWorld,
  ourComment,
  taskIssue,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import { aAndB, bothLanded, config, feature, filesOn, issues, pushOnto, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

test("a verified record cannot pass a worker's rejected commit off as the base's", async () => {
  world = await shop()
  const evil = { files: { '.github/CODEOWNERS': '* @mallory\n' } }
  const wave = await workedWave(world, { a: { 'a.txt': 'a\n' }, b: evil })
  const integrated = await wave.integrate()
  const file = integrated.outputs.integration ?? ''
  const record = JSON.parse(readFileSync(file, 'utf8'))
  const base = wave.commits.get('b')
  writeFileSync(file, JSON.stringify({ ...record, update: { is: 'merged', base } }))
  const end = await wave.land()
  expect(end.code).toBe(1)
  expect(end.log).toContain('which is not on the base, so nothing has been landed')
  expect(whatThereIs(world)).toMatchObject({ branches: [], closed: [], dispatched: [] })
})

test('one artifact alone, unpacked without its folder, counts for its own task', async () => {
  world = await shop()
  const wave = await workedWave(world, { a: { 'a.txt': 'a\n' } }, { silent: ['b'] })
  cpSync(join(wave.results, 'result-a', 'result.bundle'), join(wave.results, 'result.bundle'))
  rmSync(join(wave.results, 'result-a'), { recursive: true })
  await wave.integrate()
  const end = await wave.land()
  expect([end.code, end.outputs.merged, end.outputs.failed]).toEqual([0, '["a"]', '["b"]'])
  expect(filesOn(world, feature)).toEqual(['a.txt'])
})

test('where all have failed on a base that is red, nobody is counted and it stops', async () => {
  world = await shop({ config: `${config}checks: test -e never\n` })
  const failed = { files: { 'a.txt': 'a\n' }, outcome: 'failed' }
  const wave = await workedWave(world, { a: failed, b: failed })
  await wave.integrate()
  const end = await wave.land()
  expect([end.code, end.outputs.next_wave]).toEqual([1, 'stopped'])
  expect(whatThereIs(world)).toMatchObject({ closed: [], attempts: {}, dispatched: [] })
  expect(ourComment(world)).toContain("the checks fail without any of this wave's work")
})

test('a wave that could not be verified is kept, told, and merged by the next run', async () => {
  world = await shop()
  const wave = await workedWave(world, aAndB)
  const end = await wave.land()
  expect(end.code).toBe(1)
  expect(end.log).toContain('the next wave begins with the work that is waiting')
  expect(ourComment(world)).toContain('left no result, so nothing is landed')
  expect(whatThereIs(world)).toMatchObject({
    branches: [`${feature}-task-a`, `${feature}-task-b`],
    attempts: {},
  })
  const next = await world.wave()
  expect([...next.tasks.keys()]).toEqual([])
  expect(next.land?.code).toBe(0)
  const { comments, ...landed } = bothLanded
  expect(whatThereIs(world)).toMatchObject(landed)
})

test('a branch that was deleted with work on it is not taken for done without a word', async () => {
  world = await shop({ issues: [...issues, taskIssue('d', { needs: ['c'] })] })
  await world.wave()
  world.served.git('update-ref', '-d', `refs/heads/${feature}`)
  await world.wave()
  expect(ourComment(world)).toContain(
    'a, b landed in commits that are on neither the branch nor its base any more.',
  )
})

test('a store without tasks is no reason to say that all is done', async () => {
  world = await shop({ issues: [] })
  const { ready } = await world.wave()
  expect(ready.code).toBe(1)
  expect(ready.log).toContain('there are no tasks')
})

test('tasks that are planned on the base later are taken in', async () => {
  world = await shop()
  await world.wave()
  const more = [...issues, epicIssue(9, 'park'), taskIssue('p', { under: 'park' })]
  const store = more.map((issue) => `${JSON.stringify(issue)}\n`).join('')
  pushOnto(world, 'main', { '.beads/issues.jsonl': store })
  world.github.addIssue('octo/demo', { number: 9, title: 'Add a park' })
  const { tasks, land } = await world.wave({ inputs: { issue_number: '9' } })
  expect([[...tasks.keys()], land?.outputs.next_wave]).toEqual([['p'], 'complete'])
  expect(whatThereIs(world).closed).toEqual(['a', 'b', 'park', 'p'])
})
