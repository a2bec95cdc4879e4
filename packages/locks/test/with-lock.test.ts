import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { withLock } from '@wavefront/locks'

let dir: string
let lock: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wavefront locks-'))
  lock = join(dir, 'lock')
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const options = { waitMs: 50, busy: 'somebody else is at it', fix: 'wait' }

describe('a lock', () => {
  test('is held while something is done, and names its process', async () => {
    const text = await withLock(lock, options, async () => readFileSync(lock, 'utf8'))
    expect(text).toBe(`${process.pid} ${hostname()}\n`)
    expect(existsSync(lock)).toBe(false)
  })

  test('is given back when that fails', async () => {
    const failing = withLock(lock, options, () => Promise.reject(new Error('no')))
    await expect(failing).rejects.toThrow('no')
    expect(existsSync(lock)).toBe(false)
  })

  test('keeps a second one out, with the process to look for', async () => {
    await withLock(lock, options, async () => {
      await expect(withLock(lock, options, async () => 'in')).rejects.toMatchObject({
        problems: [
          {
            what: `somebody else is at it (process ${process.pid} on ${hostname()})`,
            where: lock,
            fix: 'wait; if no such process runs any more, delete this file',
          },
        ],
      })
    })
  })

  test('lets many through, one at a time', async () => {
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 8 }, () =>
        withLock(lock, { ...options, waitMs: 10_000 }, async () => {
          most = Math.max(most, ++inside)
          await new Promise((resolve) => setTimeout(resolve, 5))
          inside -= 1
        }),
      ),
    )
    expect(most).toBe(1)
  })

  test('of a process that is dead is taken over', async () => {
    writeFileSync(lock, `999999999 ${hostname()}\n`)
    expect(await withLock(lock, options, async () => 'in')).toBe('in')
  })

  test.each([
    ['of another machine', '1 elsewhere\n'],
    ['that cannot be read', 'what?'],
  ])('%s is not taken over', async (_, text) => {
    writeFileSync(lock, text)
    await expect(withLock(lock, options, async () => 'in')).rejects.toThrow('somebody else')
    expect(readFileSync(lock, 'utf8')).toBe(text)
  })

  test('that cannot be made says why', async () => {
    await expect(withLock(join(dir, 'no', 'lock'), options, async () => 'in')).rejects.toThrow(
      'no lock can be made here (ENOENT)',
    )
  })
})
