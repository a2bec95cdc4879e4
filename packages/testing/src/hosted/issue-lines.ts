/** A line of `issues.jsonl`: an open task below the epic `shop`, unless chosen otherwise. */
export function taskIssue(
  id: string,
  { under = 'shop', needs = [], ...more }: TaskIssueChoice = {},
): object {
  const blocks = needs.map((on) => ({ issue_id: id, depends_on_id: on, type: 'blocks' }))
  return {
    id,
    title: `Task ${id}`,
    status: 'open',
    priority: 2,
    issue_type: 'task',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    dependencies: [{ issue_id: id, depends_on_id: under, type: 'parent-child' }, ...blocks],
    ...more,
  }
}

export interface TaskIssueChoice {
  /** The epic. */
  readonly under?: string
  /** The tasks that block it. */
  readonly needs?: readonly string[]
  /** Any other key of a line. */
  readonly [key: string]: unknown
}

/** The epic that stands for an issue. */
export function epicIssue(issue = 7, id = 'shop'): object {
  return {
    ...taskIssue(id),
    issue_type: 'epic',
    external_ref: `gh-${issue}`,
    dependencies: [],
  }
}

/** An attempt as the store remembers it, in the notes of a task. */
export function triedBefore(attempt: number, end = 'failed', reason = 'no luck'): object {
  const at = '2026-01-02T00:00:00Z'
  const record = { wave: attempt, attempt, end, at, seconds: 3, reason }
  return { notes: `[wavefront] ${JSON.stringify(record)}` }
}
