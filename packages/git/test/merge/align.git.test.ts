import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeHermetic, runGit } from '@wavefront/testing'
import fc from 'fast-check'
import { align, alignByGit } from '../../src/merge/align.ts'
import { alignOnePlace } from '../../src/merge/align-one-place.ts'

const dir = mkdtempSync(join(tmpdir(), 'align-'))
beforeAll(() => makeHermetic())
afterAll(() => rmSync(dir, { recursive: true }))

test('tells what both agree on from what they do not', async () => {
  const regions = await align({
    base: ['a', 'b', 'c', 'd', 'e'],
    ours: ['a', 'B1', 'c', 'd', 'E'],
    theirs: ['A', 'b', 'c', 'D2', 'e'],
  })
  expect(regions).toEqual([
    { is: 'hunk', hunk: { base: ['a', 'b'], ours: ['a', 'B1'], theirs: ['A', 'b'] } },
    { is: 'agreed', items: ['c'] },
    { is: 'hunk', hunk: { base: ['d', 'e'], ours: ['d', 'E'], theirs: ['D2', 'e'] } },
  ])
})

test('items may look like anything', async () => {
  const items = ['<<<<<<< a', '=======', '>>>>>>> b', '|||||||', '', '7', 'a\nb']
  const regions = await align({ base: items, ours: [...items, 'o'], theirs: ['t', ...items] })
  expect(regions).toEqual([{ is: 'agreed', items: ['t', ...items, 'o'] }])
})

test('nothing at all is agreed on', async () => {
  expect(await align({ base: [], ours: [], theirs: [] })).toEqual([])
})

test('equals git merge-file where nothing is left to be settled', async () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(lines, lines, lines, async (base, ours, theirs) => {
      const regions = await align({ base, ours, theirs })
      const expected = tryMergeFile({ base, ours, theirs })
      // Without --diff3 git goes on to compare what is left, and may find that both sides mean the same.
      if (!regions.every(({ is }) => is === 'agreed')) return
      const merged = regions.flatMap((region) => (region.is === 'agreed' ? region.items : []))
      expect(merged).toEqual(expected)
    }),
    { numRuns: 60 },
  )
})

test('what is told without git is what git would tell', async () => {
  const lines = (items: readonly string[]) => fc.array(fc.constantFrom(...items), { maxLength: 3 })
  const ends = fc.tuple(lines(['a', 'b', 'o', 't']), lines(['a', 'b', 'o', 't']))
  let told = 0
  await fc.assert(
    fc.asyncProperty(
      ends,
      lines(['a', 'b']),
      lines(['o', 'c']),
      lines(['t', 'c']),
      async (...all) => {
        const [[start, end], base, ours, theirs] = all
        const around = (items: readonly string[]) => [...start, ...items, ...end]
        const sides = { base: around(base), ours: around(ours), theirs: around(theirs) }
        const regions = alignOnePlace(sides)
        if (regions === undefined) return
        told += 1
        expect(regions).toEqual(await alignByGit(sides))
      },
    ),
    { numRuns: 150 },
  )
  expect(told).toBeGreaterThan(20)
})

function tryMergeFile(sides: Record<string, readonly string[]>): readonly string[] | undefined {
  for (const [name, lines] of Object.entries(sides)) {
    writeFileSync(join(dir, name), lines.map((line) => `${line}\n`).join(''))
  }
  try {
    const merged = runGit(['merge-file', '-p', '-q', 'ours', 'base', 'theirs'], {
      cwd: dir,
      keepNewline: true,
    })
    return merged.split('\n').slice(0, -1)
  } catch {
    return undefined
  }
}
