import type { GitOptions } from '../exec/git.ts'
import { tryGit } from '../exec/git.ts'

/** What the remote has, by ref. */
export type RemoteRefs = ReadonlyMap<string, string>

/** What a remote has of some refs; nothing if it does not answer. */
export async function readRemote(
  remote: string,
  refs: readonly string[],
  options: GitOptions,
): Promise<RemoteRefs | undefined> {
  const { code, stdout } = await tryGit(['ls-remote', '--', remote, ...refs], options)
  if (code !== 0) return undefined
  const lines = stdout.split('\n').map((line) => line.split('\t'))
  return new Map(lines.map(([commit = '', ref = '']) => [ref, commit]))
}
