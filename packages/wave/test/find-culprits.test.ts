import { findCulprits } from '@wavefront/wave'
import fc from 'fast-check'

async function search(count: number, bad: readonly number[]) {
  let runs = 0
  const items = Array.from({ length: count }, (_, i) => i)
  const found = await findCulprits(items, async (some) => {
    runs += 1
    return !some.some((item) => bad.includes(item))
  })
  return { ...found, runs }
}

describe('finding culprits', () => {
  test.each([
    ['the only one', 1, [0], 0],
    ['the first of eight', 8, [0], 4],
    ['the last of eight', 8, [7], 3],
    ['two of eight', 8, [2, 5], 8],
    ['all of three', 3, [0, 1, 2], 6],
  ])('%s', async (_, count, bad, mostRuns) => {
    const { good, culprits, runs } = await search(count, bad)
    expect(culprits).toEqual(bad)
    expect(good).toEqual([...Array(count).keys()].filter((item) => !bad.includes(item)))
    expect(runs).toBeLessThanOrEqual(mostRuns)
  })

  test('names exactly the bad ones, in about log2 n checks each', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 1, max: 40 })
          .chain((count) =>
            fc.tuple(
              fc.constant(count),
              fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 5 }),
            ),
          ),
        async ([count, bad]) => {
          const { culprits, runs } = await search(count, bad)
          expect([...culprits].sort()).toEqual([...bad].sort())
          expect(runs).toBeLessThanOrEqual(bad.length * (Math.ceil(Math.log2(count)) + 1))
        },
      ),
    )
  })

  test('two that are red only together cost one of them', async () => {
    const { good, culprits } = await findCulprits(
      ['a', 'b', 'c'],
      async (some) => !(some.includes('a') && some.includes('c')),
    )
    expect({ good, culprits }).toEqual({ good: ['a', 'b'], culprits: ['c'] })
  })
})
