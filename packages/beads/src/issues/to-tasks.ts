import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import { isTaskId, parseTaskId, type Task, type TaskBrief, type TaskId } from '@wavefront/tasks'
import type { StoredTasks } from '@wavefront/wave'
import { acceptEdges } from './accepted-edges.ts'
import { declaredFiles } from './declared-files.ts'
import { type Waiting, waitingOf } from './dependencies.ts'
import type { Dialect } from './dialect.ts'
import { joinDuplicates, sharedIds } from './duplicates.ts'
import { type Family, heldFromAbove } from './inherited.ts'
import { type Issue, type IssueLine, isTombstone, statusOf } from './issue.ts'
import { indexIssues } from './issue-index.ts'
import { type Journal, parseJournal } from './journal.ts'
import { looseEdges } from './loose-edges.ts'
import { notesOn, type PassedOver } from './passed-over.ts'
import { kindOf, type Standing, standing } from './status.ts'

export interface Reading {
  readonly dialect: Dialect
  readonly now: Date
  /** Where an issue is written, for error messages. */
  readonly source?: (line: IssueLine) => string
}

/** A store's issues as tasks, so that what is ready among them is what bd calls ready. */
export function toTasks(lines: readonly IssueLine[], reading: Reading): Parsed<StoredTasks> {
  const { single, ...seen } = asImported(lines, reading.dialect)
  const living = single.filter(({ issue }) => !isTombstone(issue))
  const unsafe = living.filter(({ issue }) => !isTaskId(issue.id))
  const problems = unsafe.filter(({ issue }) => statusOf(issue) !== 'closed')
  if (problems.length > 0) return refused(problems.flatMap((line) => unsafeId(line, reading)))
  const family = familyOf(single, reading)
  const writer: TaskWriter = { ...family, reading, heldFromAbove: heldFromAbove(family) }
  const tasks: Task[] = []
  const attempts: [TaskId, Journal['attempts']][] = []
  for (const line of living) {
    const { id } = line.issue
    if (!isTaskId(id)) continue
    const journal = parseJournal(line.issue.notes ?? '')
    tasks.push(toTask(id, { line, journal, writer }))
    if (journal.attempts.length > 0) attempts.push([id, journal.attempts])
  }
  const passedOver = {
    tombstones: single.length - living.length,
    unsafe: unsafe.length,
    ...seen,
  }
  return parsed({ tasks, attempts: new Map(attempts), notes: notesOn(passedOver) })
}

interface Imported extends Pick<PassedOver, 'shared' | 'loose' | 'waitingForKin'> {
  readonly single: readonly IssueLine[]
}

function asImported(lines: readonly IssueLine[], dialect: Dialect): Imported {
  const single = joinDuplicates(lines, dialect)
  const written = single.map(({ issue }) => issue)
  const { issues, waitingForKin } = acceptEdges(written, dialect)
  return {
    shared: sharedIds(lines),
    loose: looseEdges(written),
    waitingForKin,
    single: single.map((line, place) => {
      const issue = issues[place] ?? line.issue
      return issue === line.issue ? line : { ...line, issue }
    }),
  }
}

interface TaskWriter extends Family {
  readonly reading: Reading
  readonly heldFromAbove: (issue: Issue) => string | undefined
}

interface Written {
  readonly line: IssueLine
  readonly journal: Journal
  readonly writer: TaskWriter
}

function familyOf(lines: readonly IssueLine[], { dialect, now }: Reading): Family {
  const index = indexIssues(lines.map(({ issue }) => issue))
  const known = new Map<string, Waiting>()
  return {
    index,
    dialect,
    now,
    waitingOf: (issue) => {
      const waiting = known.get(issue.id) ?? waitingOf(issue, index, dialect)
      known.set(issue.id, waiting)
      return waiting
    },
  }
}

function toTask(id: TaskId, { line, journal, writer }: Written): Task {
  const { issue } = line
  const { source, now } = writer.reading
  const waiting = writer.waitingOf(issue)
  const own = withReason(standing(issue, now), journal)
  const held = own.state === 'open' ? (waiting.held ?? writer.heldFromAbove(issue)) : undefined
  const parent = parentOf(issue, writer)
  const minutes = issue.estimated_minutes
  const declared = declaredFiles(issue.metadata)
  return {
    id,
    title: issue.title ?? '',
    kind: kindOf(issue),
    ...(held === undefined ? own : { state: 'paused' as const, why: held }),
    priority: issue.priority ?? 0,
    dependencies: waiting.dependencies,
    ...(parent === undefined ? {} : { parent }),
    files: declared.length > 0 ? declared : journal.files,
    ...(minutes ? { minutes } : {}),
    brief: briefOf(issue, journal),
    ...(issue.external_ref ? { externalRef: issue.external_ref } : {}),
    ...(source ? { source: source(line) } : {}),
  }
}

/** A deferral has no reason of its own, but a plan's pause has one. */
function withReason(own: Standing, { paused }: Journal): Standing {
  return own.why === 'deferred' && paused !== undefined ? { ...own, why: paused } : own
}

/** In the Dolt dialect nothing comes down through a pinned issue. */
function parentOf(issue: Issue, { index, dialect }: TaskWriter): TaskId | undefined {
  if (dialect === 'dolt' && statusOf(issue) === 'pinned') return undefined
  return index.parents(issue)[0]?.id
}

function briefOf(issue: Issue, journal: Journal): TaskBrief {
  return {
    ...(issue.description ? { description: issue.description } : {}),
    ...(issue.design ? { details: issue.design } : {}),
    ...(issue.acceptance_criteria ? { acceptance: issue.acceptance_criteria } : {}),
    ...(journal.text ? { notes: journal.text } : {}),
  }
}

function unsafeId(line: IssueLine, { source }: Reading): Problem[] {
  const result = parseTaskId(line.issue.id)
  if (result.ok) return []
  return result.problems.map((problem) => (source ? { ...problem, where: source(line) } : problem))
}
