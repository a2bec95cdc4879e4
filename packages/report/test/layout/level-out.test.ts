import fc from 'fast-check'
import { levelOut, type Wish } from '../../src/layout/level-out.ts'

test.each<[string, Wish[], number[]]>([
  ['nothing', [], []],
  ['room enough', [wish(0), wish(30)], [0, 30]],
  ['two at the same place', [wish(0), wish(0)], [-5, 5]],
  ['a block that pushes another', [wish(0), wish(0), wish(6)], [-8, 2, 12]],
  ['the wrong way round', [wish(20), wish(0)], [5, 15]],
])('%s', (_, wishes, expected) => {
  expect(levelOut(wishes)).toEqual(expected)
})

test('nothing overlaps, and no small change of a block is better', () => {
  const wishes = fc.array(
    fc.record({ middle: fc.integer({ min: -50, max: 50 }), room: fc.integer({ min: 1, max: 20 }) }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(wishes, fc.nat(), fc.nat(), fc.constantFrom(-0.01, 0.01), (given, a, b, by) => {
      const middles = levelOut(given)
      expect(isFree(given, middles)).toBe(true)
      const [from, to] = [a, b].map((n) => n % (given.length + 1)).sort((x, y) => x - y)
      const moved = middles.map((at, i) => (i >= Number(from) && i < Number(to) ? at + by : at))
      if (isFree(given, moved)) {
        expect(cost(given, moved)).toBeGreaterThanOrEqual(cost(given, middles) - 1e-9)
      }
    }),
  )
})

function wish(middle: number): Wish {
  return { middle, room: 10 }
}

function isFree(wishes: readonly Wish[], middles: readonly number[]): boolean {
  return wishes.every(({ room }, i) => {
    if (i === 0) return true
    const apart = Number(middles[i]) - Number(middles[i - 1])
    return apart >= (room + Number(wishes[i - 1]?.room)) / 2 - 1e-6
  })
}

function cost(wishes: readonly Wish[], middles: readonly number[]): number {
  return wishes.reduce((sum, { middle }, i) => sum + (Number(middles[i]) - middle) ** 2, 0)
}
