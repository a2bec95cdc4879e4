import { workedWave } from '@wavefront/testing'
import { firstWave, isWrite, pointsOf } from './landing-points.ts'
import { type Landing, nothing, openLanding, type There, whatIsLost } from './landings.ts'
import { aAndB, bothLanded, shop, titled } from './shop.ts'

let landing: Landing
let unhurt: There
let requests: readonly string[]
beforeAll(async () => {
  const world = await shop({ files: titled })
  landing = await openLanding(world, await workedWave(world, aAndB, { onBranches: true }))
  requests = (await landing.land()).requests
  unhurt = landing.there()
})
afterAll(() => landing.close())
beforeEach(() => landing.reset())

test('unhurt, it asks for all of this', () => {
  expect([...requests].sort()).toEqual([...firstWave].sort())
  expect(unhurt).toEqual({ tip: expect.stringMatching(/^[0-9a-f]{40}$/), ...bothLanded })
})

describe('the job that lands is killed, and run again', () => {
  test.each(pointsOf(firstWave))('%s', async (_, point) => {
    const killed = await landing.land({ stop: { ...point, by: 'end' } })
    expect([killed.code, killed.isOver()]).toEqual([null, true])
    expect(whatIsLost(landing)).toEqual(nothing)
    const end = await landing.land({ again: true })
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(landing.there()).toEqual(unhurt)
    expect(whatIsLost(landing)).toEqual(nothing)
  })
})

describe('a connection breaks, and the same job comes to its end', () => {
  test.each(pointsOf(firstWave.filter(isWrite)))('%s', async (_, point) => {
    const end = await landing.land({ stop: { ...point, by: 'cut' } })
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(landing.there()).toEqual(unhurt)
    expect(whatIsLost(landing)).toEqual(nothing)
  })
})
