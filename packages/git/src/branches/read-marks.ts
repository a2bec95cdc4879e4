import type { CommitSha } from '@wavefront/wave'
import { readCommits } from '../commits.ts'
import type { Repository } from '../repository.ts'
import { parseTaskMark, type TaskMark } from '../task-mark.ts'
import type { Ref } from './refs.ts'

/** What our trailers say about the commits of some refs; nothing of those that we did not write. */
export async function readMarks(
  repository: Repository,
  refs: readonly Ref[],
): Promise<ReadonlyMap<CommitSha, TaskMark>> {
  if (refs.length === 0) return new Map()
  const input = refs.map(({ commit }) => `${commit}\n`).join('')
  const commits = await readCommits(repository, ['--no-walk=unsorted', '--stdin'], input)
  return new Map(
    commits.flatMap(({ sha, message }) => {
      const mark = parseTaskMark(message)
      return mark ? [[sha, mark] as const] : []
    }),
  )
}
