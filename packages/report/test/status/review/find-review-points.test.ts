import { type FileChange, findReviewPoints } from '../../../src/index.ts'

const modified = (path: string): FileChange => ({ path, is: 'modified' })
const deleted = (path: string): FileChange => ({ path, is: 'deleted' })

describe('files that no task declared', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['nothing is declared', ['src/a.ts'], [], []],
    ['all are declared', ['src/a.ts', 'docs/x/y.md'], ['src/*.ts', 'docs'], []],
    ['one is not', ['src/a.ts', 'src/b.ts'], ['src/a.ts'], ['src/b.ts']],
    ['lock files follow', ['package-lock.json', 'api/Cargo.lock', 'go.sum'], ['src/**'], []],
    ['a path with the signs of a glob', ['app/[id]/page.tsx'], ['app/[id]/page.tsx'], []],
  ])('%s', (_, paths, declared, expected) => {
    const { undeclared } = findReviewPoints({ changes: paths.map(modified), declared })
    expect(undeclared).toEqual(expected)
  })

  test('a deleted file and a new name count too', () => {
    const changes: FileChange[] = [deleted('a.ts'), { path: 'b.ts', is: 'renamed' }]
    expect(findReviewPoints({ changes, declared: ['src'] }).undeclared).toEqual(['a.ts', 'b.ts'])
  })
})

describe('deleted tests', () => {
  test.each([
    'src/limits.test.ts',
    'src/limits.spec.jsx',
    'login.cy.ts',
    'tests/fixtures/a.json',
    'src/__tests__/a.js',
    'src/__snapshots__/a.snap',
    'pkg/limits_test.go',
    'app/test_limits.py',
    'app/limits_test.py',
    'conftest.py',
    'spec/limits_spec.rb',
    'src/test/java/LimitsTest.java',
    'LimitsTests.cs',
    'LimitsSpec.scala',
    'features/login.feature',
    'src/tests.rs',
  ])('%s is one', (path) => {
    expect(findReviewPoints({ changes: [deleted(path)], declared: [] }).deletedTests).toEqual([
      path,
    ])
  })

  test.each(['src/contest.ts', 'src/latest.py', 'Manifest.java', 'protest/a.ts', 'spec/api.yaml'])(
    '%s is none',
    (path) => {
      expect(findReviewPoints({ changes: [deleted(path)], declared: [] }).deletedTests).toEqual([])
    },
  )

  test('what is changed is not deleted', () => {
    const { deletedTests } = findReviewPoints({ changes: [modified('a.test.ts')], declared: [] })
    expect(deletedTests).toEqual([])
  })
})

describe('new dependencies', () => {
  const find = (change: Omit<FileChange, 'is'>) =>
    findReviewPoints({ changes: [{ ...change, is: 'modified' }], declared: [] }).newDependencies

  test('only what was not there before, by name', () => {
    const before = '{"dependencies":{"b":"1","a":"1"}}'
    const after = '{"dependencies":{"b":"2","d":"1","c":"1"},"devDependencies":{"a":"1","c":"1"}}'
    expect(find({ path: 'api/package.json', before, after })).toEqual([
      { file: 'api/package.json', name: 'c' },
      { file: 'api/package.json', name: 'd' },
    ])
  })

  test('all of a new manifest', () => {
    expect(find({ path: 'go.mod', after: 'require x.org/a v1.0.0' })).toEqual([
      { file: 'go.mod', name: 'x.org/a' },
    ])
  })

  test('none of a deleted one, and none of another file', () => {
    expect(find({ path: 'package.json', before: '{"dependencies":{"a":"1"}}' })).toEqual([])
    expect(find({ path: 'data.json', after: '{"dependencies":{"a":"1"}}' })).toEqual([])
  })
})
