import type { ReadEntry } from './taskmaster-schema.ts'

/** A task or subtask with the id that is unique in the file. */
export interface FlatEntry {
  readonly id: string
  readonly entry: ReadEntry
  readonly parent?: string
  /** Where it stands in the document. */
  readonly keys: readonly PropertyKey[]
}

/**
 * Tasks, each followed by its subtasks. Subtask 2 of task 5 is "5.2", whether it says 2 or "5.2".
 * Of an entry without an id, and of those below, nothing can be said.
 */
export function flatten(
  entries: readonly ReadEntry[],
  keys: readonly PropertyKey[],
  parent?: string,
): FlatEntry[] {
  return entries.flatMap((entry, i) => {
    if (entry.id === undefined) return []
    const id = fullId(entry.id, parent)
    const at = [...keys, i]
    const own: FlatEntry = { id, entry, keys: at, ...(parent === undefined ? {} : { parent }) }
    return [own, ...flatten(entry.subtasks ?? [], [...at, 'subtasks'], id)]
  })
}

/**
 * The ids that an entry waits for. Between subtasks a bare number is a sibling if there is one;
 * everything else is an id of the whole file.
 */
export function dependencyIds(
  { entry, parent }: FlatEntry,
  known: ReadonlyMap<string, unknown>,
): string[] {
  return (entry.dependencies ?? []).map((on) => {
    const text = String(on).trim()
    const sibling = fullId(text, parent)
    return !text.includes('.') && known.has(sibling) ? sibling : text
  })
}

function fullId(id: string | number, parent: string | undefined): string {
  const own = String(id).trim()
  return parent === undefined || own.startsWith(`${parent}.`) ? own : `${parent}.${own}`
}
