import type { LabelledItem } from './box-task.ts'
import type { Group } from './groups.ts'
import { type ReadItem, readItem } from './read-item.ts'

/** A group whose number, and those of its tasks, are settled. */
export interface NumberedGroup {
  readonly id: string
  readonly group: Group
  readonly items: readonly LabelledItem[]
}

/** Numbers stay as they are written; whatever has none gets the next that nothing in the file has. */
export function numberGroups(groups: readonly Group[], path: string): NumberedGroup[] {
  const taken = new Set(groups.flatMap(({ number }) => number ?? []))
  const ids = groups.map(({ number }, i) => number ?? claim(taken, (n) => `${n}`, i + 1))
  const read = groups.map((group, i) =>
    group.items.map((item) => readNumber(readItem(item, path), ids[i] ?? '')),
  )
  for (const { id } of read.flat()) if (id !== undefined) taken.add(id)
  return groups.map((group, i) => {
    const id = ids[i] ?? ''
    const items = (read[i] ?? []).map((item, n) => ({
      ...item,
      id: item.id ?? claim(taken, (k) => `${id}.${k}`, n + 1),
    }))
    return { id, group, items }
  })
}

type MaybeNumbered = Omit<LabelledItem, 'id'> & { readonly id?: string | undefined }

/** `1.2 Text` and `1.2. Text` are task 1.2; `2. Text` in group 1 is, too; `3 retries` is just text. */
function readNumber(read: ReadItem, group: string): MaybeNumbered {
  const full = /^\*{0,2}(\d+(?:\.\d+)+)[.):]?\*{0,2}(?:[ \t]+(.*))?$/.exec(read.text)
  const short = /^\*{0,2}(\d+)[.):]\*{0,2}[ \t]+(.*)$/.exec(read.text)
  const number = full?.[1] ?? (short ? `${group}.${short[1]}` : undefined)
  const label = full ? (full[2] ?? '') : (short?.[2] ?? read.text)
  return { id: read.attributes.id ?? number, label, read }
}

function claim(taken: Set<string>, name: (n: number) => string, from: number): string {
  let n = from
  while (taken.has(name(n))) n++
  taken.add(name(n))
  return name(n)
}
