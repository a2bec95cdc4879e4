import { taskId } from '@wavefront/tasks'
import { type GitWorld, gitWorld } from '@wavefront/testing'
import { type CommitSha, commitSha } from '@wavefront/wave'
import fc from 'fast-check'
import { createMerger } from '../../src/merge/create-merger.ts'
import { mergeTrees } from '../../src/merge/merge-trees.ts'
import { editTree } from '../../src/objects/edit-tree.ts'
import { objectsOf } from '../../src/objects/objects.ts'
import type { Version } from '../../src/objects/tree.ts'
import { openRepository, type Repository } from '../../src/repository.ts'
import { writeCommit } from '../../src/write-commit.ts'

let world: GitWorld
let repository: Repository
beforeAll(async () => {
  world = gitWorld()
  repository = await openRepository(world.dir)
})
afterAll(() => world.remove())

type Files = ReadonlyMap<string, string>
type Edit = (files: Map<string, string>) => void

const dirs = fc.constantFrom('', 'one/', 'two/', 'one/in/', 'new/')
const name = fc.tuple(dirs, fc.constantFrom('a', 'b', 'c', 'one')).map((parts) => parts.join(''))
const words = fc.constantFrom('first', 'second', 'third')
const text = words.map((word) => Array.from({ length: 9 }, (_, at) => `${word} ${at}\n`).join(''))

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(name, fc.nat(8), words).map(
    ([path, at, word]): Edit =>
      (files) => {
        const lines = files.get(path)?.split('\n')
        if (lines)
          files.set(path, lines.map((line, n) => (n === at ? `${word} by hand` : line)).join('\n'))
      },
  ),
  fc.tuple(name, text).map(
    ([path, content]): Edit =>
      (files) =>
        files.set(path, content),
  ),
  name.map(
    (path): Edit =>
      (files) =>
        files.delete(path),
  ),
  fc.tuple(name, name).map(
    ([from, to]): Edit =>
      (files) => {
        const content = files.get(from)
        if (content === undefined) return
        files.delete(from)
        files.set(to, content)
      },
  ),
  fc.tuple(dirs, dirs).map(
    ([from, to]): Edit =>
      (files) =>
        moveAll(files, from, to),
  ),
)
const edits = fc.array(edit, { minLength: 1, maxLength: 3 })
const base = fc.dictionary(name, text, { minKeys: 2, maxKeys: 10 })

test('where git merges by itself the tree is the one that git makes, whoever has touched what', async () => {
  let clean = 0
  let conflicts = 0
  await fc.assert(
    fc.asyncProperty(base, edits, edits, edits, async (files, ...sides) => {
      const start = new Map(Object.entries(files))
      const from = await commit(start, [])
      const merger = createMerger(repository)
      let tip = from
      for (const [at, side] of sides.entries()) {
        const edited = new Map(start)
        for (const apply of side) apply(edited)
        const work = await commit(edited, [from])
        const git = await mergeTrees(repository, tip, work)
        const of = { is: 'task', id: taskId(`t-${at}`), wave: 1, attempt: 1 } as const
        const merged = await merger.merge({ tip, commit: work, of })
        conflicts += git.conflicts.length
        if (!git.notices.some(({ type }) => type.startsWith('CONFLICT'))) {
          clean += 1
          expect(merged).toMatchObject({ is: 'merged', tree: git.tree, resolutions: [] })
        }
        if (merged.is !== 'merged') continue
        const inConflict = new Set(git.conflicts.map(({ path }) => path))
        expect(merged.resolutions.filter(({ path }) => !inConflict.has(path))).toEqual([])
        tip = merged.commit
      }
    }),
    { numRuns: 60 },
  )
  expect(clean).toBeGreaterThan(60)
  expect(conflicts).toBeGreaterThan(5)
  expect(world.git('fsck', '--strict', '--no-dangling')).toEqual('')
}, 60_000)

async function commit(files: Files, parents: readonly CommitSha[]): Promise<CommitSha> {
  const objects = objectsOf(repository)
  const versions = new Map<string, Version>()
  for (const [path, content] of files) {
    // A name cannot be a file and a directory: the directory stays.
    if ([...files.keys()].some((other) => other.startsWith(`${path}/`))) continue
    versions.set(path, { mode: '100644', object: await objects.write('blob', content) })
  }
  const tree = await editTree(objects, emptyTree, versions)
  const message = { subject: 'work', trailers: {} }
  const by = { name: 'Somebody', email: 'somebody@example.org' }
  return commitSha(await writeCommit(repository, { tree, parents, message, by, at: new Date(0) }))
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

function moveAll(files: Map<string, string>, from: string, to: string): void {
  for (const [path, content] of [...files]) {
    if (from === to || !path.startsWith(from) || to.startsWith(from)) continue
    files.delete(path)
    files.set(`${to}${path.slice(from.length)}`, content)
  }
}
