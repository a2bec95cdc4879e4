import { type Parsed, type Problem, parsed } from '@wavefront/errors'
import type { Dependency, Task } from '@wavefront/tasks'
import type { Draft } from '../draft.ts'
import { IdReader } from '../ids.ts'
import type { JsonDocument } from '../json/read-json.ts'
import { schemaProblems } from '../json/schema-problems.ts'
import type { PlanFile } from '../plan.ts'
import { firstSlug, nameInPath } from '../plan-name.ts'
import { settleEpics } from '../settle-epics.ts'
import { joinTexts, listSome, toBrief, toOneLine, toTitle, unreadTitle } from '../texts.ts'
import { chooseTag, type TaggedTasks } from './choose-tag.ts'
import { type FlatEntry, flatten } from './flatten.ts'
import { type Links, readLinks } from './links.ts'
import { type LongTexts, longTextsById } from './long-texts.ts'
import { priorityOf, stateOf } from './status.ts'
import { entriesSchema, entryWords, type ReadEntry, readEntry } from './taskmaster-schema.ts'

/** TaskMaster's `tasks.json`: a task with subtasks becomes an epic, its subtasks the epic's tasks. */
export function parseTaskMaster(
  document: JsonDocument,
  { texts = new Map(), tag }: { texts?: PlanFile['texts'] | undefined; tag?: string | undefined },
): Parsed<Draft> {
  const chosen = chooseTag(document, tag)
  if (!chosen.ok) return chosen
  const { entries, problems } = readEntries(document, chosen.value)
  const flat = flatten(entries, chosen.value.keys)
  const context = { document, chosen: chosen.value, longTexts: longTextsById(texts) }
  const draft = toDraft(flat, context)
  return parsed({ ...draft, problems: [...problems, ...draft.problems] })
}

interface Context {
  readonly document: JsonDocument
  readonly chosen: TaggedTasks
  readonly longTexts: ReadonlyMap<string, LongTexts>
}

interface Entries {
  readonly entries: readonly ReadEntry[]
  readonly problems: readonly Problem[]
}

function readEntries(document: JsonDocument, { tasks, keys }: TaggedTasks): Entries {
  const result = entriesSchema.safeParse(tasks)
  if (result.success) return { entries: result.data, problems: [] }
  const issues = result.error.issues.map((issue) => ({ ...issue, path: [...keys, ...issue.path] }))
  const problems = schemaProblems(document, issues, () => entryWords)
  return { entries: tasks.map(readEntry), problems }
}

function toDraft(flat: readonly FlatEntry[], context: Context): Draft {
  const { tag, notes } = context.chosen
  const ids = new IdReader()
  const links = readLinks(flat)
  const settled = settleEpics(flat.map((one) => toTask(one, { ...context, ids, links })))
  return {
    plan: {
      name: tag === 'master' ? 'tasks' : firstSlug(tag, nameInPath(context.document.path)),
      title: `TaskMaster: ${toOneLine(tag)}`,
      tasks: settled.tasks,
      notes: [...notes, ...inProgress(flat), ...links.notes, ...settled.notes],
    },
    problems: ids.problems,
  }
}

function toTask(
  one: FlatEntry,
  { document, ids, links, longTexts }: Context & { readonly ids: IdReader; readonly links: Links },
): Task {
  const { id, entry, parent, keys } = one
  const { title, whole } = toTitle(entry.title ?? unreadTitle)
  const longer = longTexts.get(id)
  const where = document.where([...keys, 'dependencies'])
  return {
    id: ids.read(id, document.where([...keys, 'id'])),
    title,
    kind: entry.subtasks?.length ? 'epic' : 'task',
    ...stateOf(entry.status),
    priority: priorityOf(entry.priority),
    dependencies: (links.of.get(one) ?? []).map(
      (on): Dependency => ({ on: ids.read(on, where), until: 'closed' }),
    ),
    ...(parent === undefined
      ? {}
      : { parent: ids.read(parent, document.where([...keys.slice(0, -2), 'id'])) }),
    files: [],
    brief: toBrief({
      description: joinTexts(whole, entry.description),
      details: joinTexts(entry.details, longer?.details),
      acceptance: joinTexts(entry.testStrategy, longer?.acceptance),
    }),
    source: document.where(keys),
  }
}

function inProgress(flat: readonly FlatEntry[]): string[] {
  const ids = flat.filter(({ entry }) => entry.status === 'in-progress').map(({ id }) => id)
  return ids.length === 0
    ? []
    : [`In progress in the file, but a file is no lock, so open here: ${listSome(ids)}.`]
}
