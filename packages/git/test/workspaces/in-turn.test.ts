import { createTurns } from '../../src/workspaces/in-turn.ts'

test('work waits for its turn, also when the one before it failed', async () => {
  const inTurn = createTurns()
  const log: string[] = []
  const work = (name: string, fails = false) =>
    inTurn(async () => {
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    })
  const ends = await Promise.allSettled([work('one'), work('two', true), work('three')])
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  const names = ['one', 'two', 'three']
  expect(log).toEqual(names.flatMap((name) => [`${name} begins`, `${name} ends`]))
})
