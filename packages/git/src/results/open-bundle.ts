import { lstat, readFile } from 'node:fs/promises'
import { type CommitSha, isCommitSha } from '@wavefront/wave'

/** The one ref of a bundle of ours. */
export const resultRef = 'refs/wavefront/result'

/** A bundle's head, read, and its pack, not looked at yet. */
export interface OpenBundle {
  readonly is: 'open'
  readonly tip: CommitSha
  /** The commits that its reader must have. */
  readonly needs: readonly CommitSha[]
  readonly pack: Buffer
}

export interface Unreadable {
  readonly is: 'unreadable'
  readonly why: string
}

export async function openBundle(file: string): Promise<OpenBundle | Unreadable> {
  const bytes = (await isFile(file)) ? await readFile(file) : Buffer.alloc(0)
  const end = bytes.indexOf('\n\n')
  const [version = '', ...lines] = bytes.toString('utf8', 0, Math.max(end, 0)).split('\n')
  if (!/^# v[23] git bundle$/.test(version)) return unreadable('it is no git bundle')
  const said = lines.filter((line) => !line.startsWith('@object-format='))
  const needs = said.flatMap((line) => /^-([0-9a-f]+)/.exec(line)?.[1] ?? []).filter(isCommitSha)
  const [[tip = '', ref] = [], ...others] = said
    .filter((line) => !line.startsWith('-'))
    .map((line) => line.split(' '))
  if (!isCommitSha(tip) || ref !== resultRef || others.length > 0) {
    return unreadable(`it does not hold one commit as ${resultRef} and nothing else`)
  }
  return { is: 'open', tip, needs, pack: bytes.subarray(end + 2) }
}

/** A link could lead to any file of the machine. */
async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

function unreadable(why: string): Unreadable {
  return { is: 'unreadable', why }
}
