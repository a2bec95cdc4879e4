import type { Draft } from '../draft.ts'
import { IdReader } from '../ids.ts'
import { firstSlug, nameInPath, titleInPath } from '../plan-name.ts'
import { toTitle } from '../texts.ts'
import { toTask } from './box-task.ts'
import { type MarkdownDocument, proseNote } from './document.ts'
import { labelItems } from './label-items.ts'
import { readItem } from './read-item.ts'

/** Any Markdown with boxes: tasks side by side, but for what `(depends: …)` says. */
export function parseTaskList(document: MarkdownDocument): Draft {
  const { path, title, sections } = document
  const ids = new IdReader()
  const items = sections.flatMap((section) => section.items.map((item) => readItem(item, path)))
  const tasks = labelItems(items).map((item) => toTask(item, ids))
  const faults = items.flatMap((item) => item.problems)
  return {
    plan: {
      name: firstSlug(title, nameInPath(path)),
      title: toTitle(title ?? titleInPath(path)).title,
      tasks,
      notes: proseNote(sections),
    },
    problems: [...document.problems, ...faults, ...ids.problems],
    hasGap: document.hasGap,
  }
}
