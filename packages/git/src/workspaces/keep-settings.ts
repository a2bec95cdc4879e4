import { readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'

/** A repository's own settings. Agents can write them, and everybody who shares the repository reads them. */
export interface Settings {
  /** Puts them back as they were where git cannot work with what is there now; tells what was wrong. */
  mend(): Promise<string | undefined>
}

export async function keepSettings(repository: Repository): Promise<Settings> {
  const file = join(repository.gitDir, 'config')
  const kept = await readFile(file)
  let looked = await timeOf(file)
  return {
    async mend() {
      const found = await timeOf(file)
      if (found !== undefined && found === looked) return undefined
      const before = await ask(repository)
      if (found !== undefined && before.code === 0) {
        looked = found
        return undefined
      }
      await rm(file, { recursive: true, force: true })
      await writeFile(file, kept)
      looked = await timeOf(file)
      const isMended = (await ask(repository)).code === 0
      return isMended ? wordDamage(found, before.stderr) : undefined
    },
  }
}

/** As precise as the file system, for a file may be written twice in a moment. */
async function timeOf(file: string): Promise<string | undefined> {
  const found = await stat(file, { bigint: true }).catch(() => undefined)
  return found?.isFile() ? `${found.mtimeNs} ${found.ctimeNs} ${found.size}` : undefined
}

function ask({ top, gitDir }: Repository) {
  return tryGit(['rev-parse', '--git-dir'], { cwd: top, env: { GIT_DIR: gitDir } })
}

function wordDamage(found: string | undefined, stderr: string): string {
  const what = found === undefined ? 'is gone' : 'cannot be read any more'
  const [said = ''] = stderr.split('\n')
  return `the repository's settings were broken, .git/config ${what}${said === '' ? '' : ` (git: ${said})`}`
}
