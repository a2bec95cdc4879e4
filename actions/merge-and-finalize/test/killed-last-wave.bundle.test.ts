import { workedWave } from '@wavefront/testing'
import { isWrite, lastWave, pointsOf, statesOf } from './landing-points.ts'
import { type Landing, nothing, openLanding, type There, whatIsLost } from './landings.ts'
import { aAndB, bothLanded, feature, shop, titled } from './shop.ts'

let landing: Landing
let unhurt: There
let requests: readonly string[]
beforeAll(async () => {
  const world = await shop({ files: titled })
  await (await workedWave(world, aAndB, { onBranches: true })).all()
  const c = { c: { 'c.txt': 'c\n' } }
  landing = await openLanding(world, await workedWave(world, c, { onBranches: true, wave: 2 }))
  landing.reset()
  requests = (await landing.land()).requests
  unhurt = landing.there()
})
afterAll(() => landing.close())
beforeEach(() => landing.reset())

test('unhurt, it changes all of this', () => {
  expect(requests.filter(isWrite).sort()).toEqual([...lastWave].sort())
  expect(unhurt).toEqual({
    branches: ['beads-sync', feature],
    landed: [...bothLanded.landed, 'merge: task c'],
    closed: ['shop', 'a', 'b', 'c'],
    attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
    pulls: bothLanded.pulls,
    comments: ['Complete · 3/3 tasks landed'],
    statuses: [...bothLanded.statuses, 'success 3/3 tasks landed'],
    dispatched: [],
    tip: expect.stringMatching(/^[0-9a-f]{40}$/),
  })
})

describe('the job that lands the last wave is killed, and run again', () => {
  test.each(pointsOf(lastWave))('%s', async (_, point) => {
    const killed = await landing.land({ stop: { ...point, by: 'end' } })
    expect([killed.code, killed.isOver()]).toEqual([null, true])
    expect(whatIsLost(landing)).toEqual(nothing)
    const end = await landing.land({ again: true })
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'complete'])
    expect(landing.there()).toEqual(unhurt)
    expect(whatIsLost(landing)).toEqual(nothing)
  })
})

describe('the job that lands the last wave is killed, and a new run goes on instead', () => {
  test.each(statesOf(lastWave))('%s', async (_, point) => {
    await landing.land({ stop: { ...point, by: 'end' } })
    expect(whatIsLost(landing)).toEqual(nothing)
    await landing.runToTheEnd()
    expect(landing.there()).toEqual(unhurt)
    expect(whatIsLost(landing)).toEqual(nothing)
  })
})
