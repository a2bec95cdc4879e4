import type { Task, TaskId } from '@wavefront/tasks'

/** The epic that stands for an issue, by its external reference: `gh-7`, `#7`, or the issue's address. */
export function findIssueEpic(
  tasks: readonly Task[],
  issue: number,
  repository: string,
): TaskId | undefined {
  const short = new Set([`gh-${issue}`, `GH-${issue}`, `#${issue}`, `${repository}#${issue}`])
  const end = `/${repository}/issues/${issue}`.toLowerCase()
  const stands = ({ kind, externalRef = '' }: Task) =>
    kind === 'epic' && (short.has(externalRef) || externalRef.toLowerCase().endsWith(end))
  return tasks.find(stands)?.id
}
