import {
  type HostedWorld,
  ourComment,
  taskIssue,
  triedBefore,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import {
  aAndB,
  bothLanded,
  config,
  feature,
  filesOn,
  issues,
  nothingYet,
  push,
  shop,
} from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

/** The checks hate a file that says so. */
const picky = `${config}checks: '! grep -rl red-here --include=*.txt .'\n`
const red = { 'bad.txt': 'red-here\n' }

async function landed(workers: Parameters<typeof workedWave>[1], wish = {}) {
  const wave = await workedWave(world, workers, wish)
  const integrated = await wave.integrate()
  return { integrated, end: await wave.land() }
}

test('no checks: merged is enough, and it is said that nothing was checked', async () => {
  world = await shop()
  const { integrated, end } = await landed(aAndB)
  expect([integrated.code, end.code]).toEqual([0, 0])
  expect(integrated.log).toContain('2 of 2 results merged; checks: none')
  expect(whatThereIs(world)).toEqual(bothLanded)
})

test('green checks: the landing says so', async () => {
  world = await shop({ config: picky })
  const { integrated, end } = await landed(aAndB)
  expect(integrated.log).toContain('2 of 2 results merged; checks: passed')
  expect([end.code, end.outputs.ejected]).toEqual([0, '[]'])
  expect(ourComment(world)).toContain('build ✓ passed')
})

test('one of three makes the checks red: it is left out with the failure, the others land', async () => {
  world = await shop({ config: picky, issues: [...issues, taskIssue('d')] })
  const { integrated, end } = await landed({ ...aAndB, d: red })
  expect([integrated.code, integrated.outputs.ejected]).toEqual([0, '["d"]'])
  expect([end.code, end.outputs.closed, end.outputs.ejected]).toEqual([0, '["a","b"]', '["d"]'])
  expect(whatThereIs(world)).toEqual({
    branches: ['beads-sync', feature, `${feature}-failed-d`],
    landed: ['merge: task a', 'merge: task b'],
    closed: ['a', 'b'],
    attempts: { a: ['1 landed'], b: ['1 landed'], d: ['1 ejected'] },
    pulls: bothLanded.pulls,
    comments: ['Wave 1 is done · 2/4 tasks landed'],
    statuses: ['pending 2/4 tasks landed'],
    dispatched: bothLanded.dispatched,
  })
  expect(ourComment(world)).toContain('./bad.txt')
})

test('all of them do: no work is pushed, the attempts are counted, the job is red, the next wave tries again', async () => {
  world = await shop({ config: picky })
  const { end } = await landed({ a: { 'a.txt': 'red-here\n' }, b: { 'b.txt': 'red-here\n' } })
  expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([1, 'dispatched', '[]'])
  expect(end.log).toContain('nothing could land: the checks fail with each of a, b')
  expect(whatThereIs(world)).toMatchObject({
    branches: ['beads-sync', `${feature}-failed-a`, `${feature}-failed-b`],
    landed: [],
    closed: [],
    attempts: { a: ['1 ejected'], b: ['1 ejected'] },
    pulls: [],
    dispatched: bothLanded.dispatched,
  })
})

test('the base itself is red: nothing is pushed, closed or counted, and the loop stops', async () => {
  world = await shop({ config: picky, files: red })
  const { integrated, end } = await landed(aAndB)
  expect(integrated.log).toContain("::warning::The checks fail without any of this wave's work")
  expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([1, 'stopped', '[]'])
  expect(end.log).toContain("the checks fail without any of this wave's work")
  expect(end.log).toContain('mend the feature branch or its base, then run the workflow again')
  const { branches, ...rest } = whatThereIs(world)
  expect(rest).toMatchObject({ landed: [], closed: [], attempts: {}, pulls: [], dispatched: [] })
  expect(rest.comments).toEqual(['Nothing of wave 1 could land · 0/3 tasks landed'])
  expect(branches).not.toContain(feature)
  expect(ourComment(world)).toContain('./bad.txt')
})

test('checks that are red once and then green: nobody is blamed', async () => {
  const flaky = `checks: 'test -e "$FLAKY" || { touch "$FLAKY"; exit 1; }'\nchecks_env: [FLAKY]\n`
  world = await shop({ config: `${config}${flaky}` })
  const wave = await workedWave(world, aAndB)
  const integrated = await wave.integrate({ env: { FLAKY: `${world.dir}/flaky` } })
  const end = await wave.land()
  expect([integrated.code, integrated.outputs.ejected]).toEqual([0, '[]'])
  expect(integrated.log).toContain('the checks are red')
  expect([end.code, whatThereIs(world)]).toEqual([0, bothLanded])
})

test('a conflict: the lines that gave way are told with whose they were', async () => {
  world = await shop({ files: { 'page.txt': 'one\ntwo\nthree\n' } })
  const { end } = await landed({
    a: { 'page.txt': 'one\nfrom a\nthree\n' },
    b: { 'page.txt': 'one\nfrom b\nthree\n' },
  })
  expect([end.code, end.outputs.resolved]).toEqual([0, '["b"]'])
  expect(whatThereIs(world).landed).toEqual(['merge: task a', 'merge: task b (auto-resolved)'])
  const [pull] = world.github.repository('octo/demo').pulls
  expect(pull?.body).toContain('from a')
  expect(ourComment(world)).toContain('from a')
})

describe('a person has to do something', () => {
  test('no attempts are left: each task with what to do, and no next wave', async () => {
    world = await shop({
      issues: issues.map((issue) =>
        'id' in issue && issue.id === 'a' ? { ...issue, ...triedBefore(1) } : issue,
      ),
    })
    const failed = { files: red, outcome: 'failed' }
    const wish = { wave: 2, attempts: { a: 2 } }
    const { end } = await landed({ a: failed, b: aAndB.b }, wish)
    expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([0, 'stuck', '["b"]'])
    expect(whatThereIs(world)).toEqual({
      branches: ['beads-sync', feature, `${feature}-failed-a`],
      landed: ['merge: task b'],
      closed: ['b'],
      attempts: { a: ['1 failed', '2 failed'], b: ['1 landed'] },
      pulls: bothLanded.pulls,
      comments: ['Nothing can go on by itself · 1/3 tasks landed'],
      statuses: ['failure 1/3 tasks landed; the rest is stuck and needs a person'],
      dispatched: [],
    })
    const comment = ourComment(world)
    expect(comment).toContain('failed 2 times; the last attempt: the agent or the checks failed')
    expect(comment).toContain('run the workflow again with the override {"max\\_attempts": 3}')
    expect(comment).toContain(`${feature}-failed-a`)
  })

  test('max_waves is reached: said with the number, and no next wave', async () => {
    world = await shop({ config: `${config}max_waves: 1\n` })
    const { end } = await landed(aAndB)
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'stopped'])
    expect(whatThereIs(world)).toEqual({
      ...bothLanded,
      comments: ['Stopped before the end · 2/3 tasks landed'],
      statuses: ['failure 2/3 tasks landed; stopped before the end'],
      dispatched: [],
    })
    expect(ourComment(world)).toMatch(/1 waves? ha(s|ve) run, and .*max.*waves.* is 1/)
  })

  test('a wave in which nobody gave anything goes on with the next attempt', async () => {
    world = await shop()
    const { end } = await landed({}, { silent: ['a', 'b'] })
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(whatThereIs(world)).toEqual({
      ...nothingYet,
      branches: ['beads-sync'],
      attempts: { a: ['1 failed'], b: ['1 failed'] },
      comments: [expect.stringContaining('0/3 tasks landed')],
      dispatched: bothLanded.dispatched,
    })
  })
})

test('what a person pushed to the feature branch before is kept under the work', async () => {
  world = await shop({ config: picky })
  push(world, feature, world.checkout.commitOn('main', { 'x.txt': 'x\n' }))
  const { end } = await landed(aAndB)
  expect([end.code, filesOn(world, feature)]).toEqual([0, ['a.txt', 'b.txt', 'x.txt']])
})
