import type { Task } from '@wavefront/tasks'
import { declaredFiles } from './declared-files.ts'
import { readGate } from './gate.ts'
import { type Edge, type Issue, parentsOf, statusOf } from './issue.ts'
import { asPlainNotes, parseJournal, renderAttempt, renderFiles, renderPause } from './journal.ts'
import {
  edgesOf,
  hasMetadata,
  minutesOf,
  type NewEdge,
  priorityOf,
  textsOf,
  type Writing,
} from './new-issue.ts'

/** What must change in an open issue so that it says what its task says. */
export interface Revision {
  /** New values by the names of an issue's fields. */
  readonly fields: Readonly<Record<string, string | number>>
  readonly files?: readonly string[]
  readonly closes: boolean
  readonly addEdges: readonly NewEdge[]
  readonly dropEdges: readonly Edge[]
}

/** Nothing when the issue already says so. What the task does not mention stays as it is, but for its edges. */
export function revise(issue: Issue, task: Task, writing: Writing): Revision | undefined {
  const fields = changedFields(issue, task, writing)
  const edges = changedEdges(issue, edgesOf(task, writing), writing)
  const closes = task.state === 'closed'
  const movesFiles =
    hasMetadata(writing) &&
    task.files.length > 0 &&
    !sameItems(declaredFiles(issue.metadata), task.files)
  const isNothing =
    Object.keys(fields).length + edges.addEdges.length + edges.dropEdges.length === 0 &&
    !closes &&
    !movesFiles
  if (isNothing) return undefined
  return { fields, closes, ...edges, ...(movesFiles ? { files: task.files } : {}) }
}

function changedFields(issue: Issue, task: Task, writing: Writing) {
  const { notes: _, ...texts } = textsOf(task, writing)
  const { status, paused } = revisedPause(issue, task)
  const wanted: Record<string, string | number> = {
    title: task.title,
    ...texts,
    notes: revisedNotes(issue.notes ?? '', paused, { task, writing }),
    status,
    priority: priorityOf(task),
    ...(task.minutes === undefined ? {} : { estimated_minutes: minutesOf(task.minutes) }),
  }
  const now = { ...issue, notes: issue.notes ?? '', status: statusOf(issue) } as Readonly<
    Record<string, unknown>
  >
  return Object.fromEntries(Object.entries(wanted).filter(([name, value]) => now[name] !== value))
}

interface Pause {
  readonly status: string
  /** The mark by which a pause of ours is known. */
  readonly paused?: string | undefined
}

/**
 * A plan takes up again what a plan has paused. What a person has deferred, claimed or blocked
 * stays so, and so does what a person has taken up although the plan had paused it.
 */
function revisedPause(issue: Issue, task: Task): Pause {
  const status = statusOf(issue)
  const { paused } = parseJournal(issue.notes ?? '')
  const isMarked = paused !== undefined
  if (task.state === 'paused' && (isMarked || status === 'open')) {
    return { status: isMarked ? status : 'deferred', paused: task.why ?? 'deferred' }
  }
  if (task.state === 'open' && isMarked) {
    const isOurs = status === 'deferred' && !issue.defer_until
    return { status: isOurs ? 'open' : status }
  }
  return { status, paused }
}

interface Wanted {
  readonly task: Task
  readonly writing: Writing
}

/** The notes with the task's text and files, and the attempts that were recorded in them. */
function revisedNotes(
  notes: string,
  paused: string | undefined,
  { task, writing }: Wanted,
): string {
  const journal = parseJournal(notes)
  const text = task.brief.notes ? asPlainNotes(task.brief.notes) : journal.text
  const files = hasMetadata(writing) || task.files.length === 0 ? journal.files : task.files
  const isSame =
    text === journal.text && sameItems(files, journal.files) && paused === journal.paused
  if (isSame) return notes
  const lines = [
    ...(files.length > 0 ? [renderFiles(files)] : []),
    ...(paused === undefined ? [] : [renderPause(paused)]),
    ...journal.attempts.map(renderAttempt),
  ]
  return [...(text ? [text] : []), ...lines].join('\n')
}

function changedEdges(issue: Issue, wanted: readonly NewEdge[], { dialect }: Writing) {
  const keyOf = (edge: Edge | NewEdge) => {
    const gate =
      edge.type === 'waits-for' ? readGate({ metadata: undefined, ...edge }, dialect).opens : ''
    return `${edge.type} ${gate} ${edge.depends_on_id}`
  }
  const current = ownEdges(issue)
  const has = new Set(current.map(keyOf))
  const wants = new Set(wanted.map(keyOf))
  return {
    addEdges: wanted.filter((edge) => !has.has(keyOf(edge))),
    dropEdges: current.filter((edge) => !wants.has(keyOf(edge))),
  }
}

/** The edges that a task can express; all others are left alone. */
function ownEdges(issue: Issue): Edge[] {
  const parents = parentsOf(issue).map((id) => ({
    depends_on_id: id,
    type: 'parent-child',
    metadata: undefined,
  }))
  const blockers = (issue.dependencies ?? []).filter((edge) => blocking.has(edge.type ?? ''))
  return [...parents, ...blockers]
}

const blocking = new Set(['blocks', 'conditional-blocks', 'waits-for'])

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, place) => item === b[place])
}
