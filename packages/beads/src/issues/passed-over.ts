/** What a reader did not take as it is written. */
export interface PassedOver {
  readonly tombstones: number
  readonly unsafe: number
  readonly shared: readonly string[]
  readonly loose: readonly string[]
  readonly waitingForKin: readonly string[]
}

/** A sentence for each kind. */
export function notesOn(passedOver: PassedOver): string[] {
  const { tombstones, unsafe, shared, loose, waitingForKin } = passedOver
  return [
    ...when(tombstones, `${tombstones} deleted issues were passed over.`),
    ...when(
      unsafe,
      `${unsafe} closed issues were passed over: their ids are not safe as branch names.`,
    ),
    ...when(shared.length, `Lines that share an id are read as one issue: ${some(shared)}.`),
    ...when(
      loose.length,
      `A dependency on itself, or on an issue that is not there, blocks nothing: ${some(loose)}.`,
    ),
    ...when(
      waitingForKin.length,
      `A task and its own epic are not made to wait for each other, since neither could be done first: the blocking dependency between them is not counted (${some(waitingForKin)}).`,
    ),
  ]
}

function when(count: number, sentence: string): string[] {
  return count > 0 ? [sentence] : []
}

function some(names: readonly string[]): string {
  return names.slice(0, 5).join(', ') + (names.length > 5 ? ', …' : '')
}
