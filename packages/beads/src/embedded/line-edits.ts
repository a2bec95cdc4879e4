import type { AttemptRecord, Task } from '@wavefront/tasks'
import type { Edge } from '../issues/issue.ts'
import { appendAttempt } from '../issues/journal.ts'
import type { Revision } from '../issues/revision.ts'
import type { Edit } from './edit-line.ts'

export function closingEdits(reason: string, now: Date): Edit[] {
  const at = now.toISOString()
  return [
    edit('status', 'closed'),
    edit('updated_at', at),
    edit('closed_at', at),
    edit('close_reason', reason),
  ]
}

export function recordingEdits(line: string, attempt: AttemptRecord, now: Date): Edit[] {
  const { notes } = JSON.parse(line) as { readonly notes?: string | null }
  return [edit('notes', appendAttempt(notes ?? '', attempt)), edit('updated_at', now.toISOString())]
}

export function revisingEdits(
  line: string,
  revision: Revision,
  how: { task: Task; now: Date },
): Edit[] {
  const { fields, files, closes } = revision
  const metadata = files ? [filesEdit(line, files)] : []
  const edges = edgeEdits(line, revision)
  return [
    ...Object.entries(fields).map(([name, value]) => edit(name, value)),
    ...metadata,
    ...edges,
    ...(closes
      ? closingEdits(how.task.why ?? 'Closed', how.now)
      : [edit('updated_at', how.now.toISOString())]),
  ]
}

interface RawIssue {
  readonly metadata?: unknown
  readonly parent_id?: unknown
  readonly dependencies?: readonly Edge[] | null
}

/** Metadata that is a string stays one. */
function filesEdit(line: string, files: readonly string[]): Edit {
  const { metadata } = JSON.parse(line) as RawIssue
  if (typeof metadata === 'string')
    return edit('metadata', JSON.stringify({ ...parseObject(metadata), files }))
  if (typeof metadata === 'object' && metadata !== null)
    return { path: ['metadata', 'files'], value: files }
  return edit('metadata', { files })
}

function edgeEdits(line: string, { addEdges, dropEdges }: Revision): Edit[] {
  if (addEdges.length + dropEdges.length === 0) return []
  const { dependencies, parent_id } = JSON.parse(line) as RawIssue
  const isDropped = (edge: Edge) =>
    dropEdges.some((drop) => drop.type === edge.type && drop.depends_on_id === edge.depends_on_id)
  const kept = (dependencies ?? []).filter((edge) => !isDropped(edge))
  const edges = edit('dependencies', [...kept, ...addEdges])
  return parent_id === undefined ? [edges] : [edges, edit('parent_id', undefined)]
}

function edit(field: string, value: unknown): Edit {
  return { path: [field], value }
}

function parseObject(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}
