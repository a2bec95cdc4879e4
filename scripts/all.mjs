/** Everything that CI does, in its order, up to the first thing that fails. */
import { spawnSync } from 'node:child_process'

for (const script of ['lint', 'check-types', 'check-dist', 'test', 'demo']) {
  console.log(`\n> npm run ${script}`)
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`\n${script} failed.`)
    process.exit(status ?? 1)
  }
}
