import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, isAbsolute, join, normalize } from 'node:path'

/** What to write, by path; `null` deletes. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

/** Spaces, an accent, a leading dash and a line break: what breaks code that splits on the wrong thing. */
export const oddName = '-ödd näme\nof a file.txt'

export function writeFiles(dir: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    if (isAbsolute(path) || normalize(path).startsWith('..'))
      throw new Error(`outside of the world: ${path}`)
    const target = join(dir, path)
    if (content === null) {
      rmSync(target)
      continue
    }
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(target, content)
  }
}
