import { execFile } from 'node:child_process'
import { chmod, lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brokenRelease } from './install-failures.ts'
import type { Release } from './release.ts'

/** Exactly the one file; whatever else the archive holds stays in it. */
export async function unpackBinary(
  archive: string,
  dir: string,
  release: Release,
): Promise<string> {
  const names = (await tar(['-tzf', archive], release)).split('\n')
  // Beads packs its archives for Linux and for macOS in two ways.
  const name = names.find((entry) => entry === 'bd' || entry === './bd')
  if (name === undefined) throw brokenRelease(release, 'there is no bd in it')
  await tar(['-xzf', archive, '-C', dir, name], release)
  const binary = join(dir, 'bd')
  if (!(await lstat(binary)).isFile()) throw brokenRelease(release, 'its bd is not a file')
  await chmod(binary, 0o755)
  return binary
}

async function tar(args: readonly string[], release: Release): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('tar', args, { timeout: 120_000 })
    return stdout
  } catch (cause) {
    throw brokenRelease(release, cause instanceof Error ? cause.message : String(cause), cause)
  }
}
