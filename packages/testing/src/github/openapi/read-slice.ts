import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cutSlice } from './cut-slice.ts'
import type { Slice } from './schema.ts'

/** To be raised whenever a slice is cut differently, so that an older one is not taken. */
const cut = 2

/**
 * The slice of GitHub's description with these operations (`GET /repos/{owner}/{repo}`). The whole is 13 MB,
 * so each process takes what another has cut before it.
 */
export function readSlice(operations: readonly string[]): Slice {
  const require = createRequire(import.meta.url)
  const { version } = require('@octokit/openapi/package.json') as { readonly version: string }
  const key = createHash('sha256')
    .update(JSON.stringify([cut, version, operations]))
    .digest('hex')
  const cache = join(tmpdir(), `github-openapi-${version}-${key.slice(0, 16)}.json`)
  const known = tryRead(cache)
  if (known !== undefined) return known
  const whole = require.resolve('@octokit/openapi/generated/api.github.com.json')
  const slice = cutSlice(JSON.parse(readFileSync(whole, 'utf8')), operations)
  const part = `${cache}.${process.pid}`
  writeFileSync(part, JSON.stringify(slice))
  renameSync(part, cache)
  return slice
}

/** A cache that cannot be read is made again. */
function tryRead(path: string): Slice | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Slice
  } catch {
    return undefined
  }
}
