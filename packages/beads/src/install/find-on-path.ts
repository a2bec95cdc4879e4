import { access, constants } from 'node:fs/promises'
import { delimiter, isAbsolute, join } from 'node:path'
import type { Environment } from '../bd/environment.ts'
import { binaryVersion } from './binary-version.ts'

export interface Search {
  readonly version: string
  readonly env: Environment
  readonly log: (line: string) => void
}

/** The first `bd` on PATH that is of that version. A relative entry could lead into the checkout: passed over. */
export async function findOnPath({ version, env, log }: Search): Promise<string | undefined> {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => isAbsolute(folder))
  for (const folder of new Set(folders)) {
    const path = join(folder, 'bd')
    if (!(await isExecutable(path))) continue
    const { is, said } = await binaryVersion(path, env)
    if (is === version) return path
    log(`${path} is not used: bd ${version} is wanted, ${said}`)
  }
  return undefined
}

export async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
