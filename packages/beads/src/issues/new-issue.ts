import type { Dependency, Task } from '@wavefront/tasks'
import type { Dialect } from './dialect.ts'
import { asPlainNotes, renderFiles, renderPause } from './journal.ts'

export interface Writing {
  readonly dialect: Dialect
  readonly now: Date
}

/** An issue as a line of JSONL, in the order in which bd writes its fields. */
export interface NewIssue {
  readonly id: string
  readonly [field: string]: unknown
}

export interface NewEdge {
  readonly issue_id: string
  readonly depends_on_id: string
  readonly type: string
  readonly created_at: string
  readonly created_by: string
  readonly metadata?: string
}

export function newIssue(task: Task, writing: Writing): NewIssue {
  const at = writing.now.toISOString()
  const dependencies = edgesOf(task, writing)
  return {
    id: task.id,
    title: task.title,
    ...textsOf(task, writing),
    status: statuses[task.state],
    priority: priorityOf(task),
    issue_type: task.kind === 'epic' ? 'epic' : 'task',
    ...(task.externalRef === undefined ? {} : { external_ref: task.externalRef }),
    ...(task.minutes === undefined ? {} : { estimated_minutes: minutesOf(task.minutes) }),
    created_at: at,
    // Classic bd takes issues with the same words for one issue unless their creators differ.
    created_by: writing.dialect === 'classic' ? `wavefront/${task.id}` : 'wavefront',
    updated_at: at,
    ...(task.state === 'closed' ? { closed_at: at, close_reason: task.why ?? 'Closed' } : {}),
    ...(hasMetadata(writing) && task.files.length > 0 ? { metadata: { files: task.files } } : {}),
    ...(dependencies.length > 0 ? { dependencies } : {}),
  }
}

/** Classic bd has no metadata, so there the files are a line of the notes. */
export function hasMetadata({ dialect }: Writing): boolean {
  return dialect === 'dolt'
}

/** The texts that the task has, under the names of an issue's fields. */
export function textsOf(task: Task, writing: Writing): Record<string, string> {
  const { description, details, acceptance, notes } = task.brief
  const ownNotes = notes ? [asPlainNotes(notes)] : []
  const files = !hasMetadata(writing) && task.files.length > 0 ? [renderFiles(task.files)] : []
  const pause = task.state === 'paused' ? [renderPause(task.why ?? 'deferred')] : []
  const allNotes = [...ownNotes, ...files, ...pause].join('\n')
  return {
    ...(description ? { description } : {}),
    ...(details ? { design: details } : {}),
    ...(acceptance ? { acceptance_criteria: acceptance } : {}),
    ...(allNotes ? { notes: allNotes } : {}),
  }
}

export function edgesOf(task: Task, { now }: Writing): NewEdge[] {
  const edge = (on: string, type: string) => ({
    issue_id: task.id as string,
    depends_on_id: on,
    type,
    created_at: now.toISOString(),
    created_by: 'wavefront',
  })
  const blockers = task.dependencies.map(({ on, until }) => {
    const { type, gate } = edgeTypes[until]
    return gate ? { ...edge(on, type), metadata: JSON.stringify({ gate }) } : edge(on, type)
  })
  return task.parent === undefined ? blockers : [edge(task.parent, 'parent-child'), ...blockers]
}

/** Bd knows the priorities 0 to 4. */
export function priorityOf(task: Task): number {
  return Math.min(4, Math.max(0, Math.round(task.priority)))
}

export function minutesOf(minutes: number): number {
  return Math.max(1, Math.round(minutes))
}

const statuses: Record<Task['state'], string> = {
  open: 'open',
  closed: 'closed',
  paused: 'deferred',
}

interface EdgeType {
  readonly type: string
  readonly gate?: string
}

const edgeTypes: Record<Dependency['until'], EdgeType> = {
  closed: { type: 'blocks' },
  failed: { type: 'conditional-blocks' },
  'children-closed': { type: 'waits-for', gate: 'all-children' },
  'any-child-closed': { type: 'waits-for', gate: 'any-children' },
}
