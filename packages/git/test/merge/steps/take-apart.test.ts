import fc from 'fast-check'
import { takeApart } from '../../../src/merge/steps/take-apart.ts'

describe('a hunk apart', () => {
  const agreed = (items: readonly string[]) => ({ is: 'agreed', items })
  const cases = [
    {
      name: 'a deletion above an edit',
      sides: { base: ['a', 'b'], ours: ['b'], theirs: ['a', 'B'] },
      parts: [agreed(['B'])],
    },
    {
      name: 'an insertion above a line, and an edit of it',
      sides: { base: ['a'], ours: ['new', 'a'], theirs: ['A'] },
      parts: [agreed(['new', 'A'])],
    },
    {
      name: 'an insertion below it',
      sides: { base: ['a'], ours: ['A'], theirs: ['a', 'new'] },
      parts: [agreed(['A', 'new'])],
    },
    {
      name: 'insertions at one place',
      sides: { base: ['a', 'b'], ours: ['A', 'b', 'o'], theirs: ['a', 'b', 't'] },
      parts: [agreed(['A', 'b']), { is: 'hunk', hunk: { base: [], ours: ['o'], theirs: ['t'] } }],
    },
    {
      name: 'a change that both made',
      sides: { base: ['a', 'b', 'c'], ours: ['a', 'X', 'C'], theirs: ['A', 'X', 'C'] },
      parts: [
        {
          is: 'hunk',
          hunk: { base: ['a', 'b', 'c'], ours: ['a', 'X', 'C'], theirs: ['A', 'X', 'C'] },
        },
      ],
    },
    {
      name: 'an insertion within what the other side replaced',
      sides: { base: ['a', 'b'], ours: ['a', 'new', 'b'], theirs: ['X'] },
      parts: [{ is: 'hunk', hunk: { base: ['a', 'b'], ours: ['a', 'new', 'b'], theirs: ['X'] } }],
    },
    {
      name: 'words hold lines together, and brackets hardly do',
      sides: {
        base: ['}', 'one', '}'],
        ours: ['one', '}', '}', 'new'],
        theirs: ['zero', '}', 'one', '}'],
      },
      parts: [agreed(['zero', 'one', '}', '}', 'new'])],
    },
  ]
  test.each(cases)('$name', ({ sides, parts }) => {
    expect(takeApart(sides)).toEqual(parts)
  })

  test('a hunk too long to be looked through stays as it is', () => {
    const many = (word: string) => Array.from({ length: 200_000 }, (_, at) => `${word} ${at}`)
    const hunk = { base: many('base'), ours: many('ours'), theirs: many('theirs') }
    expect(takeApart(hunk)).toEqual([{ is: 'hunk', hunk }])
    const inserted = { base: ['a'], ours: [...many('ours'), 'a'], theirs: ['b'] }
    expect(takeApart(inserted)).toEqual([agreed([...many('ours'), 'b'])])
  })

  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '}', ''), { maxLength: 7 })

  test('no part has less than each side made of it', () => {
    fc.assert(
      fc.property(lines, lines, lines, (base, ours, theirs) => {
        const parts = takeApart({ base, ours, theirs })
        const left = parts.flatMap((part) =>
          part.is === 'agreed' ? part.items : [...part.hunk.ours, ...part.hunk.theirs],
        )
        for (const line of new Set([...ours, ...theirs])) {
          const count = (items: readonly string[]) => items.filter((item) => item === line).length
          const added = Math.max(count(ours), count(theirs)) - count(base)
          expect(count(left)).toBeGreaterThanOrEqual(added)
        }
      }),
    )
  })

  test('it does not matter whose side is whose where nothing is left to settle', () => {
    let apart = 0
    fc.assert(
      fc.property(lines, lines, lines, (base, ours, theirs) => {
        const parts = takeApart({ base, ours, theirs })
        if (parts.some(({ is }) => is === 'hunk')) return
        apart += 1
        expect(takeApart({ base, ours: theirs, theirs: ours })).toEqual(parts)
      }),
    )
    expect(apart).toBeGreaterThan(5)
  })

  test('a side that changed nothing has no say', () => {
    fc.assert(
      fc.property(lines, lines, (base, other) => {
        const whole = other.length > 0 ? [agreed(other)] : []
        expect(takeApart({ base, ours: base, theirs: other })).toEqual(whole)
        expect(takeApart({ base, ours: other, theirs: base })).toEqual(whole)
      }),
    )
  })
})
