import type { Task } from '@wavefront/tasks'
import type { Draft } from '../draft.ts'
import { IdReader } from '../ids.ts'
import { firstSlug, nameInPath, titleInPath } from '../plan-name.ts'
import { toBrief, toTitle } from '../texts.ts'
import { toTask } from './box-task.ts'
import type { MarkdownDocument } from './document.ts'
import { readGroups } from './groups.ts'
import { type NumberedGroup, numberGroups } from './number-items.ts'

/**
 * OpenSpec's `tasks.md`. Each group becomes an epic that waits for the group before it, and what
 * blocks an epic blocks its tasks: that says "groups in order, tasks side by side" with one
 * dependency a group instead of one for every pair of tasks.
 */
export function parseOpenSpec(document: MarkdownDocument): Draft {
  const ids = new IdReader()
  const groups = numberGroups(readGroups(document.sections), document.path)
  const tasks = groups.flatMap((group, i) => {
    const epic = toEpic(group, { path: document.path, ids, previous: groups[i - 1] })
    return [epic, ...group.items.map((item) => toTask(item, ids, epic.id))]
  })
  const faults = groups.flatMap(({ items }) => items.flatMap(({ read }) => read.problems))
  const { title } = toTitle(document.title ?? titleInPath(document.path))
  const name = firstSlug(nameInPath(document.path), title)
  return {
    plan: { name, title, tasks, notes: [] },
    problems: [...document.problems, ...faults, ...ids.problems],
    hasGap: document.hasGap,
  }
}

interface EpicContext {
  readonly path: string
  readonly ids: IdReader
  readonly previous: NumberedGroup | undefined
}

function toEpic({ id, group, items }: NumberedGroup, { path, ids, previous }: EpicContext): Task {
  const source = `${path}:${group.at}`
  const { title, whole } = toTitle(group.title || `Group ${id}`)
  return {
    id: ids.read(id, source),
    title,
    kind: 'epic',
    state: items.every(({ read }) => read.item.box.ticked) ? 'closed' : 'open',
    priority: 2,
    dependencies: previous ? [{ on: ids.read(previous.id, source), until: 'closed' }] : [],
    files: [],
    brief: toBrief({ description: [whole, ...group.prose].join('\n') }),
    source,
  }
}
