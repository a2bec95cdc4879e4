import { spawnSync } from 'node:child_process'
import { describeEngine, gitWorld } from '@wavefront/testing'
import { wavefrontHere } from '../in-process.ts'

describeEngine('actionlint-1.7.12', (actionlint) => {
  test.each(['default', 'dolt', 'three-jobs', 'self-hosted', 'github-app'])(
    'has nothing against what wavefront init --example %s writes',
    async (example) => {
      const world = gitWorld({ files: { 'go.mod': 'module x\n' } })
      const args = ['--example', example, '--agent', 'gemini']
      expect((await wavefrontHere(world.dir, 'init', ...args)).code).toBe(0)
      const plain = ['-no-color', '-oneline', '-shellcheck=', '-pyflakes=']
      const { stdout, status } = spawnSync(
        actionlint,
        [...plain, '.github/workflows/wavefront.yml'],
        { cwd: world.dir, encoding: 'utf8' },
      )
      expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
      world.remove()
    },
  )
})
