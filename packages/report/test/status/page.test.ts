import fc from 'fast-check'
import { foldPart, type Part, renderPage, tableRows } from '../../src/status/page.ts'

const part = (name: string, rows: readonly string[], more: Partial<Part> = {}): Part => ({
  ...{ name, rank: 0, rows, between: '\n' },
  ...more,
})

/** What stays free for the sentence about what was left out. */
const reserve = 400

test('what fits is shown whole, and a part without rows not at all', () => {
  const parts = [part('a', ['1', '2']), part('b', [], { before: '# B' }), part('c', ['3'])]
  expect(renderPage(parts, 1000)).toBe('1\n2\n\n3\n')
})

test('the last rows go, with a word on how many', () => {
  const rows = ['1', '2', '3', '4', '5'].map((sign) => sign.repeat(10))
  expect(renderPage([part('a', rows)], reserve + 44)).toBe(
    `${'1'.repeat(10)}\n${'2'.repeat(10)}\n\n… and 3 more\n`,
  )
})

test('the rows of least urgency go, and the others keep their order', () => {
  const rows = ['1', '2', '3', '4', '5'].map((sign) => sign.repeat(10))
  const page = renderPage([part('a', rows, { urgency: [1, 0, 1, 0, 1] })], reserve + 44)
  expect(page).toBe(`${'2'.repeat(10)}\n${'4'.repeat(10)}\n\n… and 3 more\n`)
})

test('what stands around the rows stays around them', () => {
  const rows = tableRows(['A'], [['1'], ['2'], ['x'.repeat(100)]])
  const table = foldPart('All', part('a', [], rows))
  expect(renderPage([table], reserve + 120)).toBe(
    '<details><summary>All</summary>\n\n| A |\n| --- |\n| 1 |\n| 2 |\n\n… and 1 more\n\n</details>\n',
  )
})

test('of two parts the one of the higher rank goes, and is named', () => {
  const parts = [
    part('details', ['x'.repeat(80)], { rank: 2 }),
    part('the rest', ['y'.repeat(80)], { rank: 1 }),
  ]
  expect(renderPage(parts, reserve + 100)).toBe(
    `${'y'.repeat(80)}\n\n*Left out for want of room: details.*\n`,
  )
})

test('a share leaves room for others, and takes what they leave', () => {
  const many = Array.from({ length: 100 }, () => 'x'.repeat(9))
  const first = part('first', many, { rank: 1, share: 100 })
  const rowsIn = (page: string) => page.match(/x{9}/g)?.length
  const second = part('second', ['y'.repeat(700)], { rank: 2 })
  expect(rowsIn(renderPage([first, second], reserve + 820))).toBe(10)
  expect(rowsIn(renderPage([first], reserve + 820))).toBe(80)
})

test('no page is too long, and what is said to be missing is missing', () => {
  const parts = fc.array(
    fc.record({
      name: fc.constantFrom('a', 'b'),
      rank: fc.nat(3),
      share: fc.nat(500),
      before: fc.constantFrom('', 'before'),
      after: fc.constantFrom('', 'after'),
      rows: fc.array(fc.nat(200).map((length) => 'x'.repeat(length + 1))),
      between: fc.constantFrom('\n' as const, '\n\n' as const),
    }),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(parts, fc.integer({ min: reserve, max: 4000 }), (wanted, most) => {
      const page = renderPage(wanted, most)
      expect(page.length).toBeLessThanOrEqual(most)
      const rows = wanted.flatMap((one) => one.rows).length
      const shown = page.match(/x+/g)?.length ?? 0
      const isWhole = !/… and \d+ more|Left out/.test(page)
      expect(isWhole).toBe(shown === rows)
    }),
  )
})
