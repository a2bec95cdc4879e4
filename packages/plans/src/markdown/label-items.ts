import { isTaskId } from '@wavefront/tasks'
import { fingerprint, toSlug } from '../slug.ts'
import type { LabelledItem } from './box-task.ts'
import type { ReadItem } from './read-item.ts'

/**
 * An id is what `(id: …)` says; else the word or number that the line begins with (`api: …`,
 * `2. …`), if no other task begins with the same or a task depends on it; else the title's own
 * words, so that ids stay when tasks are added above. "fix: a" beside "fix: b" are no ids.
 */
export function labelItems(items: readonly ReadItem[]): LabelledItem[] {
  const wanted = new Set(items.flatMap(({ attributes }) => attributes.depends))
  const candidates = items.map(readLabel)
  const count = countOf(candidates.map(({ id }) => id))
  const isMeant = (id: string) => wanted.has(id) || (count.get(id) === 1 && isTaskId(id))
  const chosen = candidates.map(({ id, label, read }): Candidate => {
    const said = read.attributes.id
    if (said !== undefined) return { id: said, label: read.text, read }
    return id !== undefined && isMeant(id) ? { id, label, read } : { label: read.text, read }
  })
  const taken = new Map(chosen.flatMap(({ id }) => (id === undefined ? [] : [[id, 1]])))
  return chosen.map(({ id, ...rest }) => ({ id: id ?? claim(taken, rest.label), ...rest }))
}

type Candidate = Omit<LabelledItem, 'id'> & { readonly id?: string }

function readLabel(read: ReadItem): Candidate {
  const label = labels.map((pattern) => pattern.exec(read.text)).find((found) => found !== null)
  const [, id, text] = label ?? []
  if (id !== undefined && text !== undefined) return { id, label: text, read }
  const [, number] = /^(\d+)/.exec(read.item.box.marker) ?? []
  return number === undefined ? { label: read.text, read } : { id: number, label: read.text, read }
}

/** `1.2. text`, `1.2 text` and `word: text`. */
const labels = [
  /^(\d[\d.]*)[.):][ \t]+(.*)$/,
  /^(\d+(?:\.\d+)+)[ \t]+(.*)$/,
  /^`?([^\s:`]+)`?:[ \t]+(.*)$/,
]

function countOf(ids: readonly (string | undefined)[]): Map<string, number> {
  const count = new Map<string, number>()
  for (const id of ids) if (id !== undefined) count.set(id, (count.get(id) ?? 0) + 1)
  return count
}

/** The title's words; the second of the same words gets a number. */
function claim(taken: Map<string, number>, title: string): string {
  const slug = toSlug(title) ?? `task-${fingerprint(title)}`
  let n = taken.get(slug) ?? 0
  while (n > 0 && taken.has(`${slug}-${n + 1}`)) n++
  taken.set(slug, n + 1)
  const id = n === 0 ? slug : `${slug}-${n + 1}`
  if (n > 0) taken.set(id, 1)
  return id
}
