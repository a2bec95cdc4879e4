import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { aRepository, writesOwnFile } from './wavefront.ts'

/** A disk of a few pages, where this machine lets us mount one. */
function mountTiny(dir: string): boolean {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', dir])
  return status === 0
}

function canMount(): boolean {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-mount-'))
  const mounted = mountTiny(dir)
  if (mounted) spawnSync('umount', [dir])
  rmSync(dir, { recursive: true })
  return mounted
}

const describeIfMounted = canMount() ? describe : describe.skip

describeIfMounted('a full disk under the store (needs the right to mount one)', () => {
  test('the old file survives, the error says so, and the same command finishes the landing', async () => {
    const repository = aRepository({ files: { '.beads/README.md': 'tasks\n' } })
    const beads = join(repository.dir, '.beads')
    expect(mountTiny(beads)).toBe(true)
    try {
      const at = '2026-01-01T00:00:00Z'
      const fields = {
        status: 'open',
        priority: 2,
        issue_type: 'task',
        created_at: at,
        updated_at: at,
      }
      const issue = { id: 't-1', title: 'T', description: 'x'.repeat(9_000), ...fields }
      const store = join(beads, 'issues.jsonl')
      writeFileSync(store, `${JSON.stringify(issue)}\n`)
      const before = readFileSync(store, 'utf8')

      const command = ['run', '--agent', writesOwnFile]
      const { code, stderr } = await repository.wavefront(...command)
      expect(stderr).toContain('the disk is full; the old file is untouched')
      expect(code).toBe(2)
      expect(readFileSync(store, 'utf8')).toBe(before)

      spawnSync('mount', ['-o', 'remount,size=1m', beads])
      const again = await repository.wavefront(...command)
      expect(again).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Everything is done'),
      })
      expect(readFileSync(store, 'utf8')).toContain('"status":"closed"')
    } finally {
      spawnSync('umount', [beads])
      repository.remove()
    }
  })
})
