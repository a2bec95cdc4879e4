import { deletedLines, unreadableFile } from '../../src/merge/stand-ins.ts'

describe('deleted lines', () => {
  const cases = [
    { name: 'one', base: ['a', 'b'], side: ['a'], says: '(1 line was deleted here)' },
    { name: 'all', base: ['a', 'b', 'c'], side: [], says: '(3 lines were deleted here)' },
    {
      name: 'one of two that are equal',
      base: ['a', 'a'],
      side: ['a'],
      says: '(1 line was deleted here)',
    },
    { name: 'one that was replaced', base: ['a'], side: ['b'], says: '(1 line was deleted here)' },
    { name: 'none', base: ['a'], side: ['b', 'a'], says: '(no lines)' },
  ]
  test.each(cases)('$name', ({ base, side, says }) => {
    expect(deletedLines(base, side)).toEqual(says)
  })
})

test('a file that cannot be shown is named by its blob', () => {
  const object = '1a2b3c4d5e6f'.padEnd(40, '0')
  expect(unreadableFile(object, 1234)).toEqual('(binary, 1234 bytes, blob 1a2b3c4d5e6f)')
  expect(unreadableFile(object)).toEqual('(too large to show, blob 1a2b3c4d5e6f)')
})
