import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeEngine } from '@wavefront/testing'
import { installBd } from '../../src/index.ts'

describeEngine('bd-1.3.0', (bd) => {
  test('the real one is known by what it says of itself', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'install-bd-'))
    try {
      symlinkSync(bd, join(dir, 'bd'))
      const found = await installBd({
        version: '1.3.0',
        env: { PATH: dir },
        cacheDir: join(dir, 'tools'),
        log: () => {},
      })
      expect(found).toEqual({ path: join(dir, 'bd'), is: 'found' })
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  })
})
