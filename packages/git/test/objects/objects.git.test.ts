import { type GitWorld, gitWorld } from '@wavefront/testing'
import fc from 'fast-check'
import { compareTrees } from '../../src/objects/compare-trees.ts'
import { editTree } from '../../src/objects/edit-tree.ts'
import { type Objects, objectsOf } from '../../src/objects/objects.ts'
import { toBytes, toText, type Version } from '../../src/objects/tree.ts'
import { openRepository } from '../../src/repository.ts'

let world: GitWorld
let objects: Objects
beforeAll(async () => {
  world = gitWorld()
  objects = objectsOf(await openRepository(world.dir))
})
afterAll(() => world.remove())

test('what is written is what git itself would have written', async () => {
  const text = 'one\ntwo\n'
  const name = await objects.write('blob', text)
  world.write({ 'text.txt': text })
  expect(name).toEqual(world.git('hash-object', 'text.txt'))
  expect(world.git('cat-file', 'blob', name)).toEqual(text.trim())
  expect(await objects.write('blob', text)).toEqual(name)
})

test('an object that is written later is found by a git that is running already', async () => {
  expect(await objects.read('0'.repeat(40))).toBeUndefined()
  const content = `${'long '.repeat(100_000)}\n`
  const name = await objects.write('blob', content)
  const [look, read] = await Promise.all([objects.look(name), objects.read(name)])
  expect(look).toMatchObject({ type: 'blob', size: content.length })
  expect(read?.content.toString()).toEqual(content)
})

test('many questions at once get their own answers, also where there is none', async () => {
  const texts = Array.from({ length: 200 }, (_, at) => `${at}\n`.repeat(at))
  const names = await Promise.all(texts.map((text) => objects.write('blob', text)))
  const asked = names.flatMap((name) => [objects.read(name), objects.read('f'.repeat(40))])
  const answers = (await Promise.all(asked)).map((found) => found?.content.toString())
  expect(answers).toEqual(texts.flatMap((text) => [text, undefined]))
})

test('a question that would be two for git is refused', async () => {
  await expect(objects.read('HEAD\nHEAD')).rejects.toThrow('not an object')
})

test('a commit is itself, whatever somebody has put in its place', async () => {
  const [main, other] = [world.sha('main'), world.commitOn('main', { 'other.txt': 'other\n' })]
  const tree = world.git('rev-parse', 'main^{tree}')
  world.git('replace', main, other)
  const anew = objectsOf(await openRepository(world.dir))
  expect(await anew.findTree(main)).toEqual(tree)
  world.git('replace', '--delete', main)
})

test('a git that is gone is started anew, and what was asked of it fails', async () => {
  const gone = gitWorld()
  const others = objectsOf(await openRepository(gone.dir))
  gone.remove()
  await expect(others.read('HEAD')).rejects.toThrow()
  expect(await objects.findTree('HEAD')).toEqual(world.git('rev-parse', 'HEAD^{tree}'))
})

const names = fc.constantFrom('a', 'a.b', 'a-b', 'a0', 'ä', 'zz', 'Z', ' x')
const path = fc.array(names, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'))
const files = fc.dictionary(path, fc.constantFrom('1', '2', '3'), { maxKeys: 12 })

test('any tree can be made of any other by what differs between them', async () => {
  await fc.assert(
    fc.asyncProperty(files, files, async (before, after) => {
      const [one, other] = await Promise.all([treeOf(before), treeOf(after)])
      const edits = await compareTrees(objects, one, other)
      const changes = new Map(edits.map((edit) => [edit.path, edit.after]))
      expect(await editTree(objects, one, changes)).toEqual(other)
      const paths = edits.map((edit) => toText(edit.path)).sort()
      expect(paths).toEqual(gitsDifference(one, other))
    }),
    { numRuns: 60 },
  )
  expect(world.git('fsck', '--strict', '--no-dangling')).toEqual('')
}, 60_000)

/** A name may not be a file and a directory at once. */
async function treeOf(wanted: Readonly<Record<string, string>>): Promise<string> {
  const versions = new Map<string, Version>()
  for (const [name, text] of Object.entries(wanted)) {
    const isTaken = Object.keys(wanted).some((other) => other.startsWith(`${name}/`))
    if (isTaken) continue
    const object = await objects.write('blob', text)
    versions.set(toBytes(name), { mode: text === '3' ? '100755' : '100644', object })
  }
  return editTree(objects, emptyTree, versions)
}

const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904'

function gitsDifference(one: string, other: string): readonly string[] {
  const args = ['diff-tree', '-r', '-z', '--name-only', '--no-renames', one, other]
  const found = world.git(...args).split('\0')
  return [...new Set(found.filter((name) => name !== ''))].sort()
}
