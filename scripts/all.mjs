/** Everything that CI does, in its order, up to the first thing that fails. */
import { spawnSync } from 'node:child_process'

const scripts = ['lint', 'check-types', 'check-dist', 'readmes -- --check', 'test', 'demo']

for (const script of scripts) {
  console.log(`\n> npm run ${script}`)
  const args = ['run', '--silent', ...script.split(' ')]
  const { status } = spawnSync('npm', args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${script} failed.`)
    process.exit(status ?? 1)
  }
}
