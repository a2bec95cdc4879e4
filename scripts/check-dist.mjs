/** Builds the bundles afresh and compares them with those that are committed. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from './build.mjs'

const committed = fileURLToPath(new URL('../dist', import.meta.url))
const fresh = mkdtempSync(join(tmpdir(), 'wavefront-dist-'))
try {
  await build(fresh)
  const stale = differences(committed, fresh)
  if (stale.length > 0) {
    console.error(
      `dist/ is not what the sources make:\n${stale.map((file) => `  ${file}`).join('\n')}`,
    )
    console.error('fix: npm run build && git add dist')
    process.exitCode = 1
  } else {
    console.log('dist/ is what the sources make.')
  }
} finally {
  rmSync(fresh, { recursive: true, force: true })
}

/** @param {string} one @param {string} other */
function differences(one, other) {
  const files = new Set([...list(one), ...list(other)])
  return [...files].filter((file) => read(one, file) !== read(other, file)).sort()
}

/** @param {string} folder */
function list(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
}

/** @param {string} folder @param {string} file */
function read(folder, file) {
  try {
    return readFileSync(join(folder, file), 'utf8')
  } catch {
    return undefined
  }
}
