import { type Parsed, parsed, refused, suggest } from '@wavefront/errors'
import type { JsonDocument } from '../json/read-json.ts'
import { listSome, quote } from '../texts.ts'

/** One list of tasks in a file that may hold several. */
export interface TaggedTasks {
  readonly tag: string
  readonly tasks: readonly unknown[]
  /** Where the list stands in the document. */
  readonly keys: readonly string[]
  readonly notes: readonly string[]
}

/** TaskMaster's default tag; a file from before there were tags is read as if it had this one. */
const mainTag = 'master'

export function chooseTag(document: JsonDocument, wanted?: string): Parsed<TaggedTasks> {
  const tags = findTags(document.value)
  const chosen = wanted === undefined ? defaultTag(tags) : tags.find(({ tag }) => tag === wanted)
  if (chosen)
    return parsed({ ...chosen, notes: wanted === undefined ? passedOver(chosen, tags) : [] })
  const names = tags.map(({ tag }) => tag)
  if (wanted === undefined || names.length === 0) return refused([noTasks(document)])
  return refused([
    {
      what: `there is no tag ${quote(wanted)}${suggest(wanted, names)}`,
      where: document.path,
      fix: `choose one of ${listSome(names, 20)}`,
    },
  ])
}

/** Does the value hold TaskMaster's lists, each under its tag? */
export function hasTags(value: unknown): boolean {
  return findTags(value).some(({ keys }) => keys.length === 2)
}

type Tag = Omit<TaggedTasks, 'notes'>

function findTags(value: unknown): Tag[] {
  if (typeof value !== 'object' || value === null) return []
  const flat = listIn(value)
  if (flat) return [{ tag: mainTag, tasks: flat, keys: ['tasks'] }]
  return Object.entries(value).flatMap(([tag, inside]) => {
    const tasks = listIn(inside)
    return tasks ? [{ tag, tasks, keys: [tag, 'tasks'] }] : []
  })
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'tasks'))
    return undefined
  const tasks: unknown = Reflect.get(value, 'tasks')
  return Array.isArray(tasks) ? tasks : undefined
}

/** TaskMaster writes an empty main list into every new file, so it wins only when there is work in it. */
function defaultTag(tags: readonly Tag[]): Tag | undefined {
  const filled = tags.filter(({ tasks }) => tasks.length > 0)
  return filled.find(({ tag }) => tag === mainTag) ?? filled[0] ?? tags[0]
}

function passedOver(chosen: Tag, tags: readonly Tag[]): string[] {
  const others = tags.filter((tag) => tag !== chosen && tag.tasks.length > 0).map(({ tag }) => tag)
  if (others.length === 0) return []
  return [`The tag ${quote(chosen.tag)} is read; the file also has ${listSome(others)}.`]
}

function noTasks(document: JsonDocument) {
  return {
    what: 'there is no list of tasks in this file',
    where: document.where([]),
    fix: 'write {"master": {"tasks": […]}} or {"tasks": […]}',
  }
}
