import { makeHermetic } from '@wavefront/testing'
import fc from 'fast-check'
import { align } from '../../src/merge/align.ts'
import { type Decision, settleText } from '../../src/merge/settle-text.ts'

beforeAll(() => makeHermetic())

/** What a branch does to one line of the base. */
type Edit = 'keep' | 'indent' | 'delete' | 'replace' | 'insert'
const edit = fc.constantFrom<Edit>(
  'keep',
  'keep',
  'keep',
  'indent',
  'delete',
  'replace',
  'insert',
  'insert',
)
const edits = fc.array(edit, { minLength: 8, maxLength: 8 })
const base = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta']
const frames = ['### Features', '```js', '}', '']

test('what three branches only inserted is all there, as often as they did', async () => {
  const inserts = fc.array(fc.constantFrom<Edit>('keep', 'insert'), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.tuple(inserts, inserts, inserts), async (branches) => {
      const { lines } = await mergeAll(branches)
      const added = branches.flatMap(write).filter((line) => !base.includes(line))
      expect([...lines].sort()).toEqual([...base, ...added].sort())
    }),
    { numRuns: 20 },
  )
})

test('what three branches added is there, or in the record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(edits, edits, edits), async (branches) => {
      const { lines, gaveWay } = await mergeAll(branches)
      const added = branches.flatMap(write).filter((line) => !base.includes(line.trim()))
      expect([...lines, ...gaveWay]).toEqual(expect.arrayContaining(added))
    }),
    { numRuns: 30 },
  )
})

test('a line that one branch alone indented stays as it wrote it, or is in the record', async () => {
  await fc.assert(
    fc.asyncProperty(fc.tuple(edits, edits, edits), async (branches) => {
      const { lines, gaveWay } = await mergeAll(branches)
      for (const [at, line] of base.entries()) {
        const touched = branches.map((branch) => branch[at]).filter((one) => one !== 'keep')
        if (touched.length !== 1 || touched[0] !== 'indent') continue
        expect({ branches, lines, left: [...lines, ...gaveWay] }).toMatchObject({
          left: expect.arrayContaining([`  ${line}`]),
        })
      }
    }),
    { numRuns: 30 },
  )
})

test('the order of branches that share no line does not change the result', async () => {
  const owners = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(edits, owners, async (all, isFirst) => {
      const first = all.map((one, at): Edit => (isFirst[at] ? one : 'keep'))
      const second = all.map((one, at): Edit => (isFirst[at] ? 'keep' : one))
      const [ours, theirs] = [write(first, 0), write(second, 1)]
      const merged = await settle({ base, ours, theirs })
      expect(merged.decisions.flatMap(({ gaveWay }) => gaveWay ?? [])).toEqual([])
      expect((await settle({ base, ours: theirs, theirs: ours })).content).toEqual(merged.content)
    }),
    { numRuns: 30 },
  )
})

/** The lines that a branch adds have its own number in them, and frames that all of them use. */
function write(branch: readonly Edit[], own: number): readonly string[] {
  return base.flatMap((line, at) => {
    if (branch[at] === 'delete') return []
    if (branch[at] === 'indent') return [`  ${line}`]
    if (branch[at] === 'replace') return [`word${own}${at}`]
    const frame = frames[at % frames.length] ?? ''
    return branch[at] === 'insert' ? [frame, `text${own}${at}`, frame, line] : [line]
  })
}

interface All {
  readonly lines: readonly string[]
  readonly gaveWay: readonly string[]
}

async function mergeAll(branches: readonly (readonly Edit[])[]): Promise<All> {
  let lines: readonly string[] = base
  const gaveWay: string[] = []
  for (const [at, branch] of branches.entries()) {
    const { content, decisions } = await settle({ base, ours: lines, theirs: write(branch, at) })
    lines = content.split('\n').slice(0, -1)
    gaveWay.push(...decisions.flatMap((decision) => decision.gaveWay?.lines ?? []))
  }
  return { lines, gaveWay }
}

type Lines = readonly string[]

function settle(sides: {
  readonly base: Lines
  readonly ours: Lines
  readonly theirs: Lines
}): Promise<{ readonly content: string; readonly decisions: readonly Decision[] }> {
  const join = (lines: Lines) => lines.map((line) => `${line}\n`).join('')
  const { base, ours, theirs } = sides
  return settleText({ base: join(base), ours: join(ours), theirs: join(theirs) }, align)
}
