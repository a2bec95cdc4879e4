import type { JsonDocument } from './json/read-json.ts'
import type { MarkdownDocument } from './markdown/document.ts'
import { readGroups } from './markdown/groups.ts'
import type { Item } from './markdown/outline.ts'
import { hasTags } from './taskmaster/choose-tag.ts'

/** A list in brackets begins with a value; a link or a badge, as in a README, does not. */
export function looksLikeJson(path: string, text: string): boolean {
  return /\.json$/i.test(path) || /^\s*(?:\{|\[\s*(?:[{\]"\d]|$))/.test(text)
}

export function jsonFormat({ path, value }: JsonDocument): 'json' | 'taskmaster' {
  if (typeof value !== 'object' || value === null) return 'json'
  if (hasTags(value) || /(?:^|[\\/])\.taskmaster[\\/]/.test(path)) return 'taskmaster'
  if (['$schema', 'title', 'name'].some((key) => Object.hasOwn(value, key))) return 'json'
  return Object.hasOwn(value, 'metadata') || hasForeignTasks(value) ? 'taskmaster' : 'json'
}

export function markdownFormat({ path, sections }: MarkdownDocument): 'markdown' | 'openspec' {
  const groups = readGroups(sections)
  const isOpenSpec =
    /(?:^|[\\/])openspec[\\/]/.test(path) ||
    groups.some(({ number }) => number !== undefined) ||
    groups.some(({ title, items }) => title !== '' && items.some(hasGroupNumber))
  return isOpenSpec ? 'openspec' : 'markdown'
}

/** TaskMaster's list from before there were tags, told by the fields that ours does not have. */
function hasForeignTasks(value: object): boolean {
  const tasks: unknown = Object.hasOwn(value, 'tasks') ? Reflect.get(value, 'tasks') : undefined
  if (!Array.isArray(tasks)) return false
  return tasks.some(
    (task: unknown) =>
      typeof task === 'object' &&
      task !== null &&
      ['status', 'dependencies', 'subtasks', 'testStrategy'].some((key) =>
        Object.hasOwn(task, key),
      ),
  )
}

function hasGroupNumber({ box }: Item): boolean {
  return /^\d+\.\d/.test(box.text)
}
