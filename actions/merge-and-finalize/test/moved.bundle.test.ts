import {
  epicIssue,
  type HostedWorld,
  ourComment,
  taskIssue,
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
  pushOnto,
  shop,
} from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

describe('somebody pushed to the feature branch while the wave was verified', () => {
  async function pushedMeanwhile(files: Readonly<Record<string, string>>) {
    world = await shop()
    push(world, feature, world.checkout.commitOn('main', { 'x.txt': 'x\n' }))
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    pushOnto(world, feature, files)
    return wave.land()
  }

  test('the work is kept on branches, and nothing is closed or counted', async () => {
    const end = await pushedMeanwhile({ 'y.txt': 'y\n' })
    expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([0, 'dispatched', '[]'])
    expect(whatThereIs(world)).toEqual({
      branches: [feature, `${feature}-task-a`, `${feature}-task-b`],
      landed: ['a commit', 'a person works on'],
      closed: [],
      attempts: {},
      pulls: [],
      comments: ['Wave 1 is done · 0/3 tasks landed'],
      statuses: [],
      dispatched: [{ issue_number: '7', branch: feature }],
    })
    expect(ourComment(world)).toContain(
      'Somebody changed the branch or the tasks meanwhile. The next wave merges this one onto that.',
    )
  })

  test('the next run merges it there, and no agent works again', async () => {
    await pushedMeanwhile({ 'y.txt': 'y\n' })
    const next = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect([next.land?.code, [...next.tasks.keys()]]).toEqual([0, []])
    const { landed, ...rest } = whatThereIs(world)
    const person = ['a commit', 'a person works on']
    expect(landed).toEqual([...person, 'merge: task a', 'merge: task b'])
    expect(rest).toMatchObject({
      branches: ['beads-sync', feature],
      closed: ['a', 'b'],
      attempts: { a: ['1 landed'], b: ['1 landed'] },
      pulls: bothLanded.pulls,
    })
    expect(filesOn(world, feature)).toEqual(['a.txt', 'b.txt', 'x.txt', 'y.txt'])
  })

  test('even onto a person who changed the same lines', async () => {
    await pushedMeanwhile({ 'a.txt': 'mine\n' })
    const next = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect([next.land?.code, next.land?.outputs.resolved]).toEqual([0, '["a"]'])
    expect(world.served.git('show', `${feature}:a.txt`)).toBe('a')
    expect(ourComment(world)).toContain('mine')
  })
})

test('the feature branch was deleted between two waves: the tasks stay closed, the rest starts from the base', async () => {
  world = await shop()
  await world.wave()
  world.served.git('update-ref', '-d', `refs/heads/${feature}`)
  const next = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
  expect([next.ready.code, next.land?.code, next.land?.outputs.next_wave]).toEqual([
    0,
    0,
    'complete',
  ])
  expect(next.ready.outputs.base_sha).toBe(world.checkout.sha('main'))
  expect(filesOn(world, feature)).toEqual(['c.txt'])
  expect(whatThereIs(world)).toMatchObject({
    landed: ['merge: task c'],
    closed: ['shop', 'a', 'b', 'c'],
    attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
  })
})

test('the feature branch was deleted while the wave was verified: nothing of it is brought back', async () => {
  world = await shop()
  push(world, feature, world.checkout.commitOn('main', { 'x.txt': 'x\n' }))
  const wave = await workedWave(world, aAndB)
  await wave.integrate()
  world.served.git('update-ref', '-d', `refs/heads/${feature}`)
  const end = await wave.land()
  expect([end.code, end.outputs]).toEqual([1, {}])
  expect(end.log).toContain('somebody may have deleted the branch')
  expect(whatThereIs(world)).toEqual(nothingYet)
})

describe('a person changed the tasks while an agent was at b', () => {
  /** The store as the person leaves it. */
  function setB(more: object) {
    const left = issues.map((issue) => ({
      ...issue,
      ...('id' in issue && issue.id === 'b' && more),
    }))
    const store = left.map((issue) => `${JSON.stringify(issue)}\n`).join('')
    const commit = world.checkout.commitOn('main', { '.beads/issues.jsonl': store })
    push(world, 'beads-sync', commit)
  }
  const failedB = `${feature}-failed-b`
  const kept = (what: string, branch = failedB) =>
    `b ${what} while an agent worked on it, so its work has not landed. It is kept on the branch ${branch}`

  test.each([false, true])(
    'closed: the rest lands, and its work is kept (branches: %s)',
    async (onBranches) => {
      world = await shop()
      const wave = await workedWave(world, aAndB, { onBranches })
      setB({ status: 'closed' })
      await wave.integrate()
      const end = await wave.land()
      expect([end.code, end.outputs.closed, end.outputs.merged]).toEqual([0, '["a"]', '["a"]'])
      expect(whatThereIs(world)).toMatchObject({
        branches: ['beads-sync', feature, failedB],
        landed: ['merge: task a'],
        closed: ['a', 'b'],
        attempts: { a: ['1 landed'] },
      })
      expect(world.served.git('rev-parse', failedB)).toBe(wave.commits.get('b'))
      expect(ourComment(world)).toContain(kept('was closed'))
      expect(end.summary).toContain(kept('was closed'))
      const before = whatThereIs(world)
      expect((await wave.land()).code).toBe(0)
      expect(whatThereIs(world)).toMatchObject({ branches: before.branches, closed: before.closed })
    },
  )

  test('closed after it was verified: the rest waits for the next wave', async () => {
    world = await shop()
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    setB({ status: 'closed' })
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(whatThereIs(world)).toMatchObject({
      branches: ['beads-sync', failedB, `${feature}-task-a`],
      closed: ['b'],
      attempts: {},
    })
    expect(ourComment(world)).toContain('Somebody changed the branch or the tasks meanwhile.')
    expect(ourComment(world)).toContain(kept('was closed'))
  })

  test('closed, in a wave that could not be verified', async () => {
    world = await shop()
    const wave = await workedWave(world, aAndB)
    setB({ status: 'closed' })
    const end = await wave.land()
    expect(end.code).toBe(1)
    expect(whatThereIs(world).branches).toEqual(['beads-sync', failedB, `${feature}-task-a`])
    expect(ourComment(world)).toContain(kept('was closed'))
  })

  test('paused: it is merged when the task is open again', async () => {
    world = await shop()
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    setB({ status: 'in_progress' })
    expect((await wave.land()).code).toBe(0)
    expect(ourComment(world)).toContain(kept('was paused', `${feature}-task-b`))
    setB({})
    const next = await world.wave()
    expect([next.land?.code, [...next.tasks.keys()]]).toEqual([0, []])
    expect(whatThereIs(world)).toMatchObject({
      landed: ['merge: task a', 'merge: task b'],
      closed: ['a', 'b'],
    })
  })
})

