import fc from 'fast-check'
import { keepInserts } from '../../../src/merge/steps/keep-inserts.ts'

describe('lines that the tip only inserted', () => {
  const cases = [
    {
      name: 'before its edit',
      base: ['const x = 1'],
      ours: ['// new', 'const x = 2'],
      theirs: ['const x = 3'],
      lines: ['// new', 'const x = 3'],
      others: ['const x = 2'],
    },
    {
      name: 'after its edit',
      base: ['const x = 1'],
      ours: ['const x = 2', 'log(x)'],
      theirs: ['const x = 3', 'send(x)'],
      lines: ['const x = 3', 'log(x)', 'send(x)'],
      others: ['const x = 2'],
    },
    {
      name: 'between two edits',
      base: ['call(a, b, 1)', 'call(c, d, 2)'],
      ours: ['call(a, b, 3)', 'added()', 'call(c, d, 4)'],
      theirs: ['call(a, b, 5)', 'call(c, d, 6)'],
      lines: ['call(a, b, 5)', 'added()', 'call(c, d, 6)'],
      others: ['call(a, b, 3)', 'call(c, d, 4)'],
    },
    {
      name: 'but not those that replace something',
      base: ['one two three'],
      ours: ['four five', 'six seven'],
      theirs: ['one two 3'],
      lines: ['one two 3'],
      others: ['four five', 'six seven'],
    },
    {
      name: 'once, where the task inserted the same',
      base: ['const x = 1'],
      ours: ['// new', 'const x = 2'],
      theirs: ['// new', 'const x = 3'],
      lines: ['// new', 'const x = 3'],
      others: ['const x = 2'],
    },
    {
      name: 'where the task deleted what they stood beside',
      base: ['const x = 1'],
      ours: ['const x = 2', 'log()'],
      theirs: [],
      lines: ['log()'],
      others: ['const x = 2'],
    },
  ]
  test.each(cases)('$name', ({ base, ours, theirs, lines, others }) => {
    expect(keepInserts({ base, ours, theirs })).toMatchObject({ lines, others })
  })

  test('the task’s lines all stay in their order, and each line of the tip’s is here or there', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'a b', 'a c', 'c d e'), { maxLength: 5 })
    fc.assert(
      fc.property(lines, lines, lines, (base, ours, theirs) => {
        const { lines, others } = keepInserts({ base, ours, theirs })
        const left = [...theirs]
        for (const line of lines) if (line === left[0]) left.shift()
        expect(left).toEqual([])
        for (const line of ours) expect(lines.includes(line) || others.includes(line)).toEqual(true)
      }),
    )
  })
})
