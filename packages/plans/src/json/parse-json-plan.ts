import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import type { Task, TaskId } from '@wavefront/tasks'
import { IdReader } from '../ids.ts'
import type { Plan } from '../plan.ts'
import { firstSlug, nameInPath } from '../plan-name.ts'
import { settleEpics } from '../settle-epics.ts'
import { toBrief, toOneLine } from '../texts.ts'
import { type JsonTask, planSchema, planWords, taskWords } from './plan-schema.ts'
import type { JsonDocument } from './read-json.ts'
import { schemaProblems } from './schema-problems.ts'

/** Our own format: see docs/plans.md. */
export function parseJsonPlan(document: JsonDocument): Parsed<Plan> {
  const result = planSchema.safeParse(document.value)
  if (!result.success) {
    const wordsAt = (path: readonly PropertyKey[]) => (path.length === 0 ? planWords : taskWords)
    return refused(schemaProblems(document, result.error.issues, wordsAt))
  }
  const { name, title, tasks: written } = result.data
  const ids = new IdReader()
  const parents = new Set(written.map((task) => task.parent))
  const read = written.map((task, i) => toTask(task, { document, i, ids, parents }))
  const problems = [...ids.problems, ...emptyEpics(read)]
  if (problems.length > 0) return refused(problems)
  const { tasks, notes } = settleEpics(read)
  return parsed({
    name: name ?? firstSlug(title, nameInPath(document.path)),
    title: toOneLine(title),
    tasks,
    notes,
  })
}

interface Place {
  readonly document: JsonDocument
  readonly i: number
  readonly ids: IdReader
  readonly parents: ReadonlySet<string | undefined>
}

function toTask(task: JsonTask, { document, i, ids, parents }: Place): Task {
  const readId = (text: string, ...keys: PropertyKey[]): TaskId =>
    ids.read(text, document.where(['tasks', i, ...keys]))
  return {
    id: readId(task.id, 'id'),
    title: toOneLine(task.title),
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
}

/** An epic is closed with the last of its tasks, so one without tasks would stay open for ever. */
function emptyEpics(tasks: readonly Task[]): Problem[] {
  const parents = new Set(tasks.map((task) => task.parent))
  return tasks
    .filter((task) => task.kind === 'epic' && task.state === 'open' && !parents.has(task.id))
    .map(({ id, source }) => ({
      what: `the epic "${id}" has no tasks`,
      ...(source === undefined ? {} : { where: source }),
      fix: `write "parent": "${id}" in its tasks, or "kind": "task" if it is work itself`,
    }))
}
