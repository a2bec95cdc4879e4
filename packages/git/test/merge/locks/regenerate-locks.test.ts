import { commitSha } from '@wavefront/wave'
import { regenerateLocks } from '../../../src/merge/locks/regenerate-locks.ts'

test('lock files that were taken whole are made anew where there is a way to', async () => {
  const gaveWay = { lines: ['(lock file)'], kept: [], commit: commitSha('a'.repeat(40)) }
  const resolutions = [
    { path: 'a.txt', step: 'task-lines', line: 1, gaveWay },
    { path: 'yarn.lock', step: 'lock-file', gaveWay },
    { path: 'Cargo.lock', step: 'lock-file', gaveWay },
    { path: 'go.sum', step: 'lock-set' },
  ] as const
  const asked: string[] = []
  const regenerated = await regenerateLocks('1234', resolutions, async ({ path, tree }) => {
    asked.push(`${tree}:${path}`)
    return path === 'yarn.lock' ? 'new' : undefined
  })
  expect(asked).toEqual(['1234:yarn.lock', '1234:Cargo.lock'])
  expect(regenerated).toEqual({
    files: new Map([['yarn.lock', 'new']]),
    resolutions: [
      resolutions[0],
      { path: 'yarn.lock', step: 'lock-file' },
      resolutions[2],
      resolutions[3],
    ],
  })
})
