import { readFile } from 'node:fs/promises'
import { UserError, unwrap } from '@wavefront/errors'
import type { IssueLine } from '../issues/issue.ts'
import { parseIssues } from '../issues/parse-issues.ts'

export interface IssuesFile {
  readonly text: string
  readonly lines: readonly IssueLine[]
}

/** A JSONL file as it is now. `name` is what errors call it. */
export async function readIssuesFile(
  path: string,
  name: string,
  { orEmpty = false } = {},
): Promise<IssuesFile> {
  const text = decode(await readBytes(path, name, orEmpty), name)
  return { text, lines: unwrap(parseIssues(text, name)) }
}

async function readBytes(path: string, name: string, orEmpty: boolean): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && orEmpty) return new Uint8Array()
    const what = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`
    const fix = 'name the JSONL file of a Beads store that you may read'
    throw new UserError({ what, where: name, fix }, { cause: error })
  }
}

/** Bytes that are not UTF-8 would not survive being written back. */
function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    const fix = 'convert it to UTF-8, or restore it from git'
    throw new UserError({ what: 'it is not UTF-8 text', where: name, fix }, { cause: error })
  }
}
