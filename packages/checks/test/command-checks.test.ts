import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandChecks } from '@wavefront/checks'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wavefront checks-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function run(line: string, signal = new AbortController().signal) {
  const checks = commandChecks({ line, env: { PATH: process.env.PATH ?? '' } })
  return checks.run({ dir, log: join(dir, 'checks.log'), signal, onLine: () => {} })
}

describe('a command as checks', () => {
  test.each([
    ['green', 'true', { is: 'succeeded' }],
    [
      'red',
      'echo 2 of 9 failed; exit 1',
      { is: 'failed', why: 'the checks ended with exit code 1', tail: '2 of 9 failed' },
    ],
  ])('%s', async (_, line, end) => {
    expect(await run(line)).toEqual(end)
  })

  test('that are interrupted are neither', async () => {
    expect(await run('true', AbortSignal.abort())).toEqual({ is: 'interrupted' })
  })
})
