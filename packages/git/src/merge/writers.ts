import type { TaskId } from '@wavefront/tasks'
import type { CommitSha } from '@wavefront/wave'
import { type Commit, readCommits } from '../commits.ts'
import { tryGit } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { parseTaskMark } from '../task-mark.ts'

/** The tip's commits since it parted from the task. */
export interface Siblings {
  readonly base: CommitSha
  readonly tip: CommitSha
}

export interface Writer {
  readonly commit: CommitSha
  readonly task?: TaskId
}

/**
 * Tells who wrote some of a file's lines on the tip: the last on the first-parent line that wrote any of
 * them, or that touched the file at all, as when it only deleted.
 */
export async function readWriters(
  repository: Repository,
  { base, tip }: Siblings,
  path: string,
): Promise<(lines: readonly string[]) => Writer> {
  const range = `${base}..${tip}`
  const commits = await readCommits(repository, [
    '--first-parent',
    range,
    '--',
    `:(top,literal)${path}`,
  ])
  const written = commits.length > 1 ? await readBlame(repository, range, path) : new Map()
  return (lines) => {
    const authors = new Set(lines.flatMap((line) => written.get(line) ?? []))
    const writer = commits.find(({ sha }) => authors.has(sha)) ?? commits[0]
    return writer ? toWriter(writer) : { commit: tip }
  }
}

function toWriter({ sha, parents, message }: Commit): Writer {
  const mark = parents.length === 2 ? parseTaskMark(message) : undefined
  return { commit: sha, ...(mark && { task: mark.id }) }
}

/** The commits that wrote each line, by its text. A file that is not on the tip by this name has none. */
async function readBlame(
  repository: Repository,
  range: string,
  path: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const args = ['blame', '--first-parent', '--line-porcelain', range, '--', path]
  const { stdout } = await tryGit(args, { cwd: repository.top })
  const written = new Map<string, string[]>()
  let commit = ''
  for (const line of stdout.split('\n')) {
    commit = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line)?.[1] ?? commit
    if (!line.startsWith('\t')) continue
    const text = line.slice(1).replace(/\r$/, '')
    written.set(text, [...(written.get(text) ?? []), commit])
  }
  return written
}
