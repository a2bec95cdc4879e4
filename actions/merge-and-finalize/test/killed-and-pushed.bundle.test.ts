import { workedWave } from '@wavefront/testing'
import type { Point } from './gate.ts'
import { firstWave, statesOf } from './landing-points.ts'
import { type Landing, nothing, openLanding, type There, tipOf, whatIsLost } from './landings.ts'
import { aAndB, bothLanded, feature, filesOn, push, pushOnto, shop, titled } from './shop.ts'

const store = 'beads-sync'
const tasks = '.beads/issues.jsonl'
const person = 'a commit'

let landing: Landing
let unhurt: There
beforeAll(async () => {
  const world = await shop({ files: titled })
  push(world, feature, world.checkout.commitOn('main', { 'x.txt': 'x\n' }))
  push(world, store, world.checkout.sha('main'))
  landing = await openLanding(world, await workedWave(world, aAndB, { onBranches: true }))
  await landing.land()
  unhurt = landing.there()
})
afterAll(() => landing.close())
beforeEach(() => landing.reset())

/** A person's commits, which may never get lost. */
const pushed = {
  feature: () => pushOnto(landing.world, feature, { 'y.txt': 'y\n' }),
  store: () => {
    const text = landing.world.served.git('show', `${store}:${tasks}`)
    const mended = `${text.replace('"title":"Task c"', '"title":"Mended c"')}\n`
    return pushOnto(landing.world, store, { [tasks]: mended })
  },
}
type Place = keyof typeof pushed

async function killAndPush(point: Point, places: readonly Place[]): Promise<() => void> {
  await landing.land({ stop: { ...point, by: 'end' } })
  expect(whatIsLost(landing)).toEqual(nothing)
  const commits = places.map((place) => [place === 'store' ? store : feature, pushed[place]()])
  return () => {
    const { served } = landing.world
    for (const [branch = '', commit = ''] of commits)
      served.git('merge-base', '--is-ancestor', commit, branch)
    if (places.includes('store'))
      expect(served.git('show', `${store}:${tasks}`)).toContain('"title":"Mended c"')
  }
}

const late = statesOf(firstWave).slice(1)
const early: Point = { when: 'before', at: 'POST /git-receive-pack' }

describe('killed before its push, somebody pushed, and it is run again', () => {
  test('to the tasks: it lands on what they are now', async () => {
    const expectKept = await killAndPush(early, ['store'])
    const end = await landing.land({ again: true })
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(landing.there()).toEqual(unhurt)
    expectKept()
  })

  test.each<[Place[]]>([[['feature']], [['feature', 'store']]])(
    'to %j: the work waits, and the run that comes of it merges it there',
    async (places) => {
      const expectKept = await killAndPush(early, places)
      const end = await landing.land({ again: true })
      expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
      expect(whatIsLost(landing)).toEqual(nothing)
      await landing.runToTheEnd()
      expect(landing.there()).toMatchObject({
        branches: [store, feature],
        landed: [person, 'a person works on', ...bothLanded.landed, 'merge: task c'],
        closed: ['shop', 'a', 'b', 'c'],
        attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
        pulls: bothLanded.pulls,
        comments: ['Complete · 3/3 tasks landed'],
      })
      expect(filesOn(landing.world, feature)).toEqual(
        ['a', 'b', 'c', 'x', 'y'].map((name) => `${name}.txt`),
      )
      expectKept()
    },
  )
})

describe('killed later, somebody pushed to both, and it is run again', () => {
  test.each(late)('%s', async (_, point) => {
    const expectKept = await killAndPush(point, ['feature', 'store'])
    const theirs = tipOf(landing.world)
    const end = await landing.land({ again: true })
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(landing.there()).toEqual({
      ...unhurt,
      tip: theirs,
      landed: [...unhurt.landed, 'a person works on'],
      statuses: expect.arrayContaining(unhurt.statuses),
    })
    expect(landing.world.served.git('rev-parse', `${theirs}^`)).toBe(unhurt.tip)
    expectKept()
  })
})
