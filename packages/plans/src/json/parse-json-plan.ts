import type { Problem } from '@wavefront/errors'
import type { Task, TaskId } from '@wavefront/tasks'
import type { Draft } from '../draft.ts'
import { IdReader } from '../ids.ts'
import { firstSlug, nameInPath } from '../plan-name.ts'
import { settleEpics } from '../settle-epics.ts'
import { toBrief, toOneLine, unreadTitle } from '../texts.ts'
import type { JsonTask } from './plan-schema.ts'
import type { JsonDocument } from './read-json.ts'
import { readWritten } from './read-written.ts'

/** Our own format: see docs/plans.md. */
export function parseJsonPlan(document: JsonDocument): Draft {
  const { name, title, tasks: written, problems } = readWritten(document)
  const ids = new IdReader()
  const parents = new Set(written.map((task) => task.parent))
  const read = written.flatMap((task, i) => toTask(task, { document, i, ids, parents }))
  const { tasks, notes } = settleEpics(read)
  return {
    plan: {
      name: name ?? firstSlug(title, nameInPath(document.path)),
      title: toOneLine(title ?? unreadTitle),
      tasks,
      notes,
    },
    problems: [...problems, ...ids.problems, ...emptyEpics(read, parents)],
  }
}

interface Place {
  readonly document: JsonDocument
  readonly i: number
  readonly ids: IdReader
  readonly parents: ReadonlySet<string | undefined>
}

/** Nothing can be said of a task without an id. */
function toTask(task: Partial<JsonTask>, { document, i, ids, parents }: Place): Task[] {
  if (task.id === undefined) return []
  const readId = (text: string, ...keys: PropertyKey[]): TaskId =>
    ids.read(text, document.where(['tasks', i, ...keys]))
  const read: Task = {
    id: readId(task.id, 'id'),
    title: toOneLine(task.title ?? unreadTitle),
    kind: task.kind ?? (parents.has(task.id) ? 'epic' : 'task'),
    state: task.done ? 'closed' : 'open',
    priority: task.priority ?? 2,
    dependencies: (task.depends_on ?? []).map((on, n) => ({
      on: readId(on, 'depends_on', n),
      until: 'closed',
    })),
    ...(task.parent === undefined ? {} : { parent: readId(task.parent, 'parent') }),
    files: task.files ?? [],
    ...(task.minutes === undefined ? {} : { minutes: task.minutes }),
    brief: toBrief(task),
    source: document.where(['tasks', i]),
  }
  return [read]
}

/** An epic is closed with the last of its tasks, so one without tasks would stay open for ever. */
function emptyEpics(tasks: readonly Task[], parents: Place['parents']): Problem[] {
  return tasks
    .filter((task) => task.kind === 'epic' && task.state === 'open' && !parents.has(task.id))
    .map(({ id, source }) => ({
      what: `the epic "${id}" has no tasks`,
      ...(source === undefined ? {} : { where: source }),
      fix: `write "parent": "${id}" in its tasks, or "kind": "task" if it is work itself`,
    }))
}
