import type { LandedTask } from '@wavefront/wave'
import { type Commit, readCommits } from '../commits.ts'
import type { Repository } from '../repository.ts'
import { parseTaskMark } from '../task-mark.ts'
import type { Span } from './span.ts'

/** Only we write merges onto the feature branch's first-parent line, so only those are believed. */
export async function readLanded(
  repository: Repository,
  { base, tip }: Span,
): Promise<readonly LandedTask[]> {
  const args = [
    '--first-parent',
    '--min-parents=2',
    '--max-parents=2',
    '--reverse',
    `${base}..${tip}`,
  ]
  const merges = await readCommits(repository, [...args, '--'])
  return merges.flatMap(toLanded)
}

function toLanded({ sha, message }: Commit): readonly LandedTask[] {
  const mark = parseTaskMark(message)
  return mark ? [{ id: mark.id, wave: mark.wave, attempt: mark.attempt, commit: sha }] : []
}
