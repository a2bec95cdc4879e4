import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where `scripts/engines.mjs` has put a real engine, if it could build it. */
export function engine(name: string): string | undefined {
  const { WAVEFRONT_CACHE, XDG_CACHE_HOME } = process.env
  const cache = WAVEFRONT_CACHE || XDG_CACHE_HOME || join(homedir(), '.cache')
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const path = join(cache, 'wavefront', 'engines', `${name}${suffix}`)
  return existsSync(path) ? path : undefined
}

/**
 * Tests against a real engine. Where it is missing they are skipped, and the report says which
 * engine and how to get it; in CI, where it could have been built, that is a failure.
 */
export function describeEngine(name: string, tests: (path: string) => void): void {
  const path = engine(name)
  const how = `${name} is missing: run \`node scripts/engines.mjs ${name}\``
  if (path !== undefined) describe(name, () => tests(path))
  else if (process.env.CI === 'true' && hasGo()) describe(name, () => failWith(how))
  // biome-ignore lint/suspicious/noSkippedTests: a machine without Go can still run all other tests
  else describe.skip(`${name} (${how})`, () => failWith(how))
}

/** A suite needs a test to be skipped or to fail. */
function failWith(how: string): void {
  test('is there', () => {
    throw new Error(how)
  })
}

function hasGo(): boolean {
  return spawnSync('go', ['version'], { stdio: 'ignore' }).status === 0
}
