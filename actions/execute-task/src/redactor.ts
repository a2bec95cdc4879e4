import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkEnd } from '@wavefront/wave'

/** Takes the values of secrets out of what leaves the job: the runner masks nothing but the job's own log. */
export interface Redactor {
  text(text: string): string
  end(end: WorkEnd): WorkEnd
  bytes(bytes: Buffer): Buffer
  isIn(bytes: Buffer): boolean
  /** Every file of a folder. */
  folder(dir: string): Promise<void>
}

/** Shorter ones occur everywhere by chance. */
const shortest = 6

export function createRedactor(secrets: readonly string[]): Redactor {
  const values = secrets.filter((value) => value.length >= shortest)
  const text = (from: string) => values.reduce((all, value) => all.replaceAll(value, '***'), from)
  // One character for each byte, so that what is no text comes back as it was.
  const raw = values.map((value) => Buffer.from(value).toString('latin1'))
  const isIn = (bytes: Buffer) => raw.some((value) => bytes.includes(value, 0, 'latin1'))
  const bytes = (from: Buffer) => {
    if (!isIn(from)) return from
    const all = raw.reduce((rest, value) => rest.replaceAll(value, '***'), from.toString('latin1'))
    return Buffer.from(all, 'latin1')
  }
  return {
    ...{ text, bytes, isIn },
    end: (end) => ('why' in end ? { ...end, why: text(end.why), tail: text(end.tail) } : end),
    async folder(dir) {
      for (const entry of await readdir(dir, { withFileTypes: true })) {
        if (!entry.isFile()) continue
        const file = join(dir, entry.name)
        const before = await readFile(file)
        const after = bytes(before)
        if (after !== before) await writeFile(file, after)
      }
    },
  }
}
