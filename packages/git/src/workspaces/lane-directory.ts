import { access, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Where a lane works: `1-5f0c`, or `1-5f0c-2` when the first was kept for a person. What is kept stays where
 * it is, because its path is already in logs and in the report.
 */
export async function laneDirectory(parent: string, lane: string): Promise<string> {
  for (let count = 1; ; count++) {
    const dir = join(parent, count === 1 ? lane : `${lane}-${count}`)
    if (!(await isKept(dir))) return dir
  }
}

/** Beside the directory and not in it, where it would look like a change. */
export async function markKept(dir: string): Promise<void> {
  await writeFile(marker(dir), '')
}

export async function isKept(dir: string): Promise<boolean> {
  return (await exists(marker(dir))) && (await exists(dir))
}

function marker(dir: string): string {
  return `${dir}.kept`
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
