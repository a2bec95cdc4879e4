import { workedWave } from '@wavefront/testing'
import { firstWave, statesOf } from './landing-points.ts'
import { type Landing, nothing, openLanding, type There, whatIsLost } from './landings.ts'
import { aAndB, bothLanded, shop, titled } from './shop.ts'

let landing: Landing
let unhurt: There
beforeAll(async () => {
  const world = await shop({ files: titled })
  landing = await openLanding(world, await workedWave(world, aAndB, { onBranches: true }))
  await landing.land()
  unhurt = landing.there()
})
afterAll(() => landing.close())
beforeEach(() => landing.reset())

describe('the job that lands is killed, and a new run goes on instead', () => {
  test.each(statesOf(firstWave))('%s', async (_, point) => {
    await landing.land({ stop: { ...point, by: 'end' } })
    expect(whatIsLost(landing)).toEqual(nothing)
    await landing.runToTheEnd()
    const { world } = landing
    const there = landing.there()
    expect(there).toEqual({
      branches: bothLanded.branches,
      landed: [...bothLanded.landed, 'merge: task c'],
      closed: ['shop', 'a', 'b', 'c'],
      attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
      pulls: bothLanded.pulls,
      comments: ['Complete · 3/3 tasks landed'],
      statuses: expect.arrayContaining(['success 3/3 tasks landed']),
      dispatched: expect.any(Array),
      tip: expect.any(String),
    })
    expect(there.dispatched.length).toBeLessThanOrEqual(1)
    expect(world.served.git('rev-parse', `${there.tip}^`)).toBe(unhurt.tip)
    expect(whatIsLost(landing)).toEqual(nothing)
  })
})
