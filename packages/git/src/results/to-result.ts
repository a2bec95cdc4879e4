import type { TaskResult } from '@wavefront/wave'
import type { Commit } from '../commits.ts'
import { parseBody } from '../message.ts'
import { parseTaskMark } from '../task-mark.ts'

/** What a worker says in its one commit; nothing unless it has one parent and whole trailers of ours. */
export function toResult(commit: Commit | undefined): TaskResult | undefined {
  const [base, ...others] = commit?.parents ?? []
  if (commit === undefined || base === undefined || others.length > 0) return undefined
  const mark = parseTaskMark(commit.message)
  if (mark?.outcome === undefined) return undefined
  const reason = parseBody(commit.message) || mark.reason
  return {
    id: mark.id,
    wave: mark.wave,
    attempt: mark.attempt,
    base,
    outcome: mark.outcome,
    ...(reason !== undefined && { reason }),
    commit: commit.sha,
    startedAt: mark.startedAt ?? commit.at,
    finishedAt: commit.at,
  }
}
