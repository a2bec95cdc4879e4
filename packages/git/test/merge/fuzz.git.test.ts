import { taskId } from '@wavefront/tasks'
import { gitWorld } from '@wavefront/testing'
import { type CommitSha, commitSha, type MergeStep } from '@wavefront/wave'
import fc from 'fast-check'
import { createMerger } from '../../src/merge/create-merger.ts'
import { tokenise } from '../../src/merge/tokens.ts'
import { openRepository } from '../../src/repository.ts'

const world = gitWorld()
afterAll(() => world.remove())

/** Many conflicts on few lines; a file may be there or not. */
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd(e)', '}'), { maxLength: 5 })
const file = fc.option(
  lines.map((all) => all.map((line) => `${line}\n`).join('')),
  { nil: null, freq: 8 },
)
const tree = fc.record({ 'one.txt': file, 'two words.txt': file })
type Tree = Readonly<Record<string, string | null>>

test('three tasks merged one after another lose no line without a record', async () => {
  const merger = createMerger(await openRepository(world.dir))
  await fc.assert(
    fc.asyncProperty(tree, fc.tuple(tree, tree, tree), async (base, edits) => {
      const start = commitSha(commitTree({}, base, world.sha('main')))
      const found: Found = { added: [], steps: [], records: [] }
      let tip: CommitSha = start
      for (const [index, edit] of edits.entries()) {
        const commit = commitSha(commitTree(base, edit, start))
        const of = { is: 'task', id: taskId(`t-${index}`), wave: 1, attempt: 1 } as const
        const request = { tip, commit, of }
        const merged = await merger.merge(request)
        expect(await merger.merge(request)).toEqual(merged)
        if (merged.is === 'requeued') continue
        tip = merged.commit
        expect(await merger.merge({ ...request, tip })).toEqual({
          ...merged,
          resolutions: [],
          shared: [],
        })
        found.added.push(...addedLines(base, edit))
        found.steps.push(...merged.resolutions.map(({ step }) => step))
        found.records.push(...merged.resolutions.flatMap(({ gaveWay }) => gaveWay?.lines ?? []))
        expect({ base, edits, found, lost: lostLines(found, tip) }).toMatchObject({ lost: [] })
      }
    }),
    { numRuns: 12 },
  )
}, 120_000)

interface Found {
  readonly added: string[]
  readonly steps: MergeStep[]
  readonly records: string[]
}

/** A line that was merged word by word need not be there as a line, but its words must. */
function lostLines({ added, steps, records }: Found, commit: string): readonly string[] {
  const content = world.paths(commit).map((path) => world.read(commit, path))
  const lines = new Set(content.flatMap(toLines))
  const words = new Set(steps.some((step) => byWord.has(step)) ? content.flatMap(tokenise) : [])
  const isThere = (line: string) =>
    lines.has(line) || records.includes(line) || tokenise(line).every((word) => words.has(word))
  return added.filter((line) => !isThere(line))
}

const byWord: ReadonlySet<MergeStep> = new Set(['token-by-token', 'same-but-white-space'])

function addedLines(base: Tree, edit: Tree): readonly string[] {
  const old = new Set(Object.values(base).flatMap(toLines))
  return Object.values(edit)
    .flatMap(toLines)
    .filter((line) => !old.has(line))
}

function toLines(text: string | null | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '')
}

function commitTree(before: Partial<Tree>, after: Tree, parent: string): string {
  const changes = Object.entries(after).filter(
    ([path, content]) => content !== null || typeof before[path] === 'string',
  )
  return world.commitOn(parent, Object.fromEntries(changes))
}
