import { listSome } from '../texts.ts'
import { dependencyIds, type FlatEntry } from './flatten.ts'
import { stateOf } from './status.ts'

/** What each entry waits for, and sentences about what was dropped. */
export interface Links {
  readonly of: ReadonlyMap<FlatEntry, readonly string[]>
  readonly notes: readonly string[]
}

export function readLinks(flat: readonly FlatEntry[]): Links {
  const entries = new Map(flat.map((one) => [one.id, one]))
  const of = new Map<FlatEntry, string[]>()
  const lost: string[] = []
  const circular: string[] = []
  for (const one of flat) {
    const kept: string[] = []
    for (const on of new Set(dependencyIds(one, entries))) {
      const other = entries.get(on)
      if (isFinished(one) && !other) lost.push(`${one.id} on ${on}`)
      else if (one.parent === on || other?.parent === one.id) circular.push(`${one.id} on ${on}`)
      else kept.push(on)
    }
    of.set(one, kept)
  }
  return { of, notes: [...lostNote(lost), ...circularNote(circular)] }
}

function isFinished({ entry }: FlatEntry): boolean {
  return stateOf(entry.status).state === 'closed'
}

function lostNote(links: readonly string[]): string[] {
  if (links.length === 0) return []
  return [`Finished tasks depend on some that are gone, which does not matter: ${listSome(links)}.`]
}

function circularNote(links: readonly string[]): string[] {
  if (links.length === 0) return []
  return [
    `An epic and its own tasks cannot wait for each other, so this is left out: ${listSome(links)}.`,
  ]
}
