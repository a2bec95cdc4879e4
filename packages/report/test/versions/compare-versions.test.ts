import fc from 'fast-check'
import { compareVersions } from '../../src/versions/compare-versions.ts'
import { describeLeftOut } from '../../src/versions/describe-left-out.ts'
import { hostile } from '../hostile.ts'

const room = { lines: 4, signs: 20, total: 1_000 }
const numbered = (name: string, amount: number) =>
  Array.from({ length: amount }, (_, i) => `${name}${i + 1}`)

test('what is short is shown whole', () => {
  expect(compareVersions({ lines: ['a', 'x'], kept: ['a', 'y', 'z'] }, room)).toEqual({
    same: { above: 0, below: 0 },
    rows: [
      { is: 'same', line: 'a' },
      { is: 'changed', gaveWay: 'x', kept: 'y' },
      { is: 'changed', kept: 'z' },
    ],
    left: { gaveWay: 0, kept: 0 },
  })
})

test('of long stretches that are the same three lines are shown', () => {
  const [before, after] = [numbered('b', 9000), numbered('a', 5)]
  const sides = { lines: [...before, 'x', ...after], kept: [...before, 'y', ...after] }
  const comparison = compareVersions(sides, { ...room, lines: 10 })
  expect(comparison).toEqual({
    same: { above: 8997, below: 2 },
    rows: [
      ...['b8998', 'b8999', 'b9000'].map((line) => ({ is: 'same', line })),
      { is: 'changed', gaveWay: 'x', kept: 'y' },
      ...['a1', 'a2', 'a3'].map((line) => ({ is: 'same', line })),
    ],
    left: { gaveWay: 0, kept: 0 },
  })
  expect(describeLeftOut(comparison)).toEqual([
    'Not shown: 8999 lines around it, the same in both.',
  ])
})

test('what is too much is counted, with where it can be found', () => {
  const sides = { lines: numbered('x', 10_000), kept: numbered('y', 5) }
  const comparison = compareVersions(sides, room)
  expect(comparison.rows).toHaveLength(4)
  expect(comparison.left).toEqual({ gaveWay: 9996, kept: 1 })
  expect(describeLeftOut(comparison)).toEqual([
    '9996 more lines gave way: the commit named above has all of them.',
    '1 more line stands now: the merged file has all of them.',
  ])
})

test('the room is measured as the page will need it', () => {
  const sides = { lines: ['<<<<', '<<<<'], kept: [] }
  const sizeOf = (line: string) => line.length * 5
  expect(compareVersions(sides, { ...room, total: 30, sizeOf }).rows).toHaveLength(1)
  expect(compareVersions(sides, { ...room, total: 30 }).rows).toHaveLength(2)
})

test.each<[string, string, string, string, string]>([
  ['short lines', 'a', 'b', 'a', 'b'],
  ['a long line and a short one', 'a'.repeat(30), 'b', `${'a'.repeat(19)}…`, 'b'],
  [
    'two that differ late are shown where they differ',
    `${'='.repeat(90)}left`,
    `${'='.repeat(90)}right, and more and more`,
    '…=====left',
    '…=====right, and mo…',
  ],
  [
    'no emoji is cut in half',
    `${'🤖'.repeat(40)}left`,
    `${'🤖'.repeat(40)}right`,
    '…🤖🤖🤖left',
    '…🤖🤖🤖right',
  ],
])('%s', (_, gaveWay, kept, left, right) => {
  expect(compareVersions({ lines: [gaveWay], kept: [kept] }, room).rows).toEqual([
    { is: 'changed', gaveWay: left, kept: right },
  ])
})

test('every line is shown or counted, and none is too long', () => {
  const lines = fc.array(fc.oneof(hostile, fc.constantFrom('a', 'b', '')), { maxLength: 12 })
  fc.assert(
    fc.property(lines, lines, fc.nat(200), (gaveWay, kept, total) => {
      const { same, rows, left } = compareVersions({ lines: gaveWay, kept }, { ...room, total })
      const shown = (side: 'gaveWay' | 'kept') =>
        rows.flatMap((row) => (row.is === 'same' ? row.line : (row[side] ?? [])))
      const around = same.above + same.below
      expect(around + shown('gaveWay').length + left.gaveWay).toBe(gaveWay.length)
      expect(around + shown('kept').length + left.kept).toBe(kept.length)
      for (const line of [...shown('gaveWay'), ...shown('kept')]) {
        expect([...line].length).toBeLessThanOrEqual(room.signs)
        expect(line).not.toContain('\n')
      }
    }),
  )
})
