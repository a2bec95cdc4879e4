import { wordStep } from '../src/index.ts'

test('a lock file that gave way is told from one that was made anew', () => {
  const gaveWay = { lines: ['a'], kept: ['b'], commit: 'c0ffee' }
  expect([wordStep({ step: 'lock-file', gaveWay }), wordStep({ step: 'lock-file' })]).toEqual([
    'the incoming lock file stands, for it is never merged line by line',
    'the lock file is made anew',
  ])
})
