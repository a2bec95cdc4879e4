import { type GitWorld, gitWorld, oddName } from '@wavefront/testing'
import { type CommitSha, commitSha } from '@wavefront/wave'
import { commitFiles, listFilesAt, readFileAt } from '../src/files-at.ts'
import { openRepository, type Repository } from '../src/repository.ts'

let world: GitWorld
let repository: Repository
let base: CommitSha

beforeEach(async () => {
  world = gitWorld({
    files: {
      '.beads/issues.jsonl': '{"id":"é"}\n',
      [`.beads/${oddName}`]: 'odd\n',
      '.beads-not/x': 'x\n',
    },
  })
  repository = await openRepository(world.dir)
  base = commitSha(world.sha('main'))
})
afterEach(() => world.remove())

test('a file is read as it was committed, and one that is not there is nothing', async () => {
  world.write({ '.beads/issues.jsonl': 'not committed\n' })
  expect(await readFileAt(repository, base, '.beads/issues.jsonl')).toEqual('{"id":"é"}\n')
  expect(await readFileAt(repository, base, oddName)).toEqual('odd\n')
  expect(await readFileAt(repository, base, 'nowhere')).toBeUndefined()
  expect(await readFileAt(repository, base, '.beads')).toBeUndefined()
})

test('the plain files of a directory are listed, links and other directories left out', async () => {
  world.git(
    'update-index',
    '--add',
    '--cacheinfo',
    `120000,${world.git('rev-parse', 'main:README.md')},.beads/link`,
  )
  world.git('commit', '--quiet', '-m', 'a link')
  const at = commitSha(world.sha('main'))
  expect(await listFilesAt(repository, at, '.beads')).toEqual([
    `.beads/${oddName}`,
    '.beads/issues.jsonl',
  ])
  expect(await listFilesAt(repository, at, 'nowhere')).toEqual([])
})

describe('a commit of files', () => {
  const at = new Date('2026-02-01T00:00:00Z')

  test('leaves everything else of its parent', async () => {
    const files = new Map([['.beads/issues.jsonl', 'new\n']])
    const made = await commitFiles(repository, { parent: base, files, subject: 'chore: x', at })
    expect(world.git('log', '-1', '--format=%P %an %at %s', made)).toEqual(
      `${base} Wavefront 1769904000 chore: x`,
    )
    expect(world.paths(made)).toEqual(world.paths(base))
    expect(world.read(made, '.beads/issues.jsonl')).toEqual('new\n')
  })

  test('without a parent begins a branch, in a repository that has nothing else, too', async () => {
    const empty = gitWorld({ empty: true })
    const files = new Map([[`dir/${oddName}`, 'ö\n']])
    const into: Repository = { ...repository, top: empty.dir, gitDir: `${empty.dir}/.git` }
    const made = await commitFiles(into, { files, subject: 'chore: x', at })
    expect(empty.git('log', '-1', '--format=%P', made)).toEqual('')
    expect(empty.paths(made)).toEqual([`dir/${oddName}`])
    empty.remove()
  })

  test('is the same one from the same input', async () => {
    const wanted = { parent: base, files: new Map([['a', 'a']]), subject: 'chore: x', at }
    expect(await commitFiles(repository, wanted)).toEqual(await commitFiles(repository, wanted))
  })
})
