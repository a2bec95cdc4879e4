import { gitWorld } from '@wavefront/testing'
import { commitSha } from '@wavefront/wave'
import { readCommit, readCommits } from '../src/commits.ts'
import { openRepository } from '../src/repository.ts'

const world = gitWorld()
afterAll(() => world.remove())

test.each<[string, () => string]>([
  ['a commit', () => world.commit({ 'a.txt': 'a\n' }, 'a subject\n\nA body: äöü.\n\nKey: value')],
  ['the first commit', () => world.git('rev-list', '--max-parents=0', 'main')],
  ['a merge', () => world.commitOn(['main', world.commitOn('main', {})], {}, 'a merge')],
  ['a commit without a message', () => world.git('commit-tree', 'main^{tree}', '-m', '')],
  [
    'a commit in another encoding',
    () => {
      world.git('-c', 'i18n.commitEncoding=ISO-8859-1', 'commit', '--allow-empty', '-m', 'grüße')
      return world.sha('main')
    },
  ],
])('%s is read alone as git itself lists it', async (_, make) => {
  const sha = commitSha(make())
  const [listed] = await readCommits(await openRepository(world.dir), ['--no-walk', sha])
  const alone = await readCommit(await openRepository(world.dir), sha)
  expect({ ...alone, message: alone?.message.trim() }).toEqual({
    ...{ ...listed, message: listed?.message.trim() },
  })
})

test('what is no commit is none', async () => {
  const repository = await openRepository(world.dir)
  expect(await readCommit(repository, commitSha('1'.repeat(40)))).toBeUndefined()
  const tree = world.git('rev-parse', 'main^{tree}')
  expect(await readCommit(repository, commitSha(tree))).toBeUndefined()
})
