import fc from 'fast-check'
import { renderMergeText } from '../../src/index.ts'
import { hostile } from '../hostile.ts'
import { expectFile } from '../snapshot.ts'
import { buildMerge, eventfulMerge, hostileMerge } from './build-merge.ts'

test('a terminal of 80 columns: one version under the other', () => {
  expectFile('merge-narrow.txt', renderMergeText(eventfulMerge(), { colour: false, width: 80 }))
})

test('a wide terminal: side by side', () => {
  expectFile('merge-wide.txt', renderMergeText(eventfulMerge(), { colour: false, width: 120 }))
})

test('what gave way is red, and what stands is green', () => {
  const text = renderMergeText(eventfulMerge(), { colour: true, width: 80 })
  expect(text).toContain('\u001b[31m- const limit = 20\u001b[39m\n')
  expect(text).toContain('\u001b[32m+ const limit = readLimit()\u001b[39m\n')
})

test.each([80, 120])('colours change no word at a width of %i', (width) => {
  const coloured = renderMergeText(eventfulMerge(), { colour: true, width })
  const plain = renderMergeText(eventfulMerge(), { colour: false, width })
  expect(coloured.replaceAll(ours, '')).toBe(plain)
})

test('nothing to merge', () => {
  expect(renderMergeText(buildMerge([]), { colour: false, width: 80 })).toBe(
    `Merging 0 branches onto main

0 of 0 branches merged onto main: no conflicts.
Tip a1b2c3d4e5, tree 0f1e2d3c4b.
`,
  )
})

test.each([80, 120])('10,000 lines are cut, with a count, at a width of %i', (width) => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `left ${i}`)
  const gaveWay = { lines, kept: ['right'], commit: 'c0ffee0000' }
  const resolutions = [{ path: 'a', step: 'task-file' as const, gaveWay }]
  const text = renderMergeText(buildMerge([{ name: 'b', is: 'merged', resolutions }]), {
    ...{ colour: false, width },
  })
  expect(text.split('\n').length).toBeLessThan(80)
  expect(text).toContain('; 10000 lines gave way, still in c0ffee0000\n')
  expect(text).toContain('9940 more lines gave way: the commit named above has all of them.\n')
})

test('many files are counted', () => {
  const paths = Array.from({ length: 25 }, (_, i) => `file ${i}`)
  const branch = { name: 'b', is: 'requeued', paths, resolutions: [] } as const
  const text = renderMergeText(buildMerge([branch]), { colour: false, width: 80 })
  expect(text).toContain('    file 19\n    … and 5 more files\n')
})

test('text commands no terminal, hides nothing and adds no colour, wherever it stands', () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(40, 80, 140), fc.boolean(), (text, width, colour) => {
      const page = renderMergeText(hostileMerge(text), { colour, width })
      expect(page.replaceAll(ours, '')).not.toMatch(
        /(?![\n\t])\p{Cc}|(?![\u200c\u200d])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u,
      )
    }),
  )
})

const ours = new RegExp(`${String.fromCharCode(0x1b)}\\[(?:[1-9]\\d?)m`, 'g')

test('what is nobody’s fault, and what is flaky, is told before the end', () => {
  const report = {
    ...buildMerge([{ name: 'one', is: 'waiting', resolutions: [] }]),
    problem: 'The checks fail on main itself, so nothing can be proved:\nexit code 1',
    flaky: [{ branches: ['one', 'two\n3'], reason: 'by chance' }],
  }
  const text = renderMergeText(report, { colour: false, width: 80 })
  expect(text).toContain('one  not merged')
  expect(text).toMatch(/The checks are flaky: red and then green with one, two.*3\n {4}by chance/)
  expect(text).toContain(
    'The checks fail on main itself, so nothing can be proved:\n    exit code 1',
  )
})
