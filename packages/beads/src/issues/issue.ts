import { z } from 'zod'

const text = z.string().nullish()

const edge = z.object({
  depends_on_id: z.string(),
  type: text,
  metadata: z.unknown().optional(),
})

/** The fields of an issue that matter to us. Bd's others are nobody's business here, and are kept. */
export const issueSchema = z.object({
  id: z.string().min(1),
  title: text,
  description: text,
  design: text,
  acceptance_criteria: text,
  notes: text,
  status: text,
  priority: z.number().nullish(),
  issue_type: text,
  assignee: text,
  estimated_minutes: z.number().nullish(),
  external_ref: text,
  created_at: text,
  updated_at: text,
  close_reason: text,
  defer_until: text,
  metadata: z.unknown().optional(),
  pinned: z.boolean().nullish(),
  ephemeral: z.boolean().nullish(),
  is_template: z.boolean().nullish(),
  /** Early writers named the parent here instead of in an edge. */
  parent_id: text,
  dependencies: z.array(edge).nullish(),
})

export type Issue = z.infer<typeof issueSchema>
export type Edge = z.infer<typeof edge>

/** An issue and where it is written. */
export interface IssueLine {
  readonly issue: Issue
  /** Counted from 1. */
  readonly number: number
}

export function statusOf(issue: Issue): string {
  return issue.status || 'open'
}

export function isTombstone(issue: Issue): boolean {
  return issue.status === 'tombstone'
}

/** Neither closed nor deleted. */
export function isLeft(issue: Issue): boolean {
  return statusOf(issue) !== 'closed' && !isTombstone(issue)
}

/** The issues that this one names as its parent, the first first. */
export function parentsOf(issue: Issue): string[] {
  if (!issue.dependencies?.length) return issue.parent_id ? [issue.parent_id] : []
  const edges = (issue.dependencies ?? []).filter((edge) => edge.type === 'parent-child')
  if (edges.length > 0) return [...new Set(edges.map((edge) => edge.depends_on_id))]
  return issue.parent_id ? [issue.parent_id] : []
}
