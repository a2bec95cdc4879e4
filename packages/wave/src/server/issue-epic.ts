import type { Task, TaskId } from '@wavefront/tasks'

/**
 * The epics that stand for an issue, by their external reference: `gh-7`, `#7`, or the issue's address.
 * Those that are closed count only where no other is open.
 */
export function findIssueEpics(
  tasks: readonly Task[],
  issue: number,
  repository: string,
): readonly TaskId[] {
  const short = new Set([`gh-${issue}`, `GH-${issue}`, `#${issue}`, `${repository}#${issue}`])
  const end = `/${repository}/issues/${issue}`.toLowerCase()
  const stands = ({ kind, externalRef = '' }: Task) =>
    kind === 'epic' && (short.has(externalRef) || externalRef.toLowerCase().endsWith(end))
  const all = tasks.filter(stands)
  const open = all.filter(({ state }) => state !== 'closed')
  return (open.length > 0 ? open : all).map(({ id }) => id)
}
