import { makeHermetic } from '@wavefront/testing'
import fc from 'fast-check'
import { align } from '../../../src/merge/align.ts'
import { settleUnion } from '../../../src/merge/attributes/settle-union.ts'

beforeAll(() => makeHermetic())

test('every line that a side added is there', async () => {
  const line = fc.constantFrom('a', 'b', 'c', 'd')
  const text = fc.array(line, { maxLength: 6 })
  const join = (lines: readonly string[]) => lines.map((one) => `${one}\n`).join('')
  await fc.assert(
    fc.asyncProperty(text, text, text, async (base, ours, theirs) => {
      const sides = { base: join(base), ours: join(ours), theirs: join(theirs) }
      const { content, decisions } = await settleUnion(sides, align)
      const lines = content.split('\n')
      const added = [...ours, ...theirs].filter((one) => !base.includes(one))
      expect(lines).toEqual(expect.arrayContaining(added))
      expect(decisions.every(({ gaveWay }) => gaveWay === undefined)).toEqual(true)
    }),
    { numRuns: 60 },
  )
})