describe('two issues whose waves land at the same time in one store', () => {
  const both = [
    ...issues,
    epicIssue(8, 'park'),
    taskIssue('p', { under: 'park' }),
    taskIssue('q', { under: 'park', needs: ['p'] }),
  ]

  test('the one that comes second lands on what the first one wrote', async () => {
    world = await shop({ issues: both })
    world.github.addIssue('octo/demo', { number: 8, title: 'Add a park' })
    const first = await workedWave(world, aAndB)
    const second = await workedWave(world, { p: { 'p.txt': 'p\n' } }, { issue: 8 })
    await Promise.all([first.integrate(), second.integrate()])
    // The slower one is let through when the other one has been: it finds a store that it has not read.
    world.served.hook(
      'pre-receive',
      `if [ ! -e raced ]; then : > raced; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
        [ -e done ] && exit 0; sleep 0.2; done; fi`,
    )
    world.served.hook('post-receive', ': > done')
    const ends = await Promise.all([first.land(), second.land()])
    expect(ends.map(({ code, outputs }) => [code, outputs.next_wave])).toEqual([
      [0, 'dispatched'],
      [0, 'dispatched'],
    ])
    const shopThere = whatThereIs(world)
    const parkThere = whatThereIs(world, { issue: 8 })
    expect([shopThere.landed, parkThere.landed]).toEqual([bothLanded.landed, ['merge: task p']])
    expect([shopThere.closed, shopThere.attempts]).toEqual([
      ['a', 'b', 'p'],
      { a: ['1 landed'], b: ['1 landed'], p: ['1 landed'] },
    ])
    expect([shopThere.pulls, parkThere.pulls]).toEqual([
      bothLanded.pulls,
      ['open 🤖 Implement Issue #8: Add a park'],
    ])
    expect([shopThere.comments, parkThere.comments]).toEqual([
      bothLanded.comments,
      ['Wave 1 is done · 1/2 tasks landed'],
    ])
    expect(
      world.git.requests.filter(
        ({ service, stage }) => service === 'git-receive-pack' && stage === 'post',
      ).length,
    ).toBeGreaterThanOrEqual(3)
  })
})

describe('the base has moved', () => {
  test('it is merged in first', async () => {
    world = await shop()
    await world.wave()
    const base = pushOnto(world, 'main', { 'n.txt': 'new\n' })
    const next = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect([next.land?.code, next.land?.outputs.next_wave]).toEqual([0, 'complete'])
    expect(whatThereIs(world).landed).toEqual([
      ...bothLanded.landed,
      `merge: base ${base.slice(0, 12)}`,
      'merge: task c',
    ])
    expect(filesOn(world, feature)).toEqual(['a.txt', 'b.txt', 'c.txt', 'n.txt'])
  })

  test('it renamed what the branch renamed otherwise: it is left out, the tasks land, and it is said', async () => {
    world = await shop({ files: { 'old.txt': 'one\ntwo\nthree\nfour\n' } })
    const moved = { 'old.txt': null, 'left.txt': 'one\ntwo\nthree\nfour\n' }
    push(world, feature, world.checkout.commitOn('main', moved))
    pushOnto(world, 'main', { 'old.txt': null, 'right.txt': 'one\ntwo\nthree\nfour\n' })
    const wave = await workedWave(world, aAndB)
    const integrated = await wave.integrate()
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(integrated.log).toContain("::warning::The base's new commits are left out")
    expect(whatThereIs(world)).toMatchObject({ closed: ['a', 'b'], comments: bothLanded.comments })
    expect(filesOn(world, feature)).toEqual(['a.txt', 'b.txt', 'left.txt'])
    expect(ourComment(world)).toContain('The base has new commits that conflict with the branch in')
    expect(ourComment(world)).toContain('Merge the base into the branch by hand.')
  })

  test('its new commits make the checks red: they are left out, the tasks land, and it is said', async () => {
    world = await shop({ config: `${config}checks: test ! -e bad.txt\n` })
    push(world, feature, world.checkout.commitOn('main', { 'x.txt': 'x\n' }))
    pushOnto(world, 'main', { 'bad.txt': 'bad\n' })
    const wave = await workedWave(world, aAndB)
    const integrated = await wave.integrate()
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(integrated.log).toContain("::warning::The checks fail with the base's new commits")
    expect(whatThereIs(world)).toMatchObject({ closed: ['a', 'b'], comments: bothLanded.comments })
    expect(filesOn(world, feature)).toEqual(['a.txt', 'b.txt', 'x.txt'])
    expect(ourComment(world)).toContain(
      "The checks fail with the base's new commits merged in, so the branch stays without them.",
    )
  })
})
