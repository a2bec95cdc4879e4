import { type Parsed, parsed, refused } from '@wavefront/errors'
import { IdReader } from '../ids.ts'
import type { Plan } from '../plan.ts'
import { firstSlug, nameInPath, titleInPath } from '../plan-name.ts'
import { toTitle } from '../texts.ts'
import { toTask } from './box-task.ts'
import { type MarkdownDocument, proseNote } from './document.ts'
import { labelItems } from './label-items.ts'
import { readItem } from './read-item.ts'

/** Any Markdown with boxes: tasks side by side, but for what `(depends: …)` says. */
export function parseTaskList({ path, title, sections }: MarkdownDocument): Parsed<Plan> {
  const ids = new IdReader()
  const items = sections.flatMap((section) => section.items.map((item) => readItem(item, path)))
  const tasks = labelItems(items).map((item) => toTask(item, ids))
  const problems = [...items.flatMap((item) => item.problems), ...ids.problems]
  if (problems.length > 0) return refused(problems)
  return parsed({
    name: firstSlug(title, nameInPath(path)),
    title: toTitle(title ?? titleInPath(path)).title,
    tasks,
    notes: proseNote(sections),
  })
}
