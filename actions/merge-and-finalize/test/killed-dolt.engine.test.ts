import { describeEngine, workedWave } from '@wavefront/testing'
import { bdOnPath, doltReader, doltShop } from './dolt-shop.ts'
import { isWrite, statesOf } from './landing-points.ts'
import { type Landing, nothing, openLanding, type There, whatIsLost } from './landings.ts'
import { aAndB, bothLanded, feature } from './shop.ts'

/** What the landing of a first wave changes. The four pushes after the feature branch's are bd's. */
const writes = [
  'POST /git-receive-pack',
  'POST /git-receive-pack (2)',
  'POST /git-receive-pack (3)',
  'POST /git-receive-pack (4)',
  'POST /git-receive-pack (5)',
  'POST /statuses/…',
  'POST /pulls',
  'POST /issues/7/comments',
  'POST /git-receive-pack (6)',
  'POST /actions/workflows/wavefront.yml/dispatches',
]
const ofBd = writes.slice(1, 5)

/** For a landing that is killed and what comes after it, on a busy machine. */
const patience = 120_000

describeEngine('bd-1.3.0', (bd) => {
  let landing: Landing
  let unhurt: There
  let requests: readonly string[]
  beforeAll(async () => {
    const world = await doltShop(bd)
    const wave = await workedWave(world, aAndB, { onBranches: true })
    const wish = { env: bdOnPath(world, bd), readTasks: doltReader(world, bd) }
    landing = await openLanding(world, wave, wish)
    requests = (await landing.land()).requests
    unhurt = landing.there()
  }, patience)
  afterAll(() => landing.close())
  beforeEach(() => landing.reset())

  test('unhurt, it changes all of this', () => {
    expect(requests.filter(isWrite).sort()).toEqual([...writes].sort())
    expect(unhurt).toEqual({
      ...bothLanded,
      branches: ['__dolt_remote_info__', feature],
      tip: expect.stringMatching(/^[0-9a-f]{40}$/),
    })
  })

  /** The branch comes before the tasks, which wait for it and are closed by whoever comes next. */
  function expectNothingLost(): void {
    expect(whatIsLost(landing)).toEqual({ ...nothing, landedAndOpen: expect.any(Array) })
  }

  describe('the job that lands is killed, and run again', () => {
    test.each(statesOf(writes))(
      '%s',
      async (_, point) => {
        const killed = await landing.land({ stop: { ...point, by: 'end' } })
        expect([killed.code, killed.isOver()]).toEqual([null, true])
        expectNothingLost()
        const end = await landing.land({ again: true })
        expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
        expect(landing.there()).toEqual(unhurt)
        expect(whatIsLost(landing)).toEqual(nothing)
      },
      patience,
    )
  })

  describe('a connection of bd breaks, and the same job comes to its end', () => {
    test.each(ofBd)(
      'after %s',
      async (at) => {
        const end = await landing.land({ stop: { when: 'after', at, by: 'cut' } })
        expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
        expect(landing.there()).toEqual(unhurt)
      },
      patience,
    )
  })

  describe('the job that lands is killed, and a new run goes on instead', () => {
    // Whatever bd has pushed, its next clone goes on from there: one of its four pushes stands for all.
    test.each(writes.slice(0, 2))(
      'after %s',
      async (at) => {
        await landing.land({ stop: { when: 'after', at, by: 'end' } })
        expectNothingLost()
        await landing.runToTheEnd()
        expect(landing.there()).toMatchObject({
          landed: [...bothLanded.landed, 'merge: task c'],
          closed: ['a', 'b', 'c', 'shop'],
          attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
          pulls: bothLanded.pulls,
          comments: ['Complete · 3/3 tasks landed'],
        })
        expect(whatIsLost(landing)).toEqual(nothing)
      },
      patience,
    )
  })
})
