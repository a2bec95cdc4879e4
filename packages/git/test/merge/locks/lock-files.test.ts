import { isLockFile, isLockSet } from '../../../src/merge/locks/lock-files.ts'

describe('a lock file', () => {
  const cases = [
    { path: 'package-lock.json', is: true },
    { path: 'packages/a b/pnpm-lock.yaml', is: true },
    { path: 'go.sum', is: true },
    { path: 'go.work.sum', is: true },
    { path: 'Cargo.lock', is: true },
    { path: 'gradle.lockfile', is: true },
    { path: 'package.json', is: false },
    { path: 'yarn.lock/readme.md', is: false },
    { path: 'my-yarn.lock', is: false },
  ]
  test.each(cases)('$path: $is', ({ path, is }) => expect(isLockFile(path)).toEqual(is))
})

test('sets are told from the others', () => {
  const paths = ['go.sum', 'a/go.work.sum', 'Cargo.lock', 'go.mod']
  expect(paths.filter(isLockSet)).toEqual(['go.sum', 'a/go.work.sum'])
})
