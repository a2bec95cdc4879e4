import { lstat, readdir } from 'node:fs/promises'

/** Whether somebody deleted a checkout, and perhaps made something else, or an empty directory, of its name. */
export async function isGone(dir: string): Promise<boolean> {
  const found = await lstat(dir).catch(() => undefined)
  return !found?.isDirectory() || (await readdir(dir)).length === 0
}
