import { randomUUID } from 'node:crypto'
import { chmod, copyFile, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../bd/environment.ts'
import { binaryVersion } from './binary-version.ts'

/** One tool's place in the runner's tool cache, laid out as @actions/tool-cache does: `bd/<version>/<arch>`. */
export interface Slot {
  readonly cacheDir: string
  readonly version: string
  readonly arch: string
}

/** A folder without the marker beside it is half made; a binary that does not run is as good as none. */
export async function findInCache(slot: Slot, env: Environment): Promise<string | undefined> {
  if (!(await exists(markerOf(slot)))) return undefined
  const path = join(folderOf(slot), 'bd')
  const { is } = await binaryVersion(path, env)
  return is === slot.version ? path : undefined
}

/** Two jobs on one machine may do this at once: each writes a name of its own, and the last rename stands. */
export async function keepInCache(binary: string, slot: Slot): Promise<string> {
  const folder = folderOf(slot)
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.bd-${randomUUID()}`)
  try {
    await copyFile(binary, draft)
    await chmod(draft, 0o755)
    await rename(draft, join(folder, 'bd'))
  } finally {
    await rm(draft, { force: true })
  }
  await writeFile(markerOf(slot), '')
  return join(folder, 'bd')
}

function folderOf({ cacheDir, version, arch }: Slot): string {
  return join(cacheDir, 'bd', version, arch)
}

function markerOf(slot: Slot): string {
  return `${folderOf(slot)}.complete`
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch {
    return false
  }
}
