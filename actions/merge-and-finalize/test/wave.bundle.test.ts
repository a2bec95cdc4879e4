import { type HostedWorld, whatThereIs } from '@wavefront/testing'
import { bothLanded, config, shop } from './shop.ts'

let world: HostedWorld
afterEach(() => world.close())

test('a graph of two waves runs to one pull request', async () => {
  world = await shop({ config: `${config}checks: test -f README.md\n` })
  const first = await world.wave()
  expect(first.land?.outputs.next_wave).toBe('dispatched')
  expect(whatThereIs(world)).toEqual(bothLanded)
  const second = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
  expect(second.land?.outputs.next_wave).toBe('complete')
  const { landed, closed, comments, pulls } = whatThereIs(world)
  expect({ landed, closed, comments, pulls }).toEqual({
    landed: ['merge: task a', 'merge: task b', 'merge: task c'],
    closed: ['shop', 'a', 'b', 'c'],
    comments: ['Complete · 3/3 tasks landed'],
    pulls: ['open 🤖 Implement Issue #7: Add a shop'],
  })
  expect(world.github.violations).toEqual([])
})
